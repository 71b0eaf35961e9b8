//! The walk: the shortest way over the walkable area of a floor to a slot's standing point or a place, in lines and in steps.
//!
//! Walkable is what lies inside the outline, [`CLEARANCE`] and more from every wall and fixture. What is round is taken for an octagon around
//! it, so at a corner the walk keeps up to 8 % more. Between the posts of a gate it keeps what there is. The way is the shortest over that area (bends
//! are at the octagons' corners only), not an approximation on a grid: walked back, it is as long.
//!
//! Inside, distances are `f64` millimetres and every decision about crossing is exact, in integers.
//! Absent: one-way gates, crowds, and how long a lift takes to come.

mod describe;
mod field;
mod grid;
mod ground;
mod landmarks;
mod nearest;
mod network;
mod obstacle;
mod order;
mod round;
mod standing;
mod step;

pub use ground::Ground;
pub use round::{Round, RoundStop};
pub use step::{Bearing, Landmark, Side, Step};

use super::geometry::{Mm, Point};
use crate::crockford::SlotCode;
use crate::ids::FloorId;

/// How far a walk keeps from walls and fixtures.
pub const CLEARANCE: Mm = 400;

/// A place on a floor, perhaps with the direction in which somebody there looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spot {
    /// The floor.
    pub floor: FloorId,
    /// Where on it.
    pub at: Point,
    /// Whole degrees clockwise, 0 looks down the plan (towards +y), as [`super::Fixture::rotation`].
    pub heading: Option<i16>,
}

/// What may be walked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Way {
    /// Stairs too.
    #[default]
    Any,
    /// Lifts only.
    StepFree,
}

/// Where somebody wants to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Goal {
    /// A slot's [standing point](super::Planogram::standing_point), or a place like the counter.
    pub spot: Spot,
    /// The slot, where it is one.
    pub slot: Option<SlotCode>,
}

/// A stretch on one floor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Leg {
    /// The floor.
    pub floor: FloorId,
    /// From bend to bend, all of it walkable. It starts and ends at the nearest walkable points to what was asked for.
    pub line: Vec<Point>,
}

/// A way to one goal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Walk {
    /// In the order they are walked.
    pub legs: Vec<Leg>,
    /// On foot, mm; a lift or stairs count nothing.
    pub length: Mm,
    /// To be told.
    pub steps: Vec<Step>,
    /// The goal cannot be reached; the walk ends that far (mm, straight) from it, as near as one comes.
    pub short_of: Option<Mm>,
}

/// A way past several goals.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tour {
    /// Indices of the goals as they are visited; those in `unreached` are missing.
    pub order: Vec<usize>,
    /// One a goal, in the same order; each starts where the one before ended.
    pub walks: Vec<Walk>,
    /// Goals without a way, and why.
    pub unreached: Vec<(usize, Blocked)>,
    /// On foot, mm.
    pub length: Mm,
}

/// Why there is no way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Blocked {
    /// Step-free, and no lift joins the floors.
    NoLift,
    /// Nothing joins the floors, or furniture stands in every way to what does.
    NoWay,
    /// The start or the goal is on a floor that the planogram does not have.
    NoSuchFloor,
}

#[cfg(test)]
mod tests;
