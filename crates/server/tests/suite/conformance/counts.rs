//! "It is not there": reports, counts, and what shoppers read of them.

use crate::bench::{Bench, Engine, person};
use api::Code;
use domain::Span;
use domain::ids::{CountId, VariantId};
use server::command::Key;
use server::count::report::report;
use server::count::settle::{Count, settle};
use server::failure::Failure;
use server::store::count::{self, Task};
use std::time::Duration;
use uuid::Uuid;

async fn say_missing(bench: &Bench, variant: VariantId) -> CountId {
    let key = Key::new("test", Uuid::now_v7(), &variant);
    report(&bench.app, &bench.live, &key, variant, None).await.expect("a report");
    latest(bench, variant).await.id
}

async fn latest(bench: &Bench, variant: VariantId) -> Task {
    let mut reader = bench.app.store().read().await.expect("a reader");
    count::latest(&mut reader, bench.store_id(), variant).await.expect("a read").expect("a task")
}

async fn counts(bench: &Bench, id: CountId, found: u32, expected: u32) -> Result<(), Failure> {
    let key = Key::new("test", Uuid::now_v7(), &(id, found));
    settle(&bench.app, &bench.live, &key, Count { id, found, expected, by: person() }).await
}

/// What the snapshot says of it once that is so.
async fn shown(bench: &Bench, variant: VariantId, wanted: impl Fn(Option<&Task>) -> bool) -> Option<Task> {
    let mut word = bench.live.watch();
    loop {
        let snapshot = bench.live.snapshot();
        let check = snapshot.check(variant, bench.app.now());
        if wanted(check) {
            return check.copied();
        }
        tokio::time::timeout(Duration::from_secs(30), word.changed()).await.expect("word").expect("the node follows");
    }
}

pub async fn what_is_reported_is_checked_and_the_count_becomes_the_figure(engine: Engine) {
    let Some(bench) = Bench::start(engine).await else { return };
    let variant = bench.variant_with(3).await;
    let id = say_missing(&bench, variant).await;
    let checking = shown(&bench, variant, |check| check.is_some()).await.expect("a check");
    assert_eq!((checking.counted, bench.live.snapshot().available(variant)), (None, 3), "the figure stays what may be held");
    counts(&bench, id, 2, 3).await.expect("a count");
    let counted = shown(&bench, variant, |check| check.is_some_and(|check| check.counted.is_some())).await.and_then(|task| task.counted);
    let counted = counted.expect("a witness");
    assert_eq!((counted.by, counted.found, bench.live.snapshot().available(variant)), (person(), 2, 2));
    bench.assert_clean().await;
    bench.app.clock().move_on(Span::hours(15 * 24));
    assert_eq!(bench.live.snapshot().check(variant, bench.app.now()), None, "no news on another day");
}

pub async fn a_count_that_agrees_proves_the_figure_without_a_movement(engine: Engine) {
    let Some(bench) = Bench::start(engine).await else { return };
    let variant = bench.variant_with(3).await;
    let id = say_missing(&bench, variant).await;
    bench.app.clock().move_on(Span::minutes(20));
    counts(&bench, id, 3, 3).await.expect("a count");
    shown(&bench, variant, |check| check.is_some_and(|check| check.counted.is_some())).await;
    let (figure, counted) = (bench.live.snapshot().stock[&variant], latest(&bench, variant).await.counted.expect("a count"));
    assert_eq!((figure.stock.floor, figure.changed_at), (3, counted.at));
    bench.assert_clean().await;
}

pub async fn further_reports_join_until_an_hour_after_the_count_and_then_there_is_another_task(engine: Engine) {
    let Some(bench) = Bench::start(engine).await else { return };
    let variant = bench.variant_with(3).await;
    let id = say_missing(&bench, variant).await;
    bench.app.clock().move_on(Span::minutes(30));
    assert_eq!((say_missing(&bench, variant).await, latest(&bench, variant).await.reports), (id, 2));
    counts(&bench, id, 3, 3).await.expect("a count");
    assert_eq!((say_missing(&bench, variant).await, latest(&bench, variant).await.reports), (id, 3));
    assert!(latest(&bench, variant).await.counted.is_some(), "what was just counted is not counted again");
    bench.app.clock().move_on(Span::minutes(59));
    assert_eq!(say_missing(&bench, variant).await, id, "for an hour from the count, not from the report");
    bench.app.clock().move_on(Span::minutes(1));
    assert_ne!(say_missing(&bench, variant).await, id);
    assert_eq!((latest(&bench, variant).await.reports, latest(&bench, variant).await.counted), (1, None));
    bench.app.clock().move_on(Span::hours(5));
    say_missing(&bench, variant).await;
    assert_eq!(latest(&bench, variant).await.reports, 2, "an open task is joined however old it is");
    bench.assert_clean().await;
}

pub async fn many_reports_at_once_make_one_task(engine: Engine) {
    let Some(bench) = Bench::start(engine).await else { return };
    let variant = bench.variant_with(1).await;
    let ids = futures::future::join_all((0..8).map(|_| say_missing(&bench, variant))).await;
    assert!(ids.iter().all(|id| *id == ids[0]), "{ids:?}");
    assert_eq!(latest(&bench, variant).await.reports, 8);
    bench.assert_clean().await;
}

pub async fn of_two_who_count_at_once_one_counts(engine: Engine) {
    let Some(bench) = Bench::start(engine).await else { return };
    let variant = bench.variant_with(5).await;
    let id = say_missing(&bench, variant).await;
    let both = futures::future::join_all([counts(&bench, id, 4, 5), counts(&bench, id, 3, 5)]).await;
    let refused: Vec<Code> = both.iter().filter_map(|one| one.as_ref().err().map(|failure| failure.code)).collect();
    assert_eq!(refused, [Code::NoSuchTask]);
    let found = latest(&bench, variant).await.counted.expect("a count").found;
    assert_eq!(bench.stock(variant).await.floor, found);
    bench.assert_clean().await;
}

pub async fn a_count_says_nothing_where_units_went_meanwhile(engine: Engine) {
    let Some(bench) = Bench::start(engine).await else { return };
    let variant = bench.variant_with(3).await;
    let id = say_missing(&bench, variant).await;
    bench.set_free(variant, 2).await;
    let stale = counts(&bench, id, 3, 3).await.expect_err("counted before one went");
    assert_eq!((stale.code, stale.params["expected"].as_str()), (Code::Stale, "2"));
    assert_eq!((bench.stock(variant).await.floor, latest(&bench, variant).await.counted), (2, None));
    counts(&bench, id, 1, 2).await.expect("counted again");
    bench.assert_clean().await;
}

pub async fn less_than_is_promised_is_a_shortfall_until_it_is_found(engine: Engine) {
    let Some(bench) = Bench::start(engine).await else { return };
    let variant = bench.variant_with(1).await;
    let reservation = bench.hold(variant, 1).await.expect("a hold");
    bench.confirm(reservation).await;
    let id = say_missing(&bench, variant).await;
    counts(&bench, id, 0, 1).await.expect("a count");
    let stock = bench.stock(variant).await;
    assert_eq!((stock.floor, stock.claimed, stock.available()), (0, 1, -1));
    // Clean means that a shortfall is open exactly then.
    bench.assert_clean().await;
    bench.app.clock().move_on(Span::hours(2));
    let again = say_missing(&bench, variant).await;
    counts(&bench, again, 1, 0).await.expect("found behind another");
    assert_eq!(bench.stock(variant).await.available(), 0);
    bench.assert_clean().await;
}
