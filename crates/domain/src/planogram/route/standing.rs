//! Where one stands to take something, and where one comes in.

use super::Spot;
use crate::crockford::SlotCode;
use crate::planogram::footprint::{direction, heading};
use crate::planogram::geometry::{Mm, Point};
use crate::planogram::{Fixture, Floor, PlaceKind, Planogram, Shelf, Slot};

/// From the front's edge: an arm's length, and the middle of a narrow aisle.
const ARM: Mm = 600;

/// A slot and what it belongs to.
#[derive(Clone, Copy)]
pub(super) struct Found<'a> {
    pub(super) floor: &'a Floor,
    pub(super) fixture: &'a Fixture,
    pub(super) shelf: &'a Shelf,
    pub(super) slot: &'a Slot,
}

impl Planogram {
    /// In front of the slot's middle, on the fixture's front, looking at the shelf. `None` where no fixture has the slot.
    pub fn standing_point(&self, slot: SlotCode) -> Option<Spot> {
        let Found { floor, fixture, slot, .. } = self.find_slot(slot)?;
        let across = f64::from(slot.x) + f64::from(slot.width) / 2.0 - f64::from(fixture.size.width) / 2.0;
        let at = fixture.on_floor(across, f64::from(fixture.size.depth) / 2.0 + f64::from(ARM));
        Some(Spot { floor: floor.id, at, heading: Some((fixture.rotation.rem_euclid(360) + 180) % 360) })
    }

    /// The way in from the street (else from wherever one comes in), looking in: the entrance's sign, else the middle of a door.
    pub fn entrance(&self) -> Option<Spot> {
        let street_first = self.floors.iter().filter(|floor| floor.level == 1).chain(&self.floors);
        street_first.clone().find_map(Floor::signed_entrance).or_else(|| street_first.clone().find_map(Floor::first_door))
    }

    /// Where staff starts: the counter, else the way in.
    pub fn counter(&self) -> Option<Spot> {
        let counter = |floor: &Floor| {
            let at = floor.places.iter().find(|place| place.kind == PlaceKind::Counter)?.at;
            Some(Spot { floor: floor.id, at, heading: None })
        };
        self.floors.iter().find_map(counter).or_else(|| self.entrance())
    }

    pub(super) fn find_slot(&self, code: SlotCode) -> Option<Found<'_>> {
        self.floors.iter().find_map(|floor| {
            floor.fixtures.iter().find_map(|fixture| {
                fixture.shelves.iter().find_map(|shelf| {
                    let slot = shelf.slots.iter().find(|slot| slot.code == code)?;
                    Some(Found { floor, fixture, shelf, slot })
                })
            })
        })
    }
}

impl Floor {
    fn signed_entrance(&self) -> Option<Spot> {
        let at = self.places.iter().find(|place| place.kind == PlaceKind::Entrance)?.at;
        let near = |door: &Point| i64::from(door.x - at.x).pow(2) + i64::from(door.y - at.y).pow(2);
        let door = self.doors.iter().map(|door| middle(door.from, door.to)).min_by_key(near);
        let inwards = door.filter(|door| *door != at).map(|door| heading(f64::from(at.x - door.x), f64::from(at.y - door.y)));
        Some(Spot { floor: self.id, at, heading: inwards })
    }

    fn first_door(&self) -> Option<Spot> {
        let door = self.doors.first()?;
        let at = middle(door.from, door.to);
        // Square to the door, on the side where the floor is.
        let across = heading(f64::from(door.from.y - door.to.y), f64::from(door.to.x - door.from.x));
        let is_inside = |way: i16| {
            let (x, y) = direction(way);
            crate::planogram::convex::is_within(&self.outline, Point::new(at.x + (x * 100.0) as Mm, at.y + (y * 100.0) as Mm))
        };
        let inwards = [across, (across + 180) % 360].into_iter().find(|way| is_inside(*way));
        Some(Spot { floor: self.id, at, heading: inwards })
    }
}

fn middle(from: Point, to: Point) -> Point {
    Point::new((from.x + to.x) / 2, (from.y + to.y) / 2)
}
