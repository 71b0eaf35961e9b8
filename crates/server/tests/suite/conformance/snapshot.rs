//! What shoppers read follows what is committed, on any node.

use crate::bench::{Bench, Engine};
use api::event::Happening;
use domain::gs1::Hosts;
use domain::{Currency, Language, Money, Span, Text};
use server::app::App;
use server::clock::Clock;
use server::store::Store;
use server::store::catalog::save_price;
use server::store::{event, text};
use std::sync::Arc;
use std::time::Duration;
use uuid::Uuid;

pub async fn a_snapshot_follows_what_another_node_commits(engine: Engine) {
    let Some(bench) = Bench::start(engine).await else { return };
    let variant = bench.variant_with(5).await;
    let store = match &bench.url {
        Some(url) => Store::connect(url).await.expect("a second node"),
        None => bench.app.store().clone(),
    };
    let other = App::start(store, bench.data.path(), Clock::default(), Hosts::default()).await.expect("a second node");
    let live = other.live().store("hongdae").expect("the flagship");
    let mut news = live.watch();
    bench.hold(variant, 2).await.expect("a hold");
    while live.snapshot().available(variant) != 3 {
        tokio::time::timeout(Duration::from_secs(30), news.changed()).await.expect("news").expect("a live node");
    }
    let events = live.events_after(live.snapshot().seq - 2).expect("in memory");
    assert_eq!(events.len(), 2, "a reservation and a figure");
}

pub async fn a_reader_that_was_away_too_long_is_told_to_begin_anew(engine: Engine) {
    let Some(bench) = Bench::start(engine).await else { return };
    let seq = bench.live.snapshot().seq;
    assert_eq!(bench.live.events_after(seq).map(|events| events.len()), Some(0));
    assert!(bench.live.events_after(seq + 5).is_none(), "a number from the future is another database's");
    assert!(bench.live.events_after(-1).is_none(), "events from before this node started are not in its memory");
}

pub async fn a_price_begins_in_its_time_without_an_event(engine: Engine) {
    let Some(bench) = Bench::start(engine).await else { return };
    let (app, org) = (&bench.app, bench.live.snapshot().store.org);
    let variant = *bench.live.snapshot().stock.keys().next().expect("stock");
    let (price, sale) = (Money { minor: 90_000, currency: Currency::KRW }, Money { minor: 45_000, currency: Currency::KRW });
    let mut tx = app.store().begin().await.expect("a transaction");
    save_price(&mut tx, org, Uuid::now_v7(), variant, price, Some(sale), app.now() + Span::hours(1)).await.expect("a price");
    tx.commit().await.expect("a commit");
    app.live().reload(app.store(), app.clock()).await.expect("all stores");
    let live = app.live().store("hongdae").expect("the flagship");
    let now = || live.snapshot().price(variant).expect("a price").now;
    assert_ne!(now(), sale, "not yet");
    let mut word = live.watch();
    app.clock().move_on(Span::hours(2));
    app.live().wake();
    while now() != sale {
        tokio::time::timeout(Duration::from_secs(30), word.changed()).await.expect("word").expect("the node follows");
    }
    assert_eq!(live.snapshot().prices_until, None);
}

pub async fn a_changed_catalogue_is_read_anew_and_no_stock_is_lost(engine: Engine) {
    let Some(bench) = Bench::start(engine).await else { return };
    let (store, org) = (bench.app.store(), bench.live.snapshot().store.org);
    let product = bench.live.snapshot().catalogue.products[0].id;
    let variant = bench.variant_with(5).await;
    let other = bench.app.live().store("seongsu").expect("the other store");
    let (mut word, mut others) = (bench.live.watch(), other.watch());
    let mut tx = store.begin().await.expect("a transaction");
    text::save(&mut tx, org, "product", product, "name", &Text::ko_en("새 이름", "A new name")).await.expect("a text");
    text::save(&mut tx, org, "product", product, "tags", &Text::only(Language::EN, "unheardof\nlinen")).await.expect("a text");
    event::append(&mut tx, bench.live.id, bench.app.now(), &[Happening::Catalogue]).await.expect("an event");
    tx.commit().await.expect("a commit");
    bench.app.live().wake();
    bench.hold(variant, 2).await.expect("a hold while it is read");
    let is_renewed =
        || bench.live.snapshot().catalogue.product(product).is_some_and(|product| product.name.get(Language::EN) == "A new name");
    while !is_renewed() || bench.live.snapshot().available(variant) != 3 {
        tokio::time::timeout(Duration::from_secs(30), word.changed()).await.expect("word").expect("the node follows");
    }
    let snapshot = bench.live.snapshot();
    let found = snapshot.catalogue.index.search("unheardof", 9);
    let found: Vec<_> = found.iter().map(|(place, _)| snapshot.catalogue.products[*place as usize].id).collect();
    assert_eq!(found, [product]);
    while !Arc::ptr_eq(&other.snapshot().catalogue, &snapshot.catalogue) {
        tokio::time::timeout(Duration::from_secs(30), others.changed())
            .await
            .expect("stores share one catalogue")
            .expect("the node follows");
    }
}
