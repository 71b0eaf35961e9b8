//! Follows the event table and renews snapshots.

use super::{LiveStore, Shared};
use crate::clock::Clock;
use crate::store::event::Kept;
use crate::store::{self, Store, StoreError};
use api::event::Happening;
use std::collections::{BTreeSet, HashMap};
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
            if let Err(error) = catch_up(one, &store).await {
                tracing::warn!(store = one.slug, "the event table cannot be read: {error}");
            }
            if let Err(error) = reprice(one, &store, &clock).await {
                tracing::warn!(store = one.slug, "prices cannot be read: {error}");
            }
        }
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

async fn catch_up(live: &LiveStore, store: &Store) -> Result<(), StoreError> {
    loop {
        let since = live.snapshot().seq;
        let mut reader = store.read().await?;
        let events = store::event::after(&mut reader, live.id, since, BATCH).await?;
        let Some(last) = events.last().map(|event| event.seq) else { return Ok(()) };
        let snapshot = renewed(live, &mut reader, &events, last).await?;
        live.renew(snapshot, events);
    }
}

/// A price that begins or ends writes no event: time alone changes it.
async fn reprice(live: &LiveStore, store: &Store, clock: &Clock) -> Result<(), StoreError> {
    let (snapshot, now) = (live.snapshot(), clock.now());
    if snapshot.prices_until.is_some_and(|until| until <= now) {
        let mut reader = store.read().await?;
        live.renew(snapshot.repriced(&mut reader, now).await?, Vec::new());
    }
    Ok(())
}

/// Only what the events name is read again.
async fn renewed(live: &LiveStore, reader: &mut store::Reader, events: &[Kept], seq: i64) -> Result<super::snapshot::Snapshot, StoreError> {
    let mut snapshot = (*live.snapshot()).clone();
    let mut figures: HashMap<_, _> = (*snapshot.stock).clone();
    let variants: BTreeSet<_> = events
        .iter()
        .filter_map(|event| match event.what {
            Happening::Stock { variant, .. } => Some(variant),
            _ => None,
        })
        .collect();
    for variant in variants {
        figures.extend(store::stock::figure_of(reader, live.id, variant).await?);
    }
    snapshot.stock = Arc::new(figures);
    if events.iter().any(|event| matches!(event.what, Happening::Planogram { .. })) {
        snapshot.set_planogram(store::planogram::live(reader, live.id).await?);
    }
    if let Some(last) = events.iter().rfind(|event| event.what == Happening::Catalogue) {
        snapshot = snapshot.repriced(reader, last.at).await?;
    }
    snapshot.seq = seq;
    Ok(snapshot)
}
