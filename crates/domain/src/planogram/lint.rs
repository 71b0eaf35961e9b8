//! What is unwise or impossible on a floor, each with its place. It explains and never forbids: what must be mended keeps a draft from
//! being prepared, the rest is to be looked at.
//!
//! Absent so far: labels, collections' rules, low reach, and held stock whose slot goes, which need more than the plan.

mod mend;
mod plan;
mod shelf;

use super::geometry::{Dimensions, Mm};
use super::{Fixture, Floor, Planogram};
use crate::crockford::SlotCode;
use crate::ids::{FixtureId, FloorId, VariantId};

#[cfg(test)]
mod tests;
#[cfg(test)]
pub(super) use tests::room;

/// Nobody passes through less.
pub const PASSABLE: Mm = 900;
/// Two pass each other.
pub const COMFORTABLE: Mm = 1_200;

/// Something that was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Finding {
    /// How bad it is; the worst first.
    pub weight: Weight,
    /// Where.
    pub floor: FloorId,
    /// On or with which piece.
    pub fixture: FixtureId,
    /// In which slot, where it is about one.
    pub slot: Option<SlotCode>,
    /// What.
    pub what: Flaw,
}

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// To be mended before anybody builds it, or waived with a reason.
    Must,
    /// To be looked at.
    Look,
}

/// What was found, with its figures in mm.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Flaw {
    /// It stands in another piece.
    Overlaps(FixtureId),
    /// It stands outside the floor, or in an outer wall.
    Outside,
    /// It stands in an inner wall.
    InWall,
    /// So much room is before its front; [`PASSABLE`] or [`COMFORTABLE`] is wanted.
    Aisle {
        /// What there is.
        free: Mm,
        /// What there should be.
        wanted: Mm,
    },
    /// Its sign is another piece's, too: people are sent to the wrong one.
    SameSign(FixtureId),
    /// A shelf is higher than the piece.
    ShelfAbove {
        /// Counted from the top, from 1.
        shelf: u16,
        /// The piece.
        height: Mm,
    },
    /// The slot reaches past its shelf's end, or into the next slot, by so much.
    Reaches(Mm),
    /// What stands side by side needs more than the slot has.
    TooWide {
        /// What it needs.
        needs: Mm,
        /// What the slot has.
        has: Mm,
    },
    /// What stands on top of each other needs more than the shelf has.
    TooHigh {
        /// What it needs.
        needs: Mm,
        /// What is free above the shelf.
        has: Mm,
    },
    /// What stands behind each other needs more than the shelf has.
    TooDeep {
        /// What it needs.
        needs: Mm,
        /// What the shelf has.
        has: Mm,
    },
    /// The product is gone from the catalogue.
    Gone(VariantId),
    /// Its size is a guess by its category: nothing about its room is sure.
    Guessed(VariantId),
    /// Nobody has reviewed it: a shelf of this kind of shop lives by reviews.
    Unreviewed(VariantId),
}

/// What lint asks about a variant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Known {
    /// Its box.
    pub dimensions: Dimensions,
    /// The box is its category's default.
    pub guessed: bool,
    /// How many have reviewed it.
    pub reviews: u32,
}

/// All findings, the worst first, then by place. `known` says what the catalogue has; `None` is not in it any more.
pub fn lint(planogram: &Planogram, known: impl Fn(VariantId) -> Option<Known>) -> Vec<Finding> {
    let mut found = Vec::new();
    for floor in &planogram.floors {
        plan::look(floor, &mut found);
        floor.fixtures.iter().for_each(|fixture| shelf::look(floor, fixture, &known, &mut found));
    }
    found.sort_unstable();
    found
}

impl Finding {
    fn of(weight: Weight, floor: &Floor, fixture: &Fixture, what: Flaw) -> Self {
        Self { weight, floor: floor.id, fixture: fixture.id, slot: None, what }
    }
}
