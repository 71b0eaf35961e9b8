//! Staff's round: past the slots of a pick list or of what goes back, from the counter. One stop a piece of furniture: who stands there
//! takes everything from it, from the top down.

use super::standing::Found;
use super::{Goal, Ground, Way};
use crate::crockford::SlotCode;
use crate::ids::FixtureId;
use crate::planogram::Planogram;
use crate::planogram::geometry::Mm;

/// Slots in the order they are met.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Round {
    /// Those without a way come last.
    pub stops: Vec<RoundStop>,
    /// On foot, mm; where nobody knows where to begin, 0.
    pub length: Mm,
}

/// A slot, and which part of its fixture's front it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RoundStop {
    /// The slot.
    pub slot: SlotCode,
    /// Its left end, in thousandths of the fixture's width.
    pub left: u16,
    /// Its width, in thousandths of the fixture's width.
    pub width: u16,
}

impl Planogram {
    /// A good order to walk past `slots`; those that no fixture has are left out, and one that is named twice is met once.
    pub fn round(&self, slots: &[SlotCode]) -> Round {
        let mut pieces: Vec<(FixtureId, Vec<Placed>)> = Vec::new();
        for slot in slots {
            let Some(found) = self.find_slot(*slot) else { continue };
            let stop = stop(&found);
            match pieces.iter_mut().find(|(fixture, _)| *fixture == found.fixture.id) {
                Some((_, stops)) if stops.contains(&stop) => {}
                Some((_, stops)) => stops.push(stop),
                None => pieces.push((found.fixture.id, vec![stop])),
            }
        }
        for (_, stops) in &mut pieces {
            stops.sort_by_key(|(shelf, x, stop)| (*shelf, *x, stop.slot));
        }
        let (order, length) = self.order(&pieces.iter().map(|(_, stops)| stops[0].2.slot).collect::<Vec<_>>());
        Round { stops: order.into_iter().flat_map(|piece| pieces[piece].1.iter().map(|(_, _, stop)| *stop)).collect(), length }
    }

    fn order(&self, first: &[SlotCode]) -> (Vec<usize>, Mm) {
        let goals: Vec<Goal> =
            first.iter().filter_map(|slot| Some(Goal { spot: self.standing_point(*slot)?, slot: Some(*slot) })).collect();
        let Some(from) = self.counter().filter(|_| goals.len() == first.len()) else { return ((0..first.len()).collect(), 0) };
        let tour = Ground::of(self, Way::Any).tour(from, &goals);
        let mut order = tour.order;
        order.extend(tour.unreached.iter().map(|(goal, _)| *goal));
        (order, tour.length)
    }
}

/// A stop with its shelf from the top and its place from the left.
type Placed = (usize, Mm, RoundStop);

fn stop(found: &Found) -> Placed {
    let shelf = found.fixture.shelves.iter().position(|shelf| std::ptr::eq(shelf, found.shelf)).unwrap_or(0);
    let part = |length: Mm| {
        let thousandths = i64::from(length) * 1000 / i64::from(found.fixture.size.width.max(1));
        u16::try_from(thousandths.clamp(0, 1000)).unwrap_or(1000)
    };
    let slot = found.slot;
    (shelf, slot.x, RoundStop { slot: slot.code, left: part(slot.x), width: part(slot.width) })
}
