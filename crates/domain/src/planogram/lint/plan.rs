//! Furniture on its floor: in each other, in walls, too near.

use super::{COMFORTABLE, Finding, Flaw, PASSABLE, Weight};
use crate::planogram::convex::{Convex, edges, is_within};
use crate::planogram::geometry::Mm;
use crate::planogram::{Fixture, FixtureKind, Floor};

/// Corners of turned furniture are rounded to whole millimetres.
const ROUNDED: Mm = 2;

pub(super) fn look(floor: &Floor, found: &mut Vec<Finding>) {
    let bodies: Vec<Convex> = floor.fixtures.iter().map(body).collect();
    for (at, fixture) in floor.fixtures.iter().enumerate() {
        let mut say = |weight, what| found.push(Finding::of(weight, floor, fixture, what));
        for (other, body) in floor.fixtures.iter().zip(&bodies).skip(at + 1) {
            if bodies[at].overlaps(body) {
                say(Weight::Must, Flaw::Overlaps(other.id));
            }
            if fixture.code == other.code {
                say(Weight::Must, Flaw::SameSign(other.id));
            }
        }
        if edges(&floor.outline).any(|(from, to)| bodies[at].is_hit(from, to)) || !is_within(&floor.outline, fixture.centre) {
            say(Weight::Must, Flaw::Outside);
        } else if floor.walls.iter().any(|wall| bodies[at].is_hit(wall.from, wall.to)) {
            say(Weight::Must, Flaw::InWall);
        }
        match free_before(floor, &bodies, at) {
            Some(free) if free < PASSABLE => say(Weight::Must, Flaw::Aisle { free, wanted: PASSABLE }),
            Some(free) if free < COMFORTABLE => say(Weight::Look, Flaw::Aisle { free, wanted: COMFORTABLE }),
            _ => {}
        }
    }
}

/// The room before the front of a piece that people take goods from on that side alone; `None` where there is enough.
fn free_before(floor: &Floor, bodies: &[Convex], at: usize) -> Option<Mm> {
    let fixture = &floor.fixtures[at];
    let has_front = matches!(fixture.kind, FixtureKind::Gondola | FixtureKind::WallBay | FixtureKind::Rack);
    if !has_front || fixture.slots().next().is_none() {
        return None;
    }
    let is_free = |depth: Mm| {
        let strip = before(fixture, depth);
        // What stands in it has been said.
        let others = bodies.iter().enumerate().filter(|(other, body)| *other != at && !bodies[at].overlaps(body));
        let mut lines = edges(&floor.outline).chain(floor.walls.iter().map(|wall| (wall.from, wall.to)));
        !others.map(|(_, body)| body).any(|body| strip.overlaps(body)) && !lines.any(|(from, to)| strip.is_hit(from, to))
    };
    if is_free(COMFORTABLE) {
        return None;
    }
    // The deepest that is free, to the centimetre.
    let (mut free, mut blocked) = (0, COMFORTABLE / 10);
    while blocked - free > 1 {
        let middle = (free + blocked) / 2;
        if is_free(middle * 10) { free = middle } else { blocked = middle }
    }
    Some(free * 10)
}

/// The ground it stands on.
fn body(fixture: &Fixture) -> Convex {
    let (across, down) = half(fixture);
    Convex::around([(-across, -down), (across, -down), (across, down), (-across, down)].map(|(x, y)| fixture.on_floor(x, y)).to_vec())
}

/// So much of the floor before its front.
fn before(fixture: &Fixture, depth: Mm) -> Convex {
    let (across, down) = half(fixture);
    let far = down + f64::from(depth);
    // From a little inside: a wall along its front is before it.
    let near = down - f64::from(2 * ROUNDED);
    let corners = [(-across, near), (across, near), (across, far.max(near)), (-across, far.max(near))];
    Convex::around(corners.map(|(x, y)| fixture.on_floor(x, y)).to_vec())
}

fn half(fixture: &Fixture) -> (f64, f64) {
    let half = |length: Mm| (f64::from(length) / 2.0 - f64::from(ROUNDED)).max(0.0);
    (half(fixture.size.width), half(fixture.size.depth))
}
