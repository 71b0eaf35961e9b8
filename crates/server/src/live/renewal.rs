//! The catalogue read anew, beside everything else: at most once at a time for an organisation, and not in a row while an import keeps
//! writing.

use super::catalogue::Catalogue;
use super::prices::OrgPrices;
use super::{LiveStore, Shared};
use crate::clock::Clock;
use crate::store::{self, Store, StoreError};
use domain::ids::OrgId;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError, Weak};
use std::time::{Duration, Instant};

/// From the end of one reading to the next: an import tells of each of its batches.
const PAUSE: Duration = Duration::from_secs(2);

/// What is to be read anew, by organisation.
#[derive(Default)]
pub(super) struct Renewals(Mutex<HashMap<OrgId, Renewal>>);

#[derive(Default)]
struct Renewal {
    wanted: Option<Part>,
    is_running: bool,
    ended: Option<Instant>,
}

/// How much is read; the catalogue comes with its prices.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Part {
    Prices,
    Catalogue,
}

impl Renewals {
    pub(super) fn want(&self, org: OrgId, part: Part) {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let renewal = all.entry(org).or_default();
        renewal.wanted = renewal.wanted.max(Some(part));
    }

    /// What is to be done now; it counts as running.
    fn take(&self) -> Vec<(OrgId, Part)> {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let ready = |(org, renewal): (&OrgId, &mut Renewal)| {
            let part = renewal.wanted.filter(|_| !renewal.is_running)?;
            if part == Part::Catalogue && renewal.ended.is_some_and(|ended| ended.elapsed() < PAUSE) {
                return None;
            }
            renewal.wanted = None;
            renewal.is_running = true;
            Some((*org, part))
        };
        all.iter_mut().filter_map(ready).collect()
    }

    fn end(&self, org: OrgId, part: Part) {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let renewal = all.entry(org).or_default();
        renewal.is_running = false;
        if part == Part::Catalogue {
            renewal.ended = Some(Instant::now());
        }
    }
}

/// Begins what is due, each on a task of its own.
pub(super) fn begin(shared: &Arc<Shared>, store: &Store, clock: &Clock) {
    for (org, part) in shared.renewals.take() {
        let (shared, store, clock) = (Arc::downgrade(shared), store.clone(), clock.clone());
        tokio::spawn(async move {
            let outcome = renew(&shared, &store, &clock, org, part).await;
            let Some(shared) = shared.upgrade() else { return };
            shared.renewals.end(org, part);
            if let Err(error) = outcome {
                tracing::warn!("the catalogue cannot be read: {error}");
                shared.renewals.want(org, part);
            }
        });
    }
}

async fn renew(shared: &Weak<Shared>, store: &Store, clock: &Clock, org: OrgId, part: Part) -> Result<(), StoreError> {
    let mut reader = store.read().await?;
    let building = match part {
        Part::Catalogue => Some(Catalogue::read(&mut reader, org).await?),
        Part::Prices => None,
    };
    // Hours and settings of stores are written beside it, and told as a changed catalogue.
    let kept = match part {
        Part::Catalogue => store::stores::all(&mut reader).await?,
        Part::Prices => Vec::new(),
    };
    let prices = OrgPrices::read(&mut reader, org, clock.now()).await?;
    let catalogue = match building {
        Some(building) => Some(building.done().await?),
        None => None,
    };
    let Some(shared) = shared.upgrade() else { return Ok(()) };
    for live in shared.stores().iter().filter(|live| live.snapshot().store.org == org) {
        match &catalogue {
            Some(catalogue) => put(live, &mut reader, catalogue, &prices).await?,
            None => live.update(Vec::new(), |snapshot| snapshot.set_prices(&prices)),
        }
        if let Some(own) = kept.iter().find(|kept| kept.id == live.id) {
            live.update(Vec::new(), |snapshot| snapshot.store = Arc::new(own.clone()));
        }
        live.curate_soon();
        if part == Part::Catalogue {
            live.renewed.send_replace((live.snapshot().seq, clock.now()));
        }
    }
    Ok(())
}

/// An import brings stock along and tells of it as one change of the catalogue, so figures are read, too. What happened meanwhile is
/// known better by whoever follows the events.
async fn put(live: &LiveStore, reader: &mut store::Reader, catalogue: &Arc<Catalogue>, prices: &OrgPrices) -> Result<(), StoreError> {
    let since = live.snapshot().seq;
    let mut figures = store::stock::figures(reader, live.id).await?;
    live.update(Vec::new(), |snapshot| {
        for variant in live.stock_changed_after(since) {
            if let Some(figure) = snapshot.stock.get(&variant) {
                figures.insert(variant, *figure);
            }
        }
        snapshot.set_catalogue(catalogue.clone(), prices, figures);
    });
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    #[test]
    fn one_reading_at_a_time_and_the_larger_wish_counts() {
        let (renewals, org) = (Renewals::default(), OrgId::new(Uuid::from_u128(1)));
        assert_eq!(renewals.take(), []);
        renewals.want(org, Part::Catalogue);
        renewals.want(org, Part::Prices);
        assert_eq!(renewals.take(), [(org, Part::Catalogue)]);
        renewals.want(org, Part::Prices);
        assert_eq!(renewals.take(), [], "while one runs");
        renewals.end(org, Part::Catalogue);
        assert_eq!(renewals.take(), [(org, Part::Prices)]);
        renewals.want(org, Part::Catalogue);
        renewals.end(org, Part::Prices);
        assert_eq!(renewals.take(), [], "a catalogue was read just before");
    }
}
