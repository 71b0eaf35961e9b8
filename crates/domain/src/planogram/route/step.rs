//! What is told on the way. Words are the screen's.

use crate::ids::{FixtureId, FloorId, ZoneId};
use crate::planogram::geometry::Mm;
use crate::planogram::{PlaceKind, Reach};
use crate::text::Text;

/// Of somebody who walks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Left.
    Left,
    /// Right.
    Right,
}

/// Which way something is from somebody who stands or walks: each a quarter of the horizon.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bearing {
    /// Straight ahead.
    Ahead,
    /// On the left.
    Left,
    /// On the right.
    Right,
    /// Behind one's back.
    Behind,
}

/// Something that can be seen and named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Landmark {
    /// A piece of furniture.
    Fixture {
        /// Its id.
        id: FixtureId,
        /// "램프 테이블", "Lamp table".
        name: Text,
    },
    /// A named area.
    Zone {
        /// Its id.
        id: ZoneId,
        /// "리빙", "Living".
        name: Text,
    },
    /// The counter, the lift and the like.
    Place(PlaceKind),
}

/// One numbered step. Lengths are mm on foot until the next turn, lift, stairs or the goal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// The first on each floor.
    Start {
        /// Which way to go, where it is known how one stands.
        bearing: Option<Bearing>,
        /// What is seen ahead.
        toward: Option<Landmark>,
        /// How far.
        length: Mm,
    },
    /// A bend worth a word (35° and more).
    Turn {
        /// Which way.
        side: Side,
        /// What one turns round, or what is close by.
        at: Option<Landmark>,
        /// How far from there.
        length: Mm,
    },
    /// Going by something.
    Pass {
        /// Where it stands.
        side: Side,
        /// What.
        landmark: Landmark,
    },
    /// Into the goal's area.
    Enter {
        /// Its id.
        zone: ZoneId,
        /// Its name.
        name: Text,
    },
    /// By lift.
    Lift {
        /// To there.
        to: FloorId,
    },
    /// By the stairs.
    Stairs {
        /// To there.
        to: FloorId,
    },
    /// In front of the slot.
    Arrive {
        /// Where the shelf is for somebody who came walking.
        bearing: Bearing,
        /// What the slot belongs to.
        fixture: FixtureId,
        /// The fixture's name.
        name: Text,
        /// Counted from the left of somebody who faces the fixture, from 1. A bay is a metre, as it is drawn.
        bay: u16,
        /// How many the fixture has: 1 where there is nothing to count.
        bays: u16,
        /// Counted from the top, from 1.
        shelf: u16,
        /// How many the fixture has.
        shelves: u16,
        /// How high that is for a person.
        reach: Reach,
    },
    /// At a place that is no slot.
    ArriveAt {
        /// What stands there.
        landmark: Option<Landmark>,
    },
    /// As near as one comes to the goal.
    ShortOf {
        /// The goal's fixture or place.
        landmark: Option<Landmark>,
        /// How far it still is, mm, straight.
        length: Mm,
    },
}
