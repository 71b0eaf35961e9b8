//! Edits of a draft as values. Each says what stands there afterwards; applying it gives the edit that takes it back.
//!
//! A floor's plan and a piece of furniture are replaced whole. Floors stand from the lowest up, furniture in the order of its ids, never in
//! that of the edits. So edits of different ones come to the same whichever is first (what two editors need), and taking edits back
//! restores every byte.

use super::limits::{self, Limit};
use super::{Fixture, Floor, Planogram};
use crate::crockford::SlotCode;
use crate::ids::{FixtureId, FloorId};

/// One edit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Edit {
    /// A floor's plan: a new one, or another for the one of this id. Its furniture stays where it is, so `fixtures` is not looked at.
    PutFloor(Floor),
    /// No such floor any more; it must be empty.
    RemoveFloor(FloorId),
    /// A piece of furniture: a new one, or another for the one of this id, which leaves the floor where it stood.
    PutFixture {
        /// Where it stands afterwards.
        floor: FloorId,
        /// As it is afterwards, with its shelves.
        fixture: Fixture,
    },
    /// No such piece any more.
    RemoveFixture(FixtureId),
}

/// What an edit is about. Each has a version of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Target {
    /// A floor's plan, without its furniture.
    Floor(FloorId),
    /// A piece of furniture with its shelves.
    Fixture(FixtureId),
}

/// Why an edit cannot be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The floor is not in the draft.
    NoSuchFloor,
    /// The piece is not in the draft.
    NoSuchFixture,
    /// Furniture stands on the floor that is to go.
    FloorInUse,
    /// The slot stands on another piece, or twice on this one.
    SlotTwice(SlotCode),
    /// Past what any shop has, or no shape at all.
    Beyond(Limit),
    /// Somebody else was faster; it has this version now.
    Stale(u32),
}

impl Edit {
    /// What it is about.
    pub fn target(&self) -> Target {
        match self {
            Self::PutFloor(floor) => Target::Floor(floor.id),
            Self::RemoveFloor(id) => Target::Floor(*id),
            Self::PutFixture { fixture, .. } => Target::Fixture(fixture.id),
            Self::RemoveFixture(id) => Target::Fixture(*id),
        }
    }
}

impl Planogram {
    /// Puts floors and furniture in the order that edits keep.
    pub(super) fn sort(&mut self) {
        self.floors.sort_by_key(|floor| (floor.level, floor.id));
        self.floors.iter_mut().for_each(|floor| floor.fixtures.sort_by_key(|fixture| fixture.id));
    }

    /// Carries an edit out and gives the one that takes it back.
    ///
    /// # Errors
    /// [`Refusal`]; nothing has changed then.
    pub(super) fn apply(&mut self, edit: Edit) -> Result<Edit, Refusal> {
        match edit {
            Edit::PutFloor(floor) => self.put_floor(floor),
            Edit::RemoveFloor(id) => self.remove_floor(id),
            Edit::PutFixture { floor, fixture } => self.put_fixture(floor, fixture),
            Edit::RemoveFixture(id) => {
                self.take(id).map(|(floor, fixture)| Edit::PutFixture { floor, fixture }).ok_or(Refusal::NoSuchFixture)
            }
        }
    }

    fn put_floor(&mut self, mut floor: Floor) -> Result<Edit, Refusal> {
        limits::floor(&floor).map_err(Refusal::Beyond)?;
        let id = floor.id;
        let before = match self.floors.iter_mut().find(|known| known.id == id) {
            Some(known) => {
                floor.fixtures = std::mem::take(&mut known.fixtures);
                Some(std::mem::replace(known, floor))
            }
            None => {
                floor.fixtures.clear();
                self.floors.push(floor);
                None
            }
        };
        self.sort();
        Ok(before.map_or(Edit::RemoveFloor(id), Edit::PutFloor))
    }

    fn remove_floor(&mut self, id: FloorId) -> Result<Edit, Refusal> {
        let at = self.floors.iter().position(|floor| floor.id == id).ok_or(Refusal::NoSuchFloor)?;
        match self.floors[at].fixtures.is_empty() {
            true => Ok(Edit::PutFloor(self.floors.remove(at))),
            false => Err(Refusal::FloorInUse),
        }
    }

    fn put_fixture(&mut self, floor: FloorId, fixture: Fixture) -> Result<Edit, Refusal> {
        limits::fixture(&fixture).map_err(Refusal::Beyond)?;
        if let Some(slot) = self.slot_twice(&fixture) {
            return Err(Refusal::SlotTwice(slot));
        }
        if self.floor(floor).is_none() {
            return Err(Refusal::NoSuchFloor);
        }
        let id = fixture.id;
        let before = self.take(id);
        if let Some(there) = self.floors.iter_mut().find(|there| there.id == floor) {
            let at = there.fixtures.partition_point(|known| known.id < id);
            there.fixtures.insert(at, fixture);
        }
        Ok(before.map_or(Edit::RemoveFixture(id), |(floor, fixture)| Edit::PutFixture { floor, fixture }))
    }

    fn take(&mut self, id: FixtureId) -> Option<(FloorId, Fixture)> {
        self.floors.iter_mut().find_map(|floor| {
            let at = floor.fixtures.iter().position(|fixture| fixture.id == id)?;
            Some((floor.id, floor.fixtures.remove(at)))
        })
    }

    /// A slot of the piece that stands somewhere else, too: a label leads to one place.
    fn slot_twice(&self, fixture: &Fixture) -> Option<SlotCode> {
        let mut own: Vec<SlotCode> = fixture.slots().map(|slot| slot.code).collect();
        own.sort_unstable();
        let doubled = own.windows(2).find(|pair| pair[0] == pair[1]).map(|pair| pair[0]);
        let others = self.floors.iter().flat_map(|floor| &floor.fixtures).filter(|other| other.id != fixture.id);
        doubled.or_else(|| others.flat_map(Fixture::slots).map(|slot| slot.code).find(|code| own.binary_search(code).is_ok()))
    }
}
