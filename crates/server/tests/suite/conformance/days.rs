//! Holidays and settings that are written while a node runs.

use crate::bench::{Bench, Engine, staff};
use api::event::Happening;
use domain::reservation::State;
use domain::{Instant, Span};
use server::hours;
use server::reservation::act::Act;
use server::store::stores::{self, Hours};
use server::store::{Tx, event};

/// Writes as `vitrine store` does, and waits until the node has read it.
async fn changed(bench: &Bench, write: impl AsyncFnOnce(&mut Tx)) {
    let mut renewed = bench.live.renewed();
    let mut tx = bench.app.store().begin().await.expect("a transaction");
    write(&mut tx).await;
    event::append(&mut tx, bench.store_id(), bench.app.now(), &[Happening::Catalogue]).await.expect("an event");
    tx.commit().await.expect("a commit");
    bench.app.live().wake();
    renewed.changed().await.expect("a renewal");
}

pub async fn a_holiday_moves_the_end_of_waiting_on_every_node(engine: Engine) {
    let Some(bench) = Bench::start(engine).await else { return };
    let now = bench.app.now();
    let usual = hours::pickup_by(&bench.live.snapshot().store, now);
    let day = hours::day(&bench.live.snapshot().store, usual);
    let save = async |hours: Option<Hours>| {
        changed(&bench, async |tx| stores::save_day(tx, bench.store_id(), &day, hours).await.expect("a day")).await
    };
    save(Some(None)).await;
    let moved = hours::pickup_by(&bench.live.snapshot().store, now);
    assert!(moved > usual, "{moved:?} is a later day than {usual:?}");
    save(Some(Some((600, 660)))).await;
    assert!(hours::pickup_by(&bench.live.snapshot().store, now) < usual, "it closes at eleven");
    save(None).await;
    assert_eq!(hours::pickup_by(&bench.live.snapshot().store, now), usual);
}

pub async fn a_stores_own_timers_hold_and_scarce_goods_wait_two_hours(engine: Engine) {
    let Some(bench) = Bench::start(engine).await else { return };
    let variant = bench.variant_with(2).await;
    let tag = {
        let snapshot = bench.live.snapshot();
        let (product, _) = snapshot.catalogue.variant(variant).expect("a product");
        product.tags.iter().find_map(|(_, tags)| tags.lines().next().map(str::to_owned))
    };
    let tag = tag.unwrap_or_else(|| "limited".to_owned());
    changed(&bench, async |tx| {
        let store = bench.store_id();
        stores::save_setting(tx, store, "hold", Some("3m")).await.expect("a setting");
        stores::save_setting(tx, store, "scarce-tag", Some(&tag)).await.expect("a setting");
        let (org, product) = {
            let snapshot = bench.live.snapshot();
            (snapshot.store.org, snapshot.catalogue.variant(variant).expect("a product").0.id)
        };
        let words = domain::Text::only(domain::Language::KO, &tag);
        server::store::text::save(tx, org, "product", product, "tags", &words).await.expect("a tag");
        // Doors that never close: the test may run at night.
        stores::save_week(tx, store, &[Some((0, 1440)); 7]).await.expect("a week");
    })
    .await;
    let id = bench.hold(variant, 1).await.expect("a hold");
    let held = bench.kept(id).await.machine;
    assert_eq!(held.expires_at.since(held.held_at), Span::minutes(3));
    bench.confirm(id).await;
    for act in [Act::Accept(crate::bench::person()), Act::Scan(variant), Act::Ready { bin: "A1".into() }] {
        bench.act(id, staff(), act).await.expect("a step");
    }
    let ready = bench.kept(id).await.machine;
    assert_eq!((ready.state, waits(ready.pickup_by, ready.since)), (State::Ready, Span::hours(2)));
    bench.assert_clean().await;
}

fn waits(until: Option<Instant>, since: Instant) -> Span {
    until.expect("a time").since(since)
}
