//! Where a variant stands, in the terms a person looks for it.

use super::geometry::{Mm, Point};
use super::{Fixture, Floor, Slot};
use crate::crockford::SlotCode;
use crate::ids::{FixtureId, FloorId, VariantId};
use crate::text::Text;
use serde::{Deserialize, Serialize};

/// One slot that holds a variant. The sign reads `{fixture}-{shelf}`: `B4-3`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Location {
    /// The slot.
    pub slot: SlotCode,
    /// Its floor.
    pub floor: FloorId,
    /// The floor's name.
    pub floor_name: Text,
    /// The zone's name, where the fixture stands in one.
    pub zone_name: Option<Text>,
    /// Its fixture.
    pub fixture: FixtureId,
    /// The fixture's sign: `B4`.
    pub fixture_code: String,
    /// The fixture's name.
    pub fixture_name: Text,
    /// Counted from the top, from 1.
    pub shelf: u16,
    /// How many shelves the fixture has; "second from the top" means little on a table.
    pub shelves: u16,
    /// How high that is for a person.
    pub reach: Reach,
    /// The fixture's centre on the plan, for the pin.
    pub at: Point,
}

/// A shelf's height as a person feels it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub enum Reach {
    /// Below 380 mm.
    Floor,
    /// Below 700 mm.
    Knee,
    /// Below 1,050 mm.
    Waist,
    /// Below 1,400 mm.
    Chest,
    /// Below 1,700 mm.
    Eye,
    /// 1,700 mm and up.
    Overhead,
    /// A word that a newer server knows.
    #[serde(other)]
    Other,
}

impl Reach {
    /// Of a shelf whose surface (or rail) is `height` above the floor.
    pub fn of(height: Mm) -> Self {
        match height {
            ..380 => Self::Floor,
            380..700 => Self::Knee,
            700..1050 => Self::Waist,
            1050..1400 => Self::Chest,
            1400..1700 => Self::Eye,
            _ => Self::Overhead,
        }
    }
}

impl Location {
    /// What the sign at the shelf reads: `B4-3`.
    pub fn sign(&self) -> String {
        format!("{}-{}", self.fixture_code, self.shelf)
    }
}

impl super::Planogram {
    /// Every slot that holds `variant`, lowest floor first.
    pub fn locations_of(&self, variant: VariantId) -> Vec<Location> {
        self.locations().filter(|(held, _)| *held == variant).map(|(_, location)| location).collect()
    }

    /// Every facing with its place.
    pub fn locations(&self) -> impl Iterator<Item = (VariantId, Location)> {
        self.places().flat_map(|(slot, place)| slot.facings.iter().map(move |facing| (facing.variant, place.clone())))
    }

    /// Where a slot is, whether anything stands in it or not.
    pub fn place_of(&self, slot: SlotCode) -> Option<Location> {
        self.spots().find(|spot| spot.slot.code == slot).map(Spot::place)
    }

    /// Every slot with its place.
    fn places(&self) -> impl Iterator<Item = (&Slot, Location)> {
        self.spots().map(|spot| (spot.slot, spot.place()))
    }

    fn spots(&self) -> impl Iterator<Item = Spot<'_>> {
        self.floors.iter().flat_map(|floor| {
            floor.fixtures.iter().flat_map(move |fixture| {
                let shelves = fixture.shelves.iter().enumerate();
                shelves.flat_map(move |(shelf, of)| of.slots.iter().map(move |slot| Spot { floor, fixture, shelf, slot }))
            })
        })
    }
}

/// A slot and what it is on.
struct Spot<'a> {
    floor: &'a Floor,
    fixture: &'a Fixture,
    /// From 0.
    shelf: usize,
    slot: &'a Slot,
}

impl Spot<'_> {
    fn place(self) -> Location {
        let Self { floor, fixture, shelf, slot } = self;
        Location {
            slot: slot.code,
            floor: floor.id,
            floor_name: floor.name.clone(),
            zone_name: floor.zones.iter().find(|zone| Some(zone.id) == fixture.zone).map(|zone| zone.name.clone()),
            fixture: fixture.id,
            fixture_code: fixture.code.clone(),
            fixture_name: fixture.name.clone(),
            shelf: u16::try_from(shelf + 1).unwrap_or(u16::MAX),
            shelves: u16::try_from(fixture.shelves.len()).unwrap_or(u16::MAX),
            reach: Reach::of(fixture.shelves[shelf].height),
            at: fixture.centre,
        }
    }
}
