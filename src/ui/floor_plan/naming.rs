//! Which names fit on the drawing, and where: pins first, then places, zones, signs. A name that would lie on another waits for a
//! nearer view.

use super::Pin;
use super::projection::{FloorPoint, Projection, ScreenPoint, bounds};
use crate::browser::size::Screen;
use crate::ui::whereabouts;
use domain::Language;
use domain::planogram::geometry::{Bounds, Point};
use domain::planogram::{Fixture, FixtureKind, Floor, Zone};

/// What names are taken from.
pub(super) struct Words {
    pub i18n: crate::i18n::Words,
    pub language: Language,
}

/// Which kind of name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Place,
    Zone,
    Sign,
    /// On a counter.
    DarkSign,
}

/// A name with its middle on the screen.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Named {
    pub words: String,
    pub at: ScreenPoint,
    pub kind: Kind,
    pub sought: bool,
}

/// A rectangle of the screen.
#[derive(Clone, Copy)]
struct Room {
    left: f64,
    top: f64,
    right: f64,
    bottom: f64,
}

impl Kind {
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Place => "place",
            Self::Zone => "zone",
            Self::Sign => "sign",
            Self::DarkSign => "dark-sign",
        }
    }
}

impl Room {
    fn around(at: ScreenPoint, width: f64, height: f64) -> Self {
        Self { left: at.x - width / 2.0, top: at.y - height / 2.0, right: at.x + width / 2.0, bottom: at.y + height / 2.0 }
    }

    fn size(self) -> (f64, f64) {
        (self.right - self.left, self.bottom - self.top)
    }

    fn meets(self, other: Self) -> bool {
        self.left < other.right && other.left < self.right && self.top < other.bottom && other.top < self.bottom
    }
}

/// The names of a floor that fit.
pub(super) fn labels(floor: &Floor, projection: Projection, screen: Screen, pins: &[Pin], words: &Words) -> Vec<Named> {
    if !projection.is_real() {
        return Vec::new();
    }
    let mut taken: Vec<Room> = pins.iter().map(|pin| pin_room(projection.screen_from_floor(FloorPoint::of(pin.at)), screen.em)).collect();
    let mut named = Vec::new();
    let mut keep = |words: String, at: ScreenPoint, kind: Kind, sought: bool| {
        let room = Room::around(at, width(&words, screen.em), screen.em * 1.35);
        let inside = room.right > 0.0 && room.bottom > 0.0 && room.left < screen.width && room.top < screen.height;
        if inside && !words.is_empty() && !taken.iter().any(|other| other.meets(room)) {
            taken.push(room);
            named.push(Named { words, at, kind, sought });
        }
    };
    let walls = walls(floor, projection, screen);
    for place in &floor.places {
        let name = whereabouts::place(words.i18n, place.kind).to_owned();
        let at = projection.screen_from_floor(FloorPoint::of(place.at));
        let at = if is_seen(at, screen) { whole_name(at, width(&name, screen.em), walls, screen.em) } else { at };
        keep(name, at, Kind::Place, false);
    }
    // Where a zone's name stands does not depend on how the floor is looked at.
    let whole = Projection::of(bounds(floor), screen, super::Viewpoint::default());
    for zone in &floor.zones {
        let name = zone.name.get(words.language).to_owned();
        let spot = spot(floor, zone, width(&name, screen.em) / whole.scale, screen.em * 1.4 / whole.scale);
        keep(name, projection.screen_from_floor(spot), Kind::Zone, false);
    }
    let is_sought = |fixture: &Fixture| pins.iter().any(|pin| pin.fixture == fixture.id && pin.number.is_some());
    for fixture in &floor.fixtures {
        let (across, along) = footprint(fixture).size();
        let (across, along) = (across * projection.scale, along * projection.scale);
        let on_it = across > width(&fixture.code, screen.em) * 0.9 && along > screen.em * 1.1;
        if across.max(along) > screen.em * 1.2 {
            let at = projection.screen_from_floor(FloorPoint::of(fixture.centre));
            let at = if on_it { at } else { in_front(at, fixture, across.min(along) / 2.0 + screen.em * 0.75) };
            let kind = if on_it && fixture.kind == FixtureKind::Counter { Kind::DarkSign } else { Kind::Sign };
            keep(fixture.code.clone(), at, kind, is_sought(fixture));
        }
    }
    named
}

fn is_seen(at: ScreenPoint, screen: Screen) -> bool {
    (0.0..=screen.width).contains(&at.x) && (0.0..=screen.height).contains(&at.y)
}

/// What is seen of the floor.
fn walls(floor: &Floor, projection: Projection, screen: Screen) -> Room {
    let bounds = bounds(floor);
    let (first, last) =
        (projection.screen_from_floor(FloorPoint::of(bounds.min)), projection.screen_from_floor(FloorPoint::of(bounds.max)));
    Room { left: first.x.max(0.0), top: first.y.max(0.0), right: last.x.min(screen.width), bottom: last.y.min(screen.height) }
}

/// Moved in from the walls and the screen's edge, so that no letter is cut.
fn whole_name(at: ScreenPoint, width: f64, walls: Room, em: f64) -> ScreenPoint {
    let between = |at: f64, from: f64, to: f64| if from < to { at.max(from).min(to) } else { (from + to) / 2.0 };
    let (side, above) = (width / 2.0 + em * 0.25, em * 0.85);
    ScreenPoint { x: between(at.x, walls.left + side, walls.right - side), y: between(at.y, walls.top + above, walls.bottom - above) }
}

/// A sign that does not fit on its piece stands before it.
fn in_front(at: ScreenPoint, fixture: &Fixture, by: f64) -> ScreenPoint {
    let turned = f64::from(fixture.rotation).to_radians();
    ScreenPoint { x: at.x - js_sys::Math::sin(turned) * by, y: at.y + js_sys::Math::cos(turned) * by }
}

/// Hangul is as wide as it is high; Latin letters and digits take about three fifths.
fn width(words: &str, em: f64) -> f64 {
    let letters: f64 = words.chars().map(|letter| if letter.is_ascii() { 0.6 } else { 1.0 }).sum();
    (letters + 0.5) * em
}

/// A pin stands on its point.
fn pin_room(at: ScreenPoint, em: f64) -> Room {
    Room { left: at.x - em * 1.1, top: at.y - em * 1.1, right: at.x + em * 1.1, bottom: at.y + em * 1.1 }
}

/// The place in a zone where its name lies on the least furniture, the nearest to the zone's upper left among equals.
fn spot(floor: &Floor, zone: &Zone, width: f64, height: f64) -> FloorPoint {
    const STEP: i32 = 300;
    let Some(area) = Bounds::around(zone.area.iter().copied()) else { return FloorPoint::default() };
    let crowd: Vec<Room> = floor.fixtures.iter().map(footprint).chain(floor.places.iter().map(|place| sign(place.at, width))).collect();
    let mut best = (usize::MAX, FloorPoint::of(area.min));
    for y in (area.min.y..area.max.y).step_by(STEP as usize) {
        for x in (area.min.x..area.max.x).step_by(STEP as usize) {
            let at = FloorPoint::of(Point::new(x, y));
            let room = Room::around(ScreenPoint { x: at.x, y: at.y }, width, height);
            let corners = [(room.left, room.top), (room.right, room.top), (room.left, room.bottom), (room.right, room.bottom)];
            let outside = corners.iter().filter(|(x, y)| !holds(&zone.area, *x, *y)).count();
            let lies_on = outside * 8 + crowd.iter().filter(|other| other.meets(room)).count();
            if lies_on < best.0 {
                best = (lies_on, at);
            }
        }
    }
    best.1
}

/// What a piece covers, on the floor.
fn footprint(fixture: &Fixture) -> Room {
    let turned = fixture.rotation.rem_euclid(180) == 90;
    let (across, along) = if turned { (fixture.size.depth, fixture.size.width) } else { (fixture.size.width, fixture.size.depth) };
    Room::around(ScreenPoint { x: f64::from(fixture.centre.x), y: f64::from(fixture.centre.y) }, f64::from(across), f64::from(along))
}

fn sign(at: Point, width: f64) -> Room {
    Room::around(ScreenPoint { x: f64::from(at.x), y: f64::from(at.y) }, width, width / 3.0)
}

/// Whether a polygon holds a point: a ray to the right crosses its edge an odd number of times.
fn holds(area: &[Point], x: f64, y: f64) -> bool {
    let next = area.iter().cycle().skip(1);
    let crossings = area.iter().zip(next).filter(|(from, to)| {
        let ((x1, y1), (x2, y2)) = ((f64::from(from.x), f64::from(from.y)), (f64::from(to.x), f64::from(to.y)));
        (y1 > y) != (y2 > y) && x < x1 + (y - y1) * (x2 - x1) / (y2 - y1)
    });
    crossings.count() % 2 == 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_polygon_holds_what_is_inside() {
        let corner = [(0, 0), (10, 0), (10, 5), (5, 5), (5, 10), (0, 10)].map(|(x, y)| Point::new(x, y));
        for (x, y, expected) in [(2.0, 2.0, true), (8.0, 2.0, true), (8.0, 8.0, false), (-1.0, 2.0, false), (2.0, 9.0, true)] {
            assert_eq!(holds(&corner, x, y), expected, "{x} {y}");
        }
    }
}
