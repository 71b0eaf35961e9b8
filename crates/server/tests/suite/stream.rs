//! The live stream over HTTP: who hears what, and from where it goes on.

use crate::bench::{Bench, Engine};
use crate::http;
use api::event::Happening;
use domain::{Language, Text};
use server::store::{event, text};
use uuid::Uuid;

/// Reads until the stream has said `word`; everything it said so far.
async fn heard_until(reply: &mut reqwest::Response, word: &str) -> String {
    let mut heard = String::new();
    while !heard.contains(word) {
        let chunk = reply.chunk().await.expect("the stream").expect("the stream goes on");
        heard.push_str(&String::from_utf8_lossy(&chunk));
    }
    heard
}

async fn listen(base: &str, since: i64, token: Option<&str>) -> reqwest::Response {
    let request = reqwest::Client::new().get(format!("{base}/api/v1/stores/hongdae/events?since={since}"));
    let request = match token {
        Some(token) => request.bearer_auth(token),
        None => request,
    };
    request.send().await.expect("a stream")
}

#[tokio::test(flavor = "multi_thread")]
async fn only_the_tokens_holder_hears_of_a_reservation() {
    let Some(bench) = Bench::start(Engine::Sqlite).await else { return };
    let base = http::serve(&bench).await;
    let since = bench.live.snapshot().seq;
    let variant = bench.variant_with(3).await;
    let (_, held) = http::hold(&reqwest::Client::new(), &base, Uuid::now_v7(), variant, 1).await.expect("a hold");
    // The figure is told after the reservation, so whoever hears it has heard, or missed, both.
    let figure = "\"available\":2";
    let anonymous = heard_until(&mut listen(&base, since, None).await, figure).await;
    assert!(!anonymous.contains("\"reservation\""), "{anonymous}");
    let holder = heard_until(&mut listen(&base, since, held["token"].as_str()).await, figure).await;
    assert!(holder.contains("\"reservation\""), "{holder}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_number_that_is_no_longer_known_gets_one_resync() {
    let Some(bench) = Bench::start(Engine::Sqlite).await else { return };
    let base = http::serve(&bench).await;
    let heard = heard_until(&mut listen(&base, 9999, None).await, "\n\n").await;
    assert!(heard.contains("event: resync"), "{heard}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_changed_catalogue_is_told_when_it_has_been_read() {
    let Some(bench) = Bench::start(Engine::Sqlite).await else { return };
    let base = http::serve(&bench).await;
    let snapshot = bench.live.snapshot();
    let product = snapshot.catalogue.products.first().expect("a product");
    let mut stream = listen(&base, snapshot.seq, None).await;
    let mut tx = bench.app.store().begin().await.expect("a transaction");
    let name = Text::only(Language::EN, "Renamed");
    text::save(&mut tx, snapshot.store.org, "product", product.id, "name", &name).await.expect("a name");
    event::append(&mut tx, bench.store_id(), bench.app.now(), &[Happening::Catalogue]).await.expect("an event");
    tx.commit().await.expect("a commit");
    bench.app.live().wake();
    heard_until(&mut stream, "\"catalogue\"").await;
    let found = bench.live.snapshot().catalogue.product(product.id).map(|product| product.name.get(Language::EN).to_owned());
    assert_eq!(found.as_deref(), Some("Renamed"));
    // Who was away meanwhile hears it, too.
    heard_until(&mut listen(&base, snapshot.seq, None).await, "\"catalogue\"").await;
}
