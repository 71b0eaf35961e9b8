//! What shoppers read follows what is committed, on any node.

use crate::bench::{Bench, Engine};
use domain::gs1::Hosts;
use domain::{Currency, Money, Span};
use server::app::App;
use server::clock::Clock;
use server::store::Store;
use server::store::catalog::save_price;
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
    let now = || live.snapshot().catalogue.variant(variant).and_then(|(_, variant)| variant.price).expect("a price").now;
    assert_ne!(now(), sale, "not yet");
    let mut word = live.watch();
    app.clock().move_on(Span::hours(2));
    app.live().wake();
    while now() != sale {
        tokio::time::timeout(Duration::from_secs(30), word.changed()).await.expect("word").expect("the node follows");
    }
    assert_eq!(live.snapshot().prices_until, None);
}
