//! Which names fit on the drawing, and where: pins first, then places, zones, signs, what furniture is called. A name that would lie on
//! another waits for a nearer view.

use super::pins::{Mark, room as pin_room};
use super::projection::{FloorPoint, Projection, ScreenPoint, bounds, sin_cos};
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
    /// What a piece is called, under its sign.
    Piece,
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
pub(super) struct Room {
    pub left: f64,
    pub top: f64,
    pub right: f64,
    pub bottom: f64,
}

/// From this near on, in letters (rem) a metre, furniture says what it is called.
const NAMED: f64 = 3.5;

impl Kind {
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Place => "place",
            Self::Zone => "zone",
            Self::Sign => "sign",
            Self::DarkSign => "dark-sign",
            Self::Piece => "piece",
        }
    }
}

impl Room {
    pub(super) fn around(at: ScreenPoint, width: f64, height: f64) -> Self {
        Self { left: at.x - width / 2.0, top: at.y - height / 2.0, right: at.x + width / 2.0, bottom: at.y + height / 2.0 }
    }

    fn size(self) -> (f64, f64) {
        (self.right - self.left, self.bottom - self.top)
    }

    pub(super) fn meets(self, other: Self) -> bool {
        self.left < other.right && other.left < self.right && self.top < other.bottom && other.top < self.bottom
    }
}

/// What fits so far.
struct Page<'a> {
    projection: Projection,
    words: &'a Words,
    taken: Vec<Room>,
    named: Vec<Named>,
}

impl Page<'_> {
    /// A name whose middle is at `at`, if it is on the screen and free of the others; says whether it is.
    fn keep(&mut self, words: String, at: ScreenPoint, kind: Kind, sought: bool) -> bool {
        let screen = self.projection.screen;
        let room = Room::around(at, width(&words, screen.em), screen.em * 1.35);
        let inside = room.right > 0.0 && room.bottom > 0.0 && room.left < screen.width && room.top < screen.height;
        let fits = inside && !words.is_empty() && !self.taken.iter().any(|other| other.meets(room));
        if fits {
            self.taken.push(room);
            self.named.push(Named { words, at, kind, sought });
        }
        fits
    }

    fn places(&mut self, floor: &Floor) {
        let walls = walls(floor, self.projection);
        for place in &floor.places {
            let name = whereabouts::place(self.words.i18n, place.kind).to_owned();
            let at = self.projection.screen_from_floor(FloorPoint::of(place.at));
            let at = whole_name(at, width(&name, self.projection.screen.em), walls, self.projection.screen.em);
            self.keep(name, at, Kind::Place, false);
        }
    }

    fn zones(&mut self, floor: &Floor, spots: &[FloorPoint]) {
        for (zone, spot) in floor.zones.iter().zip(spots) {
            let name = zone.name.get(self.words.language).to_owned();
            self.keep(name, self.projection.screen_from_floor(*spot), Kind::Zone, false);
        }
    }

    /// Its sign on it or in front of it; from near also what it is called.
    fn piece(&mut self, fixture: &Fixture, sought: bool) {
        let (em, scale) = (self.projection.screen.em, self.projection.scale);
        let (across, along) = footprint(fixture).size();
        let (across, along) = (across * scale, along * scale);
        if across.max(along) <= em * 1.2 {
            return;
        }
        let upright = self.projection.turn % 180 == 0;
        let on_it = upright && across > width(&fixture.code, em) * 0.9 && along > em * 1.1;
        let middle = self.projection.screen_from_floor(FloorPoint::of(fixture.centre));
        let at =
            if on_it { middle } else { in_front(middle, fixture.rotation + self.projection.turn, across.min(along) / 2.0 + em * 0.75) };
        let kind = if on_it && fixture.kind == FixtureKind::Counter { Kind::DarkSign } else { Kind::Sign };
        if self.keep(fixture.code.clone(), at, kind, sought) && scale * 1000.0 > em * NAMED {
            let below = ScreenPoint { x: at.x, y: at.y + em * 1.4 };
            self.keep(fixture.name.get(self.words.language).to_owned(), below, Kind::Piece, sought);
        }
    }
}

/// Where each zone's name stands, however the floor is looked at; `whole` is the scale that shows all of it. Looks at much: once a floor.
pub(super) fn zone_spots(floor: &Floor, language: Language, whole: f64, em: f64) -> Vec<FloorPoint> {
    let spot = |zone: &Zone| spot(floor, zone, width(zone.name.get(language), em) / whole, em * 1.4 / whole);
    floor.zones.iter().map(spot).collect()
}

/// The names of a floor that fit; `pieces` are the furniture that is seen.
pub(super) fn labels<'a>(
    floor: &'a Floor,
    spots: &[FloorPoint],
    pieces: impl Iterator<Item = &'a Fixture>,
    projection: Projection,
    marks: &[Mark],
    words: &Words,
) -> Vec<Named> {
    let taken = marks.iter().map(|mark| pin_room(mark.at, projection.screen.em)).collect();
    let mut page = Page { projection, words, taken, named: Vec::new() };
    page.places(floor);
    page.zones(floor, spots);
    // What is sought says its name before all others.
    let is_sought = |fixture: &Fixture| marks.iter().any(|mark| mark.fixtures.contains(&fixture.id));
    let (sought, others): (Vec<&Fixture>, Vec<&Fixture>) = pieces.partition(|fixture| is_sought(fixture));
    sought.into_iter().for_each(|fixture| page.piece(fixture, true));
    others.into_iter().for_each(|fixture| page.piece(fixture, false));
    page.named
}

/// What is seen of the floor.
fn walls(floor: &Floor, projection: Projection) -> Room {
    let Bounds { min, max } = bounds(floor);
    let corners = [min, max, Point::new(min.x, max.y), Point::new(max.x, min.y)];
    let seen = corners.map(|corner| projection.screen_from_floor(FloorPoint::of(corner)));
    let least = |of: fn(&ScreenPoint) -> f64| seen.iter().map(of).fold(f64::INFINITY, f64::min);
    let most = |of: fn(&ScreenPoint) -> f64| seen.iter().map(of).fold(f64::NEG_INFINITY, f64::max);
    Room { left: least(|at| at.x), top: least(|at| at.y), right: most(|at| at.x), bottom: most(|at| at.y) }
}

/// Moved in from the walls, so that no letter is cut.
fn whole_name(at: ScreenPoint, width: f64, walls: Room, em: f64) -> ScreenPoint {
    let between = |at: f64, from: f64, to: f64| if from < to { at.max(from).min(to) } else { (from + to) / 2.0 };
    let (side, above) = (width / 2.0 + em * 0.25, em * 0.85);
    ScreenPoint { x: between(at.x, walls.left + side, walls.right - side), y: between(at.y, walls.top + above, walls.bottom - above) }
}

/// A sign that does not fit on its piece stands before it.
fn in_front(at: ScreenPoint, rotation: i16, by: f64) -> ScreenPoint {
    let (sin, cos) = sin_cos(rotation);
    ScreenPoint { x: at.x - sin * by, y: at.y + cos * by }
}

/// Hangul is as wide as it is high; Latin letters and digits take about three fifths.
fn width(words: &str, em: f64) -> f64 {
    let letters: f64 = words.chars().map(|letter| if letter.is_ascii() { 0.6 } else { 1.0 }).sum();
    (letters + 0.5) * em
}

/// The place in a zone where its name lies on the least furniture, the nearest to the zone's upper left among equals.
fn spot(floor: &Floor, zone: &Zone, width: f64, height: f64) -> FloorPoint {
    let Some(area) = Bounds::around(zone.area.iter().copied()) else { return FloorPoint::default() };
    let step = (area.width().max(area.height()) / 32).max(300) as usize;
    let (min, max) = (FloorPoint::of(area.min), FloorPoint::of(area.max));
    let all = Room { left: min.x, top: min.y, right: max.x, bottom: max.y };
    let things = floor.fixtures.iter().map(footprint).chain(floor.places.iter().map(|place| sign(place.at, width)));
    let crowd: Vec<Room> = things.filter(|room| room.meets(all)).collect();
    let mut best = (usize::MAX, FloorPoint::of(area.min));
    for y in (area.min.y..area.max.y).step_by(step) {
        for x in (area.min.x..area.max.x).step_by(step) {
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
