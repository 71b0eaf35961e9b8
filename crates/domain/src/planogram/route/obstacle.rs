//! What a walk goes around.

use super::CLEARANCE;
use crate::planogram::convex::{Convex, edges};
use crate::planogram::geometry::{Mm, Point};
use crate::planogram::{Fixture, FixtureKind, Floor, Zone};

/// How thick a wall or the rope around a closed area is taken: enough to be crossed.
const THIN: Mm = 5;
/// A gate's posts, as they are drawn.
const POST: Mm = 120;

/// A convex piece of something.
pub(super) struct Obstacle {
    /// No walk enters it.
    pub(super) area: Convex,
    /// The thing itself.
    pub(super) body: Convex,
    /// Which of the floor's fixtures it is.
    pub(super) fixture: Option<usize>,
}

/// Everything on a floor; of the closed zones those in `closed`.
pub(super) fn obstacles(floor: &Floor, closed: &[&Zone]) -> Vec<Obstacle> {
    let walls = floor.walls.iter().map(|wall| line(wall.from, wall.to, CLEARANCE));
    let outline = edges(&floor.outline).map(|(from, to)| line(from, to, CLEARANCE));
    let ropes = closed.iter().flat_map(|zone| edges(&zone.area)).map(|(from, to)| line(from, to, THIN));
    let fixtures = floor.fixtures.iter().enumerate().flat_map(|(index, fixture)| furniture(index, fixture));
    fixtures.chain(walls).chain(outline).chain(ropes).collect()
}

fn line(from: Point, to: Point, clear: Mm) -> Obstacle {
    Obstacle { area: Convex::grown(&[from, to], clear), body: Convex::grown(&[from, to], THIN), fixture: None }
}

fn furniture(index: usize, fixture: &Fixture) -> Vec<Obstacle> {
    let fixture_of = |area, body| Obstacle { area, body, fixture: Some(index) };
    // Corners off the square are rounded to the millimetre.
    let off = Mm::from(fixture.rotation % 90 != 0 || fixture.size.width % 2 != 0 || fixture.size.depth % 2 != 0);
    match fixture.kind {
        FixtureKind::RoundTable => {
            let radius = (fixture.size.width.min(fixture.size.depth) + 1) / 2;
            let centre = [fixture.centre];
            vec![fixture_of(Convex::grown(&centre, radius + CLEARANCE), Convex::grown(&centre, radius))]
        }
        FixtureKind::Gate if !fixture.closed => {
            let clear = (CLEARANCE + off).min((fixture.size.width - 2 * POST) / 2 - off).max(0);
            posts(fixture).map(|post| fixture_of(Convex::grown(&post, clear), Convex::around(post.to_vec()))).into()
        }
        _ => {
            let corners = fixture.footprint();
            vec![fixture_of(Convex::grown(&corners, CLEARANCE + off), Convex::around(corners.to_vec()))]
        }
    }
}

/// The footprints of a gate's two posts.
pub(super) fn posts(gate: &Fixture) -> [[Point; 4]; 2] {
    let (width, depth) = (f64::from(gate.size.width) / 2.0, f64::from(gate.size.depth) / 2.0);
    let post = f64::from(POST).min(width);
    let corners = |left: f64| {
        [(left, -depth), (left + post, -depth), (left + post, depth), (left, depth)].map(|(across, down)| gate.on_floor(across, down))
    };
    [corners(-width), corners(width - post)]
}
