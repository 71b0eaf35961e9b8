//! Each kind of furniture as it looks from above, around its own middle, front towards +y, in millimetres.

use super::projection::sin_cos;
use domain::planogram::geometry::Point;
use domain::planogram::{Fixture, FixtureKind};

/// For `data-kind`.
pub(super) fn kind(kind: FixtureKind) -> &'static str {
    match kind {
        FixtureKind::Gondola => "gondola",
        FixtureKind::WallBay => "wall-bay",
        FixtureKind::Table => "table",
        FixtureKind::RoundTable => "round-table",
        FixtureKind::Rack => "rack",
        FixtureKind::Mannequin => "mannequin",
        FixtureKind::DemoStand => "demo-stand",
        FixtureKind::Counter => "counter",
        FixtureKind::Gate => "gate",
        FixtureKind::Other => "other",
    }
}

/// The filled shape.
pub(super) fn body(fixture: &Fixture) -> String {
    let (w, d) = (fixture.size.width, fixture.size.depth);
    match fixture.kind {
        FixtureKind::RoundTable => circle(w.min(d) / 2),
        FixtureKind::Mannequin => format!("{}{}", oval(0, d / 10, w / 2, d / 4), circle_at(0, -d / 12, w / 5)),
        FixtureKind::Rack => rounded(w, d * 2 / 3, d / 3),
        FixtureKind::Table | FixtureKind::Counter => rounded(w, d, 140),
        FixtureKind::Gate => format!("M{} {}h120v{d}h-120zM{} {}h120v{d}h-120z", -w / 2, -d / 2, w / 2 - 120, -d / 2),
        _ => rounded(w, d, 50),
    }
}

/// Several pieces as one shape on the floor: what is left of them from far away.
pub(super) fn crowd<'a>(fixtures: impl Iterator<Item = &'a Fixture>) -> String {
    fixtures.map(outline).collect()
}

fn outline(fixture: &Fixture) -> String {
    let (sin, cos) = sin_cos(fixture.rotation);
    let (w, d) = (f64::from(fixture.size.width) / 2.0, f64::from(fixture.size.depth) / 2.0);
    let corner =
        |(x, y): (f64, f64)| Point::new(fixture.centre.x + (x * cos - y * sin) as i32, fixture.centre.y + (x * sin + y * cos) as i32);
    super::area(&[(-w, -d), (w, -d), (w, d), (-w, d)].map(corner))
}

/// Lines on it: the spine of a gondola, the hangers of a rail, the front of a wall bay.
pub(super) fn detail(fixture: &Fixture) -> String {
    let (w, d) = (fixture.size.width, fixture.size.depth);
    match fixture.kind {
        FixtureKind::Gondola | FixtureKind::WallBay => bays(w, d),
        FixtureKind::Table => rounded(w - 320, d - 320, 60),
        FixtureKind::RoundTable => circle(w.min(d) / 2 - 180),
        FixtureKind::Rack => hangers(w, d),
        FixtureKind::DemoStand => circle(w.min(d) / 3),
        FixtureKind::Mannequin => circle_at(0, -d / 12, w / 5),
        FixtureKind::Counter => format!("M{} {}h{}", -w / 2 + 200, d / 2 - 180, w - 400),
        FixtureKind::Gate | FixtureKind::Other => String::new(),
    }
}

/// One board a metre, and the edge of the shelves along the front.
fn bays(w: i32, d: i32) -> String {
    let count = (w / 1000).max(1);
    let posts: String = (1..count).map(|post| format!("M{} {}v{}", -w / 2 + w * post / count, -d / 2, d * 3 / 4)).collect();
    format!("M{} {}h{w}{posts}", -w / 2, d / 4)
}

fn hangers(w: i32, d: i32) -> String {
    let count = (w / 240).max(2);
    let hanger = |n: i32| format!("M{} {}v{}", -w / 2 + w * n / count, -d / 5, d * 2 / 5);
    let hangers: String = (1..count).map(hanger).collect();
    format!("M{} 0h{}{hangers}", -w / 2 + 100, w - 200)
}

fn rounded(w: i32, d: i32, r: i32) -> String {
    let r = r.min(w / 2).min(d / 2).max(0);
    let (across, along) = (w - 2 * r, d - 2 * r);
    format!(
        "M{} {}h{across}a{r} {r} 0 0 1 {r} {r}v{along}a{r} {r} 0 0 1 -{r} {r}h-{across}a{r} {r} 0 0 1 -{r} -{r}v-{along}a{r} {r} 0 0 1 {r} -{r}z",
        -w / 2 + r,
        -d / 2
    )
}

fn circle(r: i32) -> String {
    circle_at(0, 0, r)
}

fn circle_at(x: i32, y: i32, r: i32) -> String {
    oval(x, y, r, r)
}

fn oval(x: i32, y: i32, across: i32, along: i32) -> String {
    format!("M{} {y}a{across} {along} 0 1 0 {} 0a{across} {along} 0 1 0 -{} 0z", x - across, 2 * across, 2 * across)
}
