//! Pictures that a catalogue names are brought from their addresses.

use crate::bench::{Bench, Engine};
use crate::conformance::job::import;
use axum::Router;
use axum::http::StatusCode;
use axum::routing::get;
use domain::gs1::Hosts;
use server::app::App;
use server::clock::Clock;
use server::media::bring;
use server::media::fetch::Fetcher;
use server::store::media::{self, Place};
use server::store::{Ask as _, event, text};
use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use tokio::net::TcpListener;

/// The smallest GIF: one red pixel.
const GIF: &[u8] = b"GIF89a\x01\0\x01\0\x80\0\0\xFF\0\0\0\0\0,\0\0\0\0\x01\0\x01\0\0\x02\x02D\x01\0;";

/// Somebody else's shop, and how often it was asked.
async fn elsewhere() -> (SocketAddr, Arc<AtomicUsize>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let (address, asked) = (listener.local_addr().expect("an address"), Arc::new(AtomicUsize::new(0)));
    let counted = asked.clone();
    let picture = async move || {
        counted.fetch_add(1, Ordering::SeqCst);
        ([("content-type", "text/plain")], GIF)
    };
    let app = Router::new()
        .route("/red.gif", get(picture))
        .route("/page", get(async || "<html>"))
        .route("/busy", get(async || StatusCode::SERVICE_UNAVAILABLE));
    tokio::spawn(async move { axum::serve(listener, app).await });
    (address, asked)
}

async fn want(bench: &Bench, entity: &str, id: &str, position: i64, source: &str) {
    let org = bench.live.snapshot().store.org;
    let mut tx = bench.app.store().begin().await.expect("a transaction");
    let place = Place { org, entity: entity.into(), id: id.into(), position };
    media::want(&mut tx, &place, source).await.expect("a row");
    tx.commit().await.expect("a commit");
}

/// What each source became: state and reason.
async fn waiting(bench: &Bench) -> Vec<(String, String, String)> {
    let sql = "SELECT source, state, reason FROM picture_wanted ORDER BY source";
    let rows = bench.app.store().read().await.expect("a reader").fetch(sql, &[]).await.expect("rows");
    let field = |row: &server::store::Row, column| row.text_or_null(column).expect("text").unwrap_or_default().to_owned();
    rows.iter().map(|row| (field(row, 0), field(row, 1), field(row, 2))).collect()
}

pub async fn what_a_catalogue_names_is_brought_once_and_shown(engine: Engine) {
    let Some(bench) = Bench::start(engine).await else { return };
    let (address, asked) = elsewhere().await;
    let (product, other) = ("0195c0de-0000-7000-8000-00000000a001", "0195c0de-0000-7000-8000-00000000a002");
    let url = |path: &str| format!("http://{address}{path}");
    want(&bench, "product", product, 0, &url("/red.gif")).await;
    want(&bench, "product", product, 1, &url("/page")).await;
    want(&bench, "product", product, 2, &url("/busy")).await;
    want(&bench, "product", product, 3, "http://169.254.169.254/latest/").await;
    want(&bench, "product", product, 4, "photos/a.jpg").await;
    let before = event::last(&mut bench.app.store().read().await.expect("a reader"), bench.live.id).await.expect("a number");
    let fetcher = Fetcher::except(address).expect("a client");
    assert_eq!(bring::once(&bench.app, &fetcher).await.expect("a batch"), 5);

    let mut reader = bench.app.store().read().await.expect("a reader");
    let sql =
        "SELECT p.hash, m.width, m.widths, m.colour, m.media_type FROM picture p JOIN media m ON m.hash = p.hash WHERE p.entity_id = $1";
    let rows = reader.fetch(sql, &[text(product)]).await.expect("rows");
    let row = rows.first().expect("the picture");
    let hash = row.text(0).expect("a hash").to_owned();
    assert_eq!((rows.len(), row.int(1).expect("a width"), row.text(2).expect("widths")), (1, 1, "1"));
    assert_eq!((row.text(3).expect("a colour"), row.text(4).expect("a kind")), ("#ff0000", "image/jpeg"));
    assert!(server::media::path(bench.app.media(), &hash).exists() && server::media::path_in_width(bench.app.media(), &hash, 1).exists());
    let events = event::after(&mut reader, bench.live.id, before, 10).await.expect("events");
    assert_eq!(events.iter().map(|event| &event.what).collect::<Vec<_>>(), [&api::event::Happening::Catalogue], "one for the batch");
    let state = |source: &str, state: &str, reason: &str| (source.to_owned(), state.to_owned(), reason.to_owned());
    assert_eq!(
        waiting(&bench).await,
        [
            state(&url("/busy"), "waiting", "status"),
            state(&url("/page"), "refused", "not-a-picture"),
            state("http://169.254.169.254/latest/", "refused", "private"),
            state("photos/a.jpg", "refused", "address"),
        ]
    );

    // The busy one is left alone for a while; the same address for another product is known.
    want(&bench, "product", other, 0, &url("/red.gif")).await;
    assert_eq!(bring::once(&bench.app, &fetcher).await.expect("a batch"), 1);
    assert_eq!(asked.load(Ordering::SeqCst), 1);
    let rows = reader.fetch("SELECT hash FROM picture WHERE entity_id = $1", &[text(other)]).await.expect("rows");
    assert_eq!(rows.first().and_then(|row| row.text(0).ok()), Some(hash.as_str()));
    assert_eq!(bring::once(&bench.app, &fetcher).await.expect("a batch"), 0);
}

pub async fn a_variant_without_a_picture_of_its_own_borrows_its_product_s_and_says_so(engine: Engine) {
    let Some(bench) = Bench::start(engine).await else { return };
    let snapshot = bench.live.snapshot();
    let product = snapshot.catalogue.products.iter().find(|product| product.variants.len() > 1).expect("a product in several colours");
    let [bare, own] = [0, 1].map(|index| product.variants[index].id);
    assert!(product.variants.iter().all(|variant| variant.pictured));
    let sql = "UPDATE picture SET entity = 'product', entity_id = $1 WHERE entity = 'variant' AND entity_id = $2";
    let mut tx = bench.app.store().begin().await.expect("a transaction");
    tx.execute(sql, &[text(product.id), text(bare)]).await.expect("rows");
    tx.commit().await.expect("a commit");

    let app = App::start(bench.app.store().clone(), bench.data.path(), Clock::default(), Hosts::default()).await.expect("another node");
    let snapshot = app.live().store("hongdae").expect("the flagship").snapshot();
    let now = |id| snapshot.catalogue.variant(id).map(|(_, variant)| (variant.pictured, variant.pictures.is_empty()));
    assert_eq!((now(bare), now(own)), (Some((false, false)), Some((true, false))));
}

/// Pictures of products and variants that a name leads to, as they are wanted, in order.
async fn pictures(bench: &Bench) -> Vec<String> {
    let sql = "SELECT w.source FROM picture_wanted w ORDER BY w.entity, w.entity_id, w.position";
    let rows = bench.app.store().read().await.expect("a reader").fetch(sql, &[]).await.expect("rows");
    rows.iter().map(|row| row.text(0).expect("text").to_owned()).collect()
}

pub async fn what_a_later_file_no_longer_names_is_taken_off_and_undo_puts_it_back(engine: Engine) {
    let Some(bench) = Bench::start(engine).await else { return };
    let (store, org) = (bench.app.store(), bench.live.snapshot().store.org);
    let write = |name: &str, text: &str| {
        let path = bench.data.path().join(name);
        std::fs::write(&path, text).expect("a file");
        path
    };
    let first = write("goods-1.csv", "sku,name,brand,picture\nXM,Mug,Haru,a.jpg|b.jpg\nXN,Cup,Haru,c.jpg\n");
    import(store, org, &first).await;
    import(store, org, &write("more.csv", "sku,name,brand,picture\nXM,Mug,Haru,b.jpg|own.jpg\n")).await;
    assert_eq!(pictures(&bench).await, ["a.jpg", "b.jpg", "own.jpg", "c.jpg"]);
    let second = write("goods-2.csv", "sku,name,brand,picture\nXM,Mug,Haru,d.jpg\nXN,Cup,Haru,\n");
    let (id, count, _) = import(store, org, &second).await;
    assert_eq!(pictures(&bench).await, ["b.jpg", "own.jpg", "d.jpg", "c.jpg"], "another file names b, and the cup's row names none");
    assert_eq!((count.changed, count.same), (1, 1));
    let (_, count, _) = import(store, org, &second).await;
    assert_eq!((count.changed, count.same), (0, 2), "the same again changes nothing");
    let now = domain::Instant::from_millis(2_000);
    server::import::job::take_back(store, org, id, now, |_| {}).await.unwrap_or_else(|trouble| panic!("{trouble}"));
    assert_eq!(pictures(&bench).await, ["a.jpg", "b.jpg", "own.jpg", "c.jpg"]);
    import(store, org, &second).await;
    assert_eq!(pictures(&bench).await, ["b.jpg", "own.jpg", "d.jpg", "c.jpg"], "and off again");
    bench.assert_clean().await;
}
