//! What several tasks share: fifty variants, the reservations there are, and what was acknowledged.

use crate::bench::Bench;
use api::event::Happening;
use domain::ids::{ReservationId, VariantId};
use domain::reservation::State;
use domain::reservation::random::{Coverage, Deed};
use server::store::event::Kept;
use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard};

const VARIANTS: usize = 50;
/// What is remembered of the latest reservations.
const REMEMBERED: usize = 300;

/// The shop.
pub struct Shop {
    pub bench: Bench,
    pub variants: Vec<VariantId>,
    known: Mutex<Known>,
}

#[derive(Default)]
struct Known {
    reservations: Vec<ReservationId>,
    coverage: Coverage,
    promises: Vec<Promise>,
    seq: i64,
    acknowledged: usize,
    repeated: usize,
}

/// A command that was acknowledged, on the version that it named.
pub struct Promise {
    pub id: ReservationId,
    pub version: u32,
    pub deed: Deed,
}

impl Shop {
    pub async fn open(bench: Bench) -> Self {
        let stock = &fixtures::onmaru().stores[0].stock;
        let variants: Vec<VariantId> = stock.iter().map(|(variant, ..)| *variant).take(VARIANTS).collect();
        assert_eq!(variants.len(), VARIANTS);
        for (variant, units) in variants.iter().zip((0..6).cycle()) {
            bench.set_free(*variant, units).await;
        }
        Self { bench, variants, known: Mutex::default() }
    }

    fn known(&self) -> MutexGuard<'_, Known> {
        self.known.lock().expect("nobody panicked with it")
    }

    pub fn nth(&self, number: usize) -> VariantId {
        self.variants[number % self.variants.len()]
    }

    /// One of the latest so many.
    pub fn recent(&self, which: usize, busy: usize) -> Option<ReservationId> {
        let known = self.known();
        let back = which.checked_rem(known.reservations.len().min(busy))?;
        known.reservations.get(known.reservations.len() - 1 - back).copied()
    }

    pub fn remember(&self, id: ReservationId) {
        let mut known = self.known();
        known.reservations.push(id);
        if known.reservations.len() > REMEMBERED * 2 {
            known.reservations.drain(..REMEMBERED);
        }
    }

    pub fn count(&self, what: impl FnOnce(&mut Coverage)) {
        what(&mut self.known().coverage);
    }

    pub fn promised(&self, promise: Promise) {
        self.known().promises.push(promise);
    }

    pub fn repeat(&self) {
        self.known().repeated += 1;
    }

    pub fn coverage(&self) -> Coverage {
        self.known().coverage.clone()
    }

    pub fn acknowledged(&self) -> usize {
        self.known().acknowledged
    }

    pub fn repeated(&self) -> usize {
        self.known().repeated
    }

    /// The last event that was looked at.
    pub fn seq(&self) -> i64 {
        self.known().seq
    }

    /// Each acknowledged command made the version after the one it named, and brought it where it leads; none shares it with another.
    pub fn find_acknowledged(&self, events: &[Kept]) -> Result<(), String> {
        let mut known = self.known();
        let mut made: HashMap<(ReservationId, u32), State> = HashMap::new();
        for event in events {
            known.seq = event.seq;
            if let Happening::Reservation { reservation, state, version } = event.what
                && made.insert((reservation, version), state).is_some()
            {
                return Err(format!("version {version} of {reservation} happened twice"));
            }
        }
        for Promise { id, version, deed } in std::mem::take(&mut known.promises) {
            let state = made
                .remove(&(id, version + 1))
                .ok_or_else(|| format!("{deed:?} on version {version} of {id} was acknowledged and is lost"))?;
            if !leads_to(deed).contains(&state) {
                return Err(format!("{deed:?} on version {version} of {id} was acknowledged and led to {state:?}"));
            }
            known.acknowledged += 1;
        }
        Ok(())
    }
}

/// Where a command that changes something brings a reservation.
fn leads_to(deed: Deed) -> &'static [State] {
    match deed {
        Deed::Activity => &[State::Held],
        Deed::Confirm | Deed::Unaccept => &[State::Placed],
        Deed::Cancel => &[State::Cancelled],
        Deed::Accept | Deed::Scan | Deed::Unpick => &[State::Picking],
        Deed::Short => &[State::NeedsDecision],
        Deed::TakeInHand => &[State::Held, State::NeedsDecision, State::Cancelled],
        Deed::Decide => &[State::Placed, State::Picking, State::NeedsDecision, State::Rejected],
        Deed::Ready | Deed::Notified | Deed::Extend => &[State::Ready],
        Deed::Collect => &[State::Collected],
        Deed::Reject => &[State::Rejected],
        Deed::Clock => &[],
    }
}
