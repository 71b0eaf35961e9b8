//! Several nodes on one database, whose clocks look at the same moment.

use crate::bench::{Bench, Engine, staff};
use api::event::Happening;
use domain::Span;
use domain::gs1::Hosts;
use domain::ids::ReservationId;
use domain::reservation::State;
use server::app::App;
use server::reservation::act::Act;
use server::reservation::sweep;
use server::store::{self, Ask as _, Store, text};
use std::collections::HashMap;

const EACH: usize = 12;

/// Holds that run out, orders that nobody picks further, and orders that nobody fetches, all due at once; two nodes sweep twice at once.
pub async fn of_two_nodes_one_takes_each_step_that_is_due(engine: Engine) {
    let Some(bench) = Bench::start(engine).await else { return };
    let other = another_node(&bench).await;
    let variant = bench.variant_with(100).await;
    let mut expected: HashMap<ReservationId, State> = HashMap::new();
    for _ in 0..EACH {
        expected.insert(bench.hold(variant, 1).await.expect("a hold"), State::Expired);
        let id = bench.picking(variant, 1).await;
        bench.act(id, staff(), Act::Scan(variant)).await.expect("a scan");
        bench.act(id, staff(), Act::Ready { bin: "7".into() }).await.expect("ready");
        expected.insert(id, State::NoShow);
    }
    let since = store::event::last(&mut bench.app.store().read().await.expect("a reader"), bench.store_id()).await.expect("a number");
    bench.app.clock().move_on(Span::hours(24 * 9));
    let swept = futures::future::join_all([&bench.app, &other, &bench.app, &other].map(sweep::once)).await;
    swept.into_iter().for_each(|one| one.expect("a sweep"));
    let mut reader = bench.app.store().read().await.expect("a reader");
    let events = store::event::after(&mut reader, bench.store_id(), since, 10_000).await.expect("events");
    let steps: Vec<_> = events
        .iter()
        .filter_map(|event| match event.what {
            Happening::Reservation { reservation, state, .. } => Some((reservation, state)),
            _ => None,
        })
        .collect();
    assert_eq!((steps.len(), steps.into_iter().collect::<HashMap<_, _>>()), (expected.len(), expected));
    let tasks = store::putback::open(&mut reader, bench.store_id()).await.expect("tasks");
    assert_eq!(tasks.iter().map(|task| task.quantity).collect::<Vec<_>>(), [1; EACH], "one task for each that nobody fetched");
    drop(reader);
    bench.assert_clean().await;
    one_notice_each(&bench, &other).await;
}

/// What ends by the clock alone is told once.
async fn one_notice_each(bench: &Bench, other: &App) {
    let variant = bench.variant_with(20).await;
    for _ in 0..EACH {
        let id = bench.hold(variant, 1).await.expect("a hold");
        let act = Act::Confirm { nickname: "도토리".into(), contact: Some("a@b.kr".into()), language: None };
        bench.act(id, domain::reservation::Actor::Shopper, act).await.expect("a confirmation");
    }
    bench.app.clock().move_on(Span::hours(24 * 9));
    let swept = futures::future::join_all([&bench.app, other, &bench.app, other].map(sweep::once)).await;
    swept.into_iter().for_each(|one| one.expect("a sweep"));
    let sql = "SELECT r.reservation_id, COUNT(n.notice_id) FROM reservation r LEFT JOIN notice n ON n.store_id = r.store_id \
               AND n.reservation_id = r.reservation_id AND n.kind = 'ended' WHERE r.store_id = $1 AND r.state = 'rejected' GROUP BY r.reservation_id";
    let rows = bench.app.store().read().await.expect("a reader").fetch(sql, &[text(bench.store_id())]).await.expect("notices");
    let notices: Vec<i64> = rows.iter().map(|row| row.int(1).expect("a number")).collect();
    assert_eq!(notices, [1; EACH]);
    server::check::run_at(bench.app.store(), bench.app.now()).await.expect("a check");
}

/// The same database, connections of its own; the same clock.
pub async fn another_node(bench: &Bench) -> App {
    let store = match &bench.url {
        Some(url) => Store::connect(url).await,
        None => Store::open(bench.data.path()).await,
    };
    let store = store.expect("the database again");
    App::start(store, bench.data.path(), bench.app.clock().clone(), Hosts::default()).await.expect("another app")
}
