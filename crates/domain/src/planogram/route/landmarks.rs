//! What somebody sees on the way and can be told by name.

use super::field::Field;
use super::step::Landmark;
use crate::ids::FixtureId;
use crate::planogram::convex::{distance, minus};
use crate::planogram::geometry::{Mm, Point};
use crate::planogram::{Fixture, FixtureKind, Place};

/// So near to a bend, something names it, mm.
const AT_A_BEND: f64 = 2_000.0;
/// So near to the line, one passes it, mm.
const BESIDE: f64 = 1_400.0;
/// So far one looks ahead, mm.
const AHEAD: f64 = 15_000.0;

impl Field<'_> {
    /// What a bend is told by: what one goes round, else what stands close by.
    pub(super) fn landmark_at(&self, at: Point, around: Option<usize>) -> Option<Landmark> {
        let bent_around = around.and_then(|obstacle| self.obstacles[obstacle].fixture);
        let place = |place: &&Place| distance(place.at, at) <= AT_A_BEND && self.is_in_sight(at, place.at, None);
        let by_place = || self.floor.places.iter().find(place).map(|place| Landmark::Place(place.kind));
        bent_around.map(|index| named(&self.floor.fixtures[index])).or_else(by_place).or_else(|| self.fixture_near(at).map(named))
    }

    /// The best thing to name beside a straight line, none of `but`: its distance along the line and itself.
    pub(super) fn beside(&self, from: Point, to: Point, but: &[FixtureId]) -> Option<(f64, &Fixture)> {
        let (x, y) = minus(to, from);
        let length = distance(from, to);
        let passed = |index: usize| {
            let fixture = &self.floor.fixtures[index];
            let (fx, fy) = minus(fixture.centre, from);
            let along = (fx * x + fy * y) as f64 / length;
            let at = Point::new(from.x + (x as f64 * along / length) as Mm, from.y + (y as f64 * along / length) as Mm);
            let aside = self.body_distance(index, at);
            let is_passed = along > 600.0 && along < length - 600.0 && aside <= BESIDE && aside > 0.0 && !but.contains(&fixture.id);
            (is_passed && self.is_in_sight(at, fixture.centre, Some(index)))
                .then(|| (salience(fixture.kind) - aside / 1_000.0, along, fixture))
        };
        let best = (0..self.floor.fixtures.len()).filter_map(passed).max_by(|a, b| a.0.total_cmp(&b.0));
        best.map(|(_, along, fixture)| (along, fixture))
    }

    /// The first fixture straight ahead of somebody who walks from one point to another.
    pub(super) fn ahead(&self, from: Point, to: Point) -> Option<Landmark> {
        let (x, y) = minus(to, from);
        let scale = AHEAD / distance(from, to).max(1.0);
        let far = Point::new(from.x + (x as f64 * scale) as Mm, from.y + (y as f64 * scale) as Mm);
        let hit = self.obstacles.iter().filter(|obstacle| obstacle.body.is_hit(from, far));
        let first = hit.min_by(|a, b| a.body.distance(from).total_cmp(&b.body.distance(from)))?;
        first.fixture.map(|index| named(&self.floor.fixtures[index]))
    }

    fn fixture_near(&self, at: Point) -> Option<&Fixture> {
        let near = (0..self.floor.fixtures.len()).map(|index| (self.body_distance(index, at), index));
        let near = near
            .filter(|(distance, index)| *distance <= AT_A_BEND && self.is_in_sight(at, self.floor.fixtures[*index].centre, Some(*index)));
        near.min_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, index)| &self.floor.fixtures[index])
    }

    fn body_distance(&self, fixture: usize, at: Point) -> f64 {
        let bodies = self.obstacles.iter().filter(|obstacle| obstacle.fixture == Some(fixture));
        bodies.map(|obstacle| obstacle.body.distance(at)).fold(f64::MAX, f64::min)
    }

    /// Nothing stands between, but the fixture that is looked at.
    fn is_in_sight(&self, from: Point, to: Point, fixture: Option<usize>) -> bool {
        !self.obstacles.iter().any(|obstacle| (obstacle.fixture.is_none() || obstacle.fixture != fixture) && obstacle.body.is_hit(from, to))
    }
}

pub(super) fn named(fixture: &Fixture) -> Landmark {
    Landmark::Fixture { id: fixture.id, name: fixture.name.clone() }
}

/// What stands alone is noticed before a row of shelves.
fn salience(kind: FixtureKind) -> f64 {
    match kind {
        FixtureKind::RoundTable | FixtureKind::DemoStand | FixtureKind::Mannequin => 2.0,
        FixtureKind::Table | FixtureKind::Counter | FixtureKind::Rack => 1.5,
        FixtureKind::Gate | FixtureKind::WallBay | FixtureKind::Gondola | FixtureKind::Other => 0.0,
    }
}
