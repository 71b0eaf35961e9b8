//! What shoppers read follows what is committed, on any node.

use crate::bench::{Bench, Engine};
use domain::gs1::Hosts;
use server::app::App;
use server::clock::Clock;
use server::store::Store;
use std::time::Duration;

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
