//! What shoppers do, counted in memory and written every few seconds: nobody in particular, and never in the way of a reply.
//!
//! A crash loses the last seconds' counts, which is accepted: they rank things, they are no books.

use crate::app::App;
use crate::hours;
use crate::live::LiveStore;
use crate::store::activity::{self, Counted};
use crate::store::{Store, StoreError};
use domain::Instant;
use domain::curation::Measure;
use domain::ids::{ProductId, StoreId};
use std::collections::{BTreeSet, HashMap};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// How long counts stay in memory.
const PAUSE: Duration = Duration::from_secs(3);

/// Counts that are not written yet.
#[derive(Default)]
pub struct Activity(Mutex<Counts>);

type Counts = HashMap<(StoreId, ProductId, i32, Measure), u32>;

impl Activity {
    /// So often, in this store, at this moment.
    pub fn count(&self, live: &LiveStore, product: ProductId, measure: Measure, times: u32, now: Instant) {
        let day = hours::day_number(&live.snapshot().store, now);
        let mut counts = self.lock();
        let count = counts.entry((live.id, product, day, measure)).or_default();
        *count = count.saturating_add(times);
    }

    /// Writes what was counted, in one transaction; the stores that it was counted in. What cannot be written is kept for the next time.
    ///
    /// # Errors
    /// When the database is away.
    pub async fn flush(&self, store: &Store) -> Result<BTreeSet<StoreId>, StoreError> {
        let counts = std::mem::take(&mut *self.lock());
        let written = write(store, &counts).await;
        if written.is_err() {
            let mut kept = self.lock();
            for (key, times) in counts {
                let count = kept.entry(key).or_default();
                *count = count.saturating_add(times);
            }
        }
        written
    }

    fn lock(&self) -> MutexGuard<'_, Counts> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

async fn write(store: &Store, counts: &Counts) -> Result<BTreeSet<StoreId>, StoreError> {
    if counts.is_empty() {
        return Ok(BTreeSet::new());
    }
    let mut rows: Vec<_> = counts.iter().collect();
    rows.sort();
    let mut tx = store.begin().await?;
    for ((of, product, day, measure), count) in &rows {
        activity::add(&mut tx, *of, &Counted { product: *product, day: *day, measure: *measure, count: **count }).await?;
    }
    tx.commit().await?;
    Ok(rows.iter().map(|((of, ..), _)| *of).collect())
}

/// Until the process is about to end.
pub async fn run(app: App) {
    while !app.live().is_closed() {
        tokio::time::sleep(PAUSE).await;
        flush(&app).await;
    }
}

/// Writes what was counted now, and has the collections that rest on it looked at.
pub async fn flush(app: &App) {
    match app.activity().flush(app.store()).await {
        Ok(stores) => stores.into_iter().filter_map(|id| app.live().store_by_id(id)).for_each(|live| live.curate_soon()),
        Err(error) => tracing::warn!("what was counted cannot be written yet: {error}"),
    }
}
