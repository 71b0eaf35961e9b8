//! Floors to walk on, and an eye for what a walk must not touch that shares no code with the route.

use crate::crockford::SlotCode;
use crate::ids::{FixtureId, FloorId, VariantId, ZoneId};
use crate::planogram::geometry::{Mm, Point, Size};
use crate::planogram::route::{Goal, Leg, Spot};
use crate::planogram::*;
use crate::text::Text;
use uuid::Uuid;

pub(super) fn point(x: Mm, y: Mm) -> Point {
    Point::new(x, y)
}

pub(super) fn floor_id(level: i16) -> FloorId {
    FloorId::new(Uuid::from_u128(u128::from(level.unsigned_abs())))
}

/// A room from the origin, empty.
pub(super) fn room(level: i16, width: Mm, depth: Mm) -> Floor {
    Floor {
        id: floor_id(level),
        level,
        name: Text::ko_en("층", "Floor"),
        outline: vec![point(0, 0), point(width, 0), point(width, depth), point(0, depth)],
        walls: Vec::new(),
        doors: Vec::new(),
        places: Vec::new(),
        zones: Vec::new(),
        fixtures: Vec::new(),
    }
}

pub(super) fn fixture(number: u8, kind: FixtureKind, centre: (Mm, Mm), size: (Mm, Mm), rotation: i16) -> Fixture {
    let slot = |index: u8| Slot {
        code: slot_code(number, index),
        x: Mm::from(index) * size.0 / 3,
        width: size.0 / 3,
        facings: vec![Facing { variant: VariantId::new(Uuid::from_u128(1)), wide: 1, high: 1, deep: 1 }],
    };
    let shelf = |height: Mm, first: u8| Shelf {
        height,
        depth: 300,
        clear: 300,
        kind: ShelfKind::Board,
        slots: (first..first + 3).map(|index| Slot { x: Mm::from(index - first) * size.0 / 3, ..slot(index) }).collect(),
    };
    Fixture {
        id: fixture_id(number),
        code: format!("F{number}"),
        kind,
        name: Text::ko_en(&format!("{number}번"), &format!("No. {number}")),
        zone: None,
        centre: point(centre.0, centre.1),
        size: Size { width: size.0, depth: size.1 },
        rotation,
        height: 1_500,
        shelves: vec![shelf(1_600, 0), shelf(1_200, 3), shelf(300, 6)],
        closed: false,
    }
}

pub(super) fn fixture_id(number: u8) -> FixtureId {
    FixtureId::new(Uuid::from_u128(u128::from(number)))
}

/// Slots 0 to 2 are on the upper shelf from the left, 3 to 5 and 6 to 8 below.
pub(super) fn slot_code(fixture: u8, slot: u8) -> SlotCode {
    SlotCode::from_bits(0x1_1111_1111 + u64::from(fixture) * 0x100 + u64::from(slot))
}

pub(super) fn zone(number: u8, from: (Mm, Mm), to: (Mm, Mm), closed: bool) -> Zone {
    let area = vec![point(from.0, from.1), point(to.0, from.1), point(to.0, to.1), point(from.0, to.1)];
    Zone { id: ZoneId::new(Uuid::from_u128(u128::from(number))), name: Text::ko_en("구역", "Zone"), area, closed }
}

pub(super) fn wall(from: (Mm, Mm), to: (Mm, Mm)) -> Wall {
    Wall { from: point(from.0, from.1), to: point(to.0, to.1) }
}

pub(super) fn planogram(floors: Vec<Floor>) -> Planogram {
    Planogram { revision: 1, floors }
}

pub(super) fn spot(level: i16, x: Mm, y: Mm) -> Spot {
    Spot { floor: floor_id(level), at: point(x, y), heading: None }
}

pub(super) fn goal(level: i16, x: Mm, y: Mm) -> Goal {
    Goal { spot: spot(level, x, y), slot: None }
}

pub(super) fn goal_slot(planogram: &Planogram, fixture: u8, slot: u8) -> Goal {
    let code = slot_code(fixture, slot);
    Goal { spot: planogram.standing_point(code).expect("a slot of the floor"), slot: Some(code) }
}

type Pair = (f64, f64);

/// The things of a floor as polygons and lines, corners off the millimetre.
fn bodies(floor: &Floor) -> Vec<Vec<Pair>> {
    let pair = |point: &Point| (f64::from(point.x), f64::from(point.y));
    let furniture = floor.fixtures.iter().flat_map(|fixture| {
        let (w, d) = (f64::from(fixture.size.width) / 2.0, f64::from(fixture.size.depth) / 2.0);
        let (sine, cosine) = f64::from(fixture.rotation).to_radians().sin_cos();
        let turned = move |corners: Vec<Pair>| -> Vec<Pair> {
            let (x, y) = pair(&fixture.centre);
            corners.into_iter().map(|(a, b)| (x + a * cosine - b * sine, y + a * sine + b * cosine)).collect()
        };
        let block = |left: f64, right: f64| vec![(left, -d), (right, -d), (right, d), (left, d)];
        match fixture.kind {
            FixtureKind::Gate if !fixture.closed => vec![turned(block(-w, 120.0 - w)), turned(block(w - 120.0, w))],
            FixtureKind::RoundTable => {
                let r = w.min(d);
                let circle = (0..90).map(|n| (f64::from(n) * 4.0).to_radians().sin_cos()).map(|(s, c)| (r * c, r * s));
                vec![turned(circle.collect())]
            }
            _ => vec![turned(block(-w, w))],
        }
    });
    let walls = floor.walls.iter().map(|wall| vec![pair(&wall.from), pair(&wall.to)]);
    let outline = floor.outline.iter().zip(floor.outline.iter().cycle().skip(1)).map(|(from, to)| vec![pair(from), pair(to)]);
    furniture.chain(walls).chain(outline).collect()
}

fn apart(p: Pair, a: Pair, b: Pair) -> f64 {
    let (dx, dy) = (b.0 - a.0, b.1 - a.1);
    let part = (((p.0 - a.0) * dx + (p.1 - a.1) * dy) / (dx * dx + dy * dy).max(1e-9)).clamp(0.0, 1.0);
    (p.0 - a.0 - part * dx).hypot(p.1 - a.1 - part * dy)
}

fn turn(a: Pair, b: Pair, c: Pair) -> f64 {
    (b.0 - a.0) * (c.1 - a.1) - (b.1 - a.1) * (c.0 - a.0)
}

/// Two straight lines; 0 where they cross.
fn between(a: Pair, b: Pair, c: Pair, d: Pair) -> f64 {
    if turn(a, b, c) * turn(a, b, d) < 0.0 && turn(c, d, a) * turn(c, d, b) < 0.0 {
        return 0.0;
    }
    [apart(a, c, d), apart(b, c, d), apart(c, a, b), apart(d, a, b)].into_iter().fold(f64::MAX, f64::min)
}

/// How near a leg comes to anything that stands on its floor, mm; negative where it goes through.
pub(super) fn clearance(floor: &Floor, leg: &Leg) -> f64 {
    let pair = |point: &Point| (f64::from(point.x), f64::from(point.y));
    let pieces = leg.line.iter().zip(leg.line.iter().skip(1).chain(leg.line.last()));
    let mut least = f64::MAX;
    for (from, to) in pieces {
        let (a, b) = (pair(from), pair(to));
        for body in bodies(floor) {
            let edges: Vec<(Pair, Pair)> = body.iter().copied().zip(body.iter().copied().cycle().skip(1)).collect();
            if body.len() > 2 && edges.iter().all(|(c, d)| turn(*c, *d, a) > 0.0) {
                return -1.0;
            }
            least = edges.iter().map(|(c, d)| between(a, b, *c, *d)).fold(least, f64::min);
        }
    }
    least
}

/// The straight distance.
pub(super) fn straight(a: Point, b: Point) -> f64 {
    f64::from(a.x - b.x).hypot(f64::from(a.y - b.y))
}
