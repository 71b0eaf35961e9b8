//! Follows the event table and renews snapshots.

use super::renewal::{self, Part};
use super::{LiveStore, Shared};
use crate::clock::Clock;
use crate::store::event::Kept;
use crate::store::{self, Store, StoreError};
use api::event::Happening;
use std::collections::HashMap;
use std::sync::atomic::Ordering;
use std::sync::{Arc, Weak};
use std::time::Duration;

/// Even without any word, the table is read this often.
const BEAT: Duration = Duration::from_secs(1);
const BATCH: u32 = 500;
/// The channel of `NOTIFY`.
pub const CHANNEL: &str = "vitrine";

/// Until the last `Live` is gone.
pub(super) async fn follow(shared: Weak<Shared>, store: Store, clock: Clock) {
    while let Some(live) = shared.upgrade().filter(|live| !live.is_closed()) {
        for one in live.stores().iter() {
            if let Err(error) = catch_up(&live, one, &store).await {
                tracing::warn!(store = one.slug, "the event table cannot be read: {error}");
            }
            // A price that begins or ends writes no event: time alone changes it.
            let snapshot = one.snapshot();
            if snapshot.prices_until.is_some_and(|until| until <= clock.now()) {
                live.renewals.want(snapshot.store.org, Part::Prices);
            }
        }
        renewal::begin(&live, &store, &clock);
        if let Store::Postgres(engine) = &store
            && live.committed.swap(false, Ordering::Relaxed)
        {
            engine.tell(CHANNEL).await;
        }
        let _ = tokio::time::timeout(BEAT, live.wake.notified()).await;
    }
}

/// PostgreSQL: word from other nodes. When the connection is lost, the beat does its work until it is back.
pub(super) async fn listen(shared: Weak<Shared>, pool: sqlx::PgPool) {
    while shared.strong_count() > 0 {
        if let Ok(mut listener) = sqlx::postgres::PgListener::connect_with(&pool).await
            && listener.listen(CHANNEL).await.is_ok()
        {
            while let Ok(Ok(_)) = tokio::time::timeout(BEAT * 30, listener.recv()).await {
                let Some(live) = shared.upgrade() else { return };
                live.wake.notify_one();
            }
        }
        tokio::time::sleep(BEAT).await;
    }
}

async fn catch_up(shared: &Arc<Shared>, live: &LiveStore, store: &Store) -> Result<(), StoreError> {
    loop {
        let snapshot = live.snapshot();
        let mut reader = store.read().await?;
        let events = store::event::after(&mut reader, live.id, snapshot.seq, BATCH).await?;
        if events.is_empty() {
            return Ok(());
        }
        if events.iter().any(|event| event.what == Happening::Catalogue) {
            shared.renewals.want(snapshot.store.org, Part::Catalogue);
        }
        let touched = touches_collections(live, &events);
        renew(live, &mut reader, events).await?;
        if touched {
            live.curate_soon();
        }
    }
}

/// Whether these events may change who is in a collection, or why. A changed catalogue says so when it has been read.
fn touches_collections(live: &LiveStore, events: &[Kept]) -> bool {
    live.curated().is_about_stock && events.iter().any(|event| matches!(event.what, Happening::Stock { .. }))
}

/// Only what the events name is read again.
async fn renew(live: &LiveStore, reader: &mut store::Reader, events: Vec<Kept>) -> Result<(), StoreError> {
    let mut figures = HashMap::new();
    for variant in events.iter().filter_map(Kept::stock_of) {
        if !figures.contains_key(&variant) {
            figures.extend(store::stock::figure_of(reader, live.id, variant).await?);
        }
    }
    let planogram = match events.iter().any(|event| matches!(event.what, Happening::Planogram { .. })) {
        true => Some(store::planogram::live(reader, live.id).await?),
        false => None,
    };
    let pause = match events.iter().any(|event| event.what == Happening::Pause) {
        true => Some(store::pause::get(reader, live.id).await?),
        false => None,
    };
    let mut checks = HashMap::new();
    for event in &events {
        if let Happening::Check { variant } = event.what {
            checks.extend(store::count::latest(reader, live.id, variant).await?.map(|task| (variant, task)));
        }
    }
    live.update(events, |snapshot| {
        if !checks.is_empty() {
            snapshot.set_checks(checks);
        }
        if !figures.is_empty() {
            snapshot.set_stock(figures);
        }
        if let Some(pause) = pause {
            snapshot.pause = pause;
        }
        if let Some(planogram) = planogram {
            snapshot.set_planogram(planogram);
        }
    });
    Ok(())
}
