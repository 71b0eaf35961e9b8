//! What no shop has, or is no shape: refused when it is drawn, while what is merely unwise is said by lint.

use super::convex::{cross, minus};
use super::geometry::{Mm, Point};
use super::{Fixture, Floor, Shelf};

/// No building of a shop is longer.
pub const LONGEST: Mm = 500_000;
/// No furniture is longer or deeper.
pub const LARGEST: Mm = 50_000;
/// No ceiling of a shop is higher.
pub const HIGHEST: Mm = 12_000;
/// Corners of an outline or a zone.
pub const CORNERS: usize = 200;
/// Walls, doors, places, zones; shelves of a piece, slots of a shelf, facings of a slot.
pub const MANY: usize = 500;
/// Letters of a name or a sign.
pub const LETTERS: usize = 120;
/// Units side by side, on top of each other or behind each other.
pub const UNITS: u16 = 999;

/// Which limit was passed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Limit {
    /// A place off the plan: below 0 or past [`LONGEST`].
    Place,
    /// A length that is not above 0, or past [`LARGEST`].
    Length,
    /// A height below 0 or past [`HIGHEST`].
    Height,
    /// An outline or zone of fewer than three corners, or more than [`CORNERS`].
    Corners,
    /// An outline or zone that crosses or touches itself.
    Crossing,
    /// More than [`MANY`] of something.
    Many,
    /// A name or sign of more than [`LETTERS`].
    Name,
    /// A count of units that is 0 or past [`UNITS`].
    Units,
}

/// Looks at a floor's plan, not at its furniture.
pub(super) fn floor(floor: &Floor) -> Result<(), Limit> {
    area(&floor.outline)?;
    floor.zones.iter().try_for_each(|zone| area(&zone.area))?;
    let ends = floor.walls.iter().chain(&floor.doors).flat_map(|wall| [wall.from, wall.to]);
    ends.chain(floor.places.iter().map(|place| place.at)).try_for_each(place)?;
    let counts = [floor.walls.len(), floor.doors.len(), floor.places.len(), floor.zones.len()];
    must(counts.iter().all(|count| *count <= MANY), Limit::Many)?;
    let mut names = floor.zones.iter().map(|zone| &zone.name).chain([&floor.name]);
    must(names.all(|name| name.iter().all(|(_, text)| is_name(text))), Limit::Name)
}

/// Looks at a piece of furniture and all that is on it.
pub(super) fn fixture(fixture: &Fixture) -> Result<(), Limit> {
    place(fixture.centre)?;
    [fixture.size.width, fixture.size.depth].into_iter().try_for_each(length)?;
    height(fixture.height)?;
    must(is_name(&fixture.code) && fixture.name.iter().all(|(_, text)| is_name(text)), Limit::Name)?;
    must(fixture.shelves.len() <= MANY, Limit::Many)?;
    fixture.shelves.iter().try_for_each(shelf)
}

fn shelf(shelf: &Shelf) -> Result<(), Limit> {
    [shelf.height, shelf.clear].into_iter().try_for_each(height)?;
    length(shelf.depth)?;
    must(shelf.slots.len() <= MANY && shelf.slots.iter().all(|slot| slot.facings.len() <= MANY), Limit::Many)?;
    // What hangs over an end is for lint; what is nowhere near is not.
    must(shelf.slots.iter().all(|slot| slot.x.abs() <= LARGEST), Limit::Place)?;
    shelf.slots.iter().map(|slot| slot.width).try_for_each(length)?;
    let mut counts = shelf.slots.iter().flat_map(|slot| &slot.facings).flat_map(|facing| [facing.wide, facing.high, facing.deep]);
    must(counts.all(|count| (1..=UNITS).contains(&count)), Limit::Units)
}

fn area(corners: &[Point]) -> Result<(), Limit> {
    must((3..=CORNERS).contains(&corners.len()), Limit::Corners)?;
    corners.iter().copied().try_for_each(place)?;
    must(!crosses_itself(corners), Limit::Crossing)
}

fn place(point: Point) -> Result<(), Limit> {
    must([point.x, point.y].iter().all(|at| (0..=LONGEST).contains(at)), Limit::Place)
}

fn length(length: Mm) -> Result<(), Limit> {
    must((1..=LARGEST).contains(&length), Limit::Length)
}

fn height(height: Mm) -> Result<(), Limit> {
    must((0..=HIGHEST).contains(&height), Limit::Height)
}

fn is_name(text: &str) -> bool {
    text.chars().count() <= LETTERS
}

fn must(holds: bool, limit: Limit) -> Result<(), Limit> {
    if holds { Ok(()) } else { Err(limit) }
}

/// Whether two edges that are no neighbours have a point in common, or neighbours more than their corner.
fn crosses_itself(corners: &[Point]) -> bool {
    let count = corners.len();
    let edge = |at: usize| (corners[at], corners[(at + 1) % count]);
    (0..count).any(|one| {
        let (from, to) = edge(one);
        from == to
            || (one + 1..count).any(|other| {
                let (start, end) = edge(other);
                match (other == one + 1, (other + 1) % count == one) {
                    (true, _) => folds(from, to, end),
                    (_, true) => folds(start, from, to),
                    _ => touch((from, to), (start, end)),
                }
            })
    })
}

/// Whether the way from `a` over `b` to `c` comes back upon itself.
fn folds(a: Point, b: Point, c: Point) -> bool {
    let ((ax, ay), (bx, by)) = (minus(b, a), minus(c, b));
    cross(a, b, c) == 0 && ax * bx + ay * by < 0
}

fn touch((a, b): (Point, Point), (c, d): (Point, Point)) -> bool {
    let side = |from, to, at| cross(from, to, at).signum();
    let (abc, abd, cda, cdb) = (side(a, b, c), side(a, b, d), side(c, d, a), side(c, d, b));
    let within = |from: Point, to: Point, at: Point| {
        (from.x.min(to.x)..=from.x.max(to.x)).contains(&at.x) && (from.y.min(to.y)..=from.y.max(to.y)).contains(&at.y)
    };
    (abc != abd && cda != cdb)
        || (abc == 0 && within(a, b, c))
        || (abd == 0 && within(a, b, d))
        || (cda == 0 && within(c, d, a))
        || (cdb == 0 && within(c, d, b))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_outline_goes_round_once_and_never_meets_itself() {
        type Case = (&'static str, &'static [(Mm, Mm)], Result<(), Limit>);
        let cases: [Case; 9] = [
            ("a square", &[(0, 0), (10, 0), (10, 10), (0, 10)], Ok(())),
            ("an L", &[(0, 0), (20, 0), (20, 10), (10, 10), (10, 20), (0, 20)], Ok(())),
            ("a corner in the middle of a side", &[(0, 0), (5, 0), (10, 0), (10, 10), (0, 10)], Ok(())),
            ("a line", &[(0, 0), (10, 0)], Err(Limit::Corners)),
            ("a bow tie", &[(0, 0), (10, 10), (10, 0), (0, 10)], Err(Limit::Crossing)),
            ("a side that comes back", &[(0, 0), (10, 0), (4, 0), (4, 10)], Err(Limit::Crossing)),
            ("a corner on another side", &[(0, 0), (10, 0), (10, 10), (5, 0), (0, 10)], Err(Limit::Crossing)),
            ("the same corner twice", &[(0, 0), (10, 0), (10, 0), (10, 10), (0, 10)], Err(Limit::Crossing)),
            ("a million millimetres", &[(0, 0), (1_000_000, 0), (1_000_000, 10), (0, 10)], Err(Limit::Place)),
        ];
        for (name, corners, expected) in cases {
            let corners: Vec<Point> = corners.iter().map(|(x, y)| Point::new(*x, *y)).collect();
            for start in 0..corners.len() {
                let mut turned = corners.clone();
                turned.rotate_left(start);
                assert_eq!(area(&turned), expected, "{name}, from corner {start}");
                turned.reverse();
                assert_eq!(area(&turned), expected, "{name}, backwards from corner {start}");
            }
        }
    }
}
