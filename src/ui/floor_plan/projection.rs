//! From a floor (millimetres, integers in the planogram) to the screen (CSS pixels from the drawing's upper left corner) and back.

use crate::browser::size::Screen;
use domain::planogram::Floor;
use domain::planogram::geometry::{Bounds, Point};

/// Round the walls, in millimetres, so that their line is whole.
const EDGE: f64 = 500.0;
/// Nearer than this, in letters (rem) a metre, one shelf would fill a phone.
const NEAREST: f64 = 13.0;

/// A point of the floor, in millimetres.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct FloorPoint {
    /// To the right.
    pub x: f64,
    /// Downwards.
    pub y: f64,
}

/// A point of the screen, in CSS pixels.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct ScreenPoint {
    /// To the right.
    pub x: f64,
    /// Downwards.
    pub y: f64,
}

/// How a visitor looks at the floor.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Viewpoint {
    /// 1 shows the whole floor.
    pub zoom: f64,
    /// What is in the middle; `None` is the floor's own middle.
    pub centre: Option<FloorPoint>,
    /// By how much the floor is turned, clockwise, in whole degrees.
    pub turn: i16,
}

/// The scale, what lies in the screen's middle, and the screen.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Projection {
    /// What lies in the middle.
    pub centre: FloorPoint,
    /// Pixels a millimetre; 0 before the box is measured.
    pub scale: f64,
    /// The scale that shows the whole floor.
    pub whole: f64,
    /// As the viewpoint's.
    pub turn: i16,
    /// The box that is drawn on.
    pub screen: Screen,
}

/// What moves a finished drawing under another viewpoint: first larger by a factor, round the middle, then aside by pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Motion {
    /// 1 leaves it as large as it is.
    pub factor: f64,
    /// In CSS pixels.
    pub by: ScreenPoint,
}

impl FloorPoint {
    /// Of a planogram's point.
    pub fn of(point: Point) -> Self {
        Self { x: f64::from(point.x), y: f64::from(point.y) }
    }

    fn turned(self, degrees: i16) -> Self {
        let (sin, cos) = sin_cos(degrees);
        Self { x: self.x * cos - self.y * sin, y: self.x * sin + self.y * cos }
    }

    fn less(self, other: Self) -> Self {
        Self { x: self.x - other.x, y: self.y - other.y }
    }
}

impl Default for Viewpoint {
    fn default() -> Self {
        Self { zoom: 1.0, centre: None, turn: 0 }
    }
}

impl Viewpoint {
    /// Nearer by `factor`; the floor under `fixed` stays under it.
    pub fn zoomed(self, factor: f64, fixed: ScreenPoint, bounds: Bounds, screen: Screen) -> Self {
        let before = Projection::of(bounds, screen, self);
        if !before.is_real() {
            return self;
        }
        let whole = before.whole;
        let nearest = (NEAREST * screen.em / 1000.0 / whole).max(1.0);
        let zoom = (self.zoom * factor).max(1.0).min(nearest);
        let held = before.floor_from_screen(fixed);
        let after = Projection { centre: held, scale: whole * zoom, ..before };
        let aside = ScreenPoint { x: screen.width - fixed.x, y: screen.height - fixed.y };
        Self { zoom, centre: Some(after.floor_from_screen(aside)), ..self }
    }

    /// Moved so that what is seen goes `by` pixels to the right and down.
    pub fn moved(self, by: ScreenPoint, bounds: Bounds, screen: Screen) -> Self {
        let now = Projection::of(bounds, screen, self);
        let middle = ScreenPoint { x: screen.width / 2.0 - by.x, y: screen.height / 2.0 - by.y };
        match now.is_real() {
            true => Self { centre: Some(now.floor_from_screen(middle)), ..self },
            false => self,
        }
    }

    /// So near that an area fills the screen.
    pub fn around(area: Bounds, turn: i16, bounds: Bounds, screen: Screen) -> Self {
        let whole = Projection::of(bounds, screen, Self { turn, ..Self::default() });
        let part = Projection::of(area, screen, Self { turn, ..Self::default() });
        let zoom = if whole.is_real() { (part.scale / whole.scale).max(1.0) } else { 1.0 };
        Self { zoom, centre: Some(middle(area)), turn }
    }
}

impl Projection {
    /// Of a floor's `bounds` in a box.
    pub fn of(bounds: Bounds, screen: Screen, viewpoint: Viewpoint) -> Self {
        let turn = viewpoint.turn;
        let (first, last) = turned_bounds(bounds, turn);
        let whole = (screen.width / (last.x - first.x)).min(screen.height / (last.y - first.y));
        let scale = whole * viewpoint.zoom;
        if scale <= 0.0 {
            return Self::default();
        }
        let wanted = viewpoint.centre.unwrap_or_else(|| middle(bounds)).turned(turn);
        let x = within(wanted.x, first.x, last.x, screen.width / scale);
        let y = within(wanted.y, first.y, last.y, screen.height / scale);
        Self { centre: FloorPoint { x, y }.turned(-turn), scale, whole, turn, screen }
    }

    /// The same look on a larger or smaller box.
    pub fn on(self, screen: Screen) -> Self {
        Self { screen, ..self }
    }

    /// Whether the box has been measured.
    pub fn is_real(self) -> bool {
        self.scale > 0.0
    }

    /// Where a point of the floor is seen.
    pub fn screen_from_floor(self, at: FloorPoint) -> ScreenPoint {
        let from_middle = at.less(self.centre).turned(self.turn);
        ScreenPoint { x: from_middle.x * self.scale + self.screen.width / 2.0, y: from_middle.y * self.scale + self.screen.height / 2.0 }
    }

    /// What is seen there.
    pub fn floor_from_screen(self, at: ScreenPoint) -> FloorPoint {
        let from_middle =
            FloorPoint { x: (at.x - self.screen.width / 2.0) / self.scale, y: (at.y - self.screen.height / 2.0) / self.scale };
        let turned = from_middle.turned(-self.turn);
        FloorPoint { x: self.centre.x + turned.x, y: self.centre.y + turned.y }
    }

    /// Whether a disc on the floor, in millimetres, is at least partly on the screen.
    pub fn sees(self, middle: Point, radius: f64) -> bool {
        let (at, radius) = (self.screen_from_floor(FloorPoint::of(middle)), radius * self.scale);
        at.x + radius > 0.0 && at.y + radius > 0.0 && at.x - radius < self.screen.width && at.y - radius < self.screen.height
    }

    /// Moves what was drawn for this look to where `other` wants it, on the same box.
    pub fn motion_to(self, other: Self) -> Motion {
        let aside = self.centre.less(other.centre).turned(other.turn);
        Motion { factor: other.scale / self.scale, by: ScreenPoint { x: aside.x * other.scale, y: aside.y * other.scale } }
    }

    /// As an SVG's `viewBox`; what is drawn in it is turned by [`Projection::turning`].
    pub fn frame(self) -> String {
        if !self.is_real() {
            return "0 0 1 1".to_owned();
        }
        // Whole millimetres: printing fractions would bring a printer of floats along.
        let (width, height) = (self.screen.width / self.scale, self.screen.height / self.scale);
        let (x, y) = (self.centre.x.round() - width / 2.0, self.centre.y.round() - height / 2.0);
        let [x, y, width, height] = [x, y, width, height].map(|value| value.round() as i32);
        format!("{x} {y} {width} {height}")
    }

    /// As an SVG's `transform`.
    pub fn turning(self) -> String {
        format!("rotate({} {} {})", self.turn, self.centre.x.round() as i32, self.centre.y.round() as i32)
    }
}

/// The browser's own where there is one: the program does not bring tables along.
pub(super) fn sin_cos(degrees: i16) -> (f64, f64) {
    let radians = f64::from(degrees).to_radians();
    #[cfg(target_arch = "wasm32")]
    return (js_sys::Math::sin(radians), js_sys::Math::cos(radians));
    #[cfg(not(target_arch = "wasm32"))]
    radians.sin_cos()
}

/// Around a floor's outline; of nothing, a square metre.
pub fn bounds(floor: &Floor) -> Bounds {
    area_bounds(&floor.outline)
}

/// Around an area; of nothing, a square metre.
pub fn area_bounds(area: &[Point]) -> Bounds {
    Bounds::around(area.iter().copied()).unwrap_or(Bounds { min: Point::new(0, 0), max: Point::new(1000, 1000) })
}

fn middle(bounds: Bounds) -> FloorPoint {
    FloorPoint { x: f64::from(bounds.min.x + bounds.max.x) / 2.0, y: f64::from(bounds.min.y + bounds.max.y) / 2.0 }
}

/// Upper left and lower right of the turned floor, with its edge.
fn turned_bounds(bounds: Bounds, turn: i16) -> (FloorPoint, FloorPoint) {
    let (min, max) = (FloorPoint::of(bounds.min), FloorPoint::of(bounds.max));
    let corners = [min, max, FloorPoint { x: min.x, y: max.y }, FloorPoint { x: max.x, y: min.y }].map(|corner| corner.turned(turn));
    let (xs, ys) = (corners.map(|corner| corner.x), corners.map(|corner| corner.y));
    let least = |of: [f64; 4]| of.into_iter().fold(f64::INFINITY, f64::min) - EDGE;
    let most = |of: [f64; 4]| of.into_iter().fold(f64::NEG_INFINITY, f64::max) + EDGE;
    (FloorPoint { x: least(xs), y: least(ys) }, FloorPoint { x: most(xs), y: most(ys) })
}

/// What is seen (`seen`, in millimetres) never goes past the walls; what is smaller than the screen stands in its middle.
fn within(at: f64, from: f64, to: f64, seen: f64) -> f64 {
    let (first, last) = (from + seen / 2.0, to - seen / 2.0);
    if first < last { at.max(first).min(last) } else { (first + last) / 2.0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    const BOUNDS: Bounds = Bounds { min: Point::new(0, 0), max: Point::new(24_000, 16_000) };
    const SCREEN: Screen = Screen { width: 350.0, height: 320.0, em: 16.0 };
    const TURNS: [i16; 5] = [0, 90, 180, 270, 37];

    fn near(a: f64, b: f64) -> bool {
        (a - b).abs() < 1e-6
    }

    #[test]
    fn there_and_back_is_the_same_point_at_every_zoom_and_turn() {
        for turn in TURNS {
            for viewpoint in [
                Viewpoint { turn, ..Viewpoint::default() },
                Viewpoint { zoom: 3.0, centre: Some(FloorPoint { x: 250.0, y: 15_000.0 }), turn },
            ] {
                let projection = Projection::of(BOUNDS, SCREEN, viewpoint);
                for (x, y) in [(0.0, 0.0), (12_345.0, 678.0), (24_000.0, 16_000.0)] {
                    let back = projection.floor_from_screen(projection.screen_from_floor(FloorPoint { x, y }));
                    assert!(near(back.x, x) && near(back.y, y), "{viewpoint:?} {x} {y} {back:?}");
                }
            }
        }
    }

    #[test]
    fn the_whole_floor_fits_and_stands_in_the_middle_however_it_is_turned() {
        for turn in TURNS {
            let projection = Projection::of(BOUNDS, SCREEN, Viewpoint { turn, ..Viewpoint::default() });
            let corners = [(0.0, 0.0), (24_000.0, 0.0), (24_000.0, 16_000.0), (0.0, 16_000.0)];
            let seen = corners.map(|(x, y)| projection.screen_from_floor(FloorPoint { x, y }));
            assert!(seen.iter().all(|at| at.x > 0.0 && at.x < SCREEN.width && at.y > 0.0 && at.y < SCREEN.height), "{turn} {seen:?}");
            assert!(near(seen[0].x + seen[2].x, SCREEN.width) && near(seen[0].y + seen[2].y, SCREEN.height), "{turn} {seen:?}");
        }
    }

    #[test]
    fn a_quarter_turn_to_the_right_puts_what_was_above_to_the_right() {
        let projection = Projection::of(BOUNDS, SCREEN, Viewpoint { turn: 90, ..Viewpoint::default() });
        let above = projection.screen_from_floor(FloorPoint { x: 12_000.0, y: 0.0 });
        assert!(above.x > SCREEN.width / 2.0 && near(above.y, SCREEN.height / 2.0), "{above:?}");
    }

    #[test]
    fn zooming_keeps_what_is_under_the_finger() {
        for turn in TURNS {
            let start = Viewpoint { zoom: 1.5, turn, ..Viewpoint::default() };
            let finger = ScreenPoint { x: 160.0, y: 180.0 };
            let before = Projection::of(BOUNDS, SCREEN, start).floor_from_screen(finger);
            let after = Projection::of(BOUNDS, SCREEN, start.zoomed(2.0, finger, BOUNDS, SCREEN)).floor_from_screen(finger);
            assert!(near(before.x, after.x) && near(before.y, after.y), "{turn} {before:?} {after:?}");
        }
    }

    #[test]
    fn moving_follows_the_finger_and_stays_on_the_floor() {
        for turn in TURNS {
            let start = Viewpoint { zoom: 2.0, turn, ..Viewpoint::default() };
            let moved = start.moved(ScreenPoint { x: 10.0, y: -5.0 }, BOUNDS, SCREEN);
            let at = FloorPoint { x: 9_000.0, y: 9_000.0 };
            let (before, after) = (Projection::of(BOUNDS, SCREEN, start), Projection::of(BOUNDS, SCREEN, moved));
            let (before, after) = (before.screen_from_floor(at), after.screen_from_floor(at));
            assert!(near(after.x - before.x, 10.0) && near(after.y - before.y, -5.0), "{turn}");
        }
        let far = Projection::of(
            BOUNDS,
            SCREEN,
            Viewpoint { zoom: 2.0, ..Viewpoint::default() }.moved(ScreenPoint { x: 1e9, y: 0.0 }, BOUNDS, SCREEN),
        );
        assert!(near(far.floor_from_screen(ScreenPoint::default()).x, -EDGE));
    }

    #[test]
    fn a_drawing_that_is_moved_shows_each_point_where_a_new_one_would() {
        for turn in TURNS {
            let drawn = Projection::of(BOUNDS, SCREEN, Viewpoint { zoom: 2.0, turn, ..Viewpoint::default() });
            let wanted = Projection::of(BOUNDS, SCREEN, Viewpoint { zoom: 2.6, centre: Some(FloorPoint { x: 8_000.0, y: 9_000.0 }), turn });
            let Motion { factor, by } = drawn.motion_to(wanted);
            let at = FloorPoint { x: 11_000.0, y: 5_000.0 };
            let (old, new) = (drawn.screen_from_floor(at), wanted.screen_from_floor(at));
            let (x, y) = ((old.x - SCREEN.width / 2.0) * factor + by.x, (old.y - SCREEN.height / 2.0) * factor + by.y);
            assert!(near(x + SCREEN.width / 2.0, new.x) && near(y + SCREEN.height / 2.0, new.y), "{turn} {x} {y} {new:?}");
        }
    }

    #[test]
    fn an_area_fills_the_screen() {
        let area = Bounds { min: Point::new(10_000, 2_000), max: Point::new(14_000, 5_000) };
        let projection = Projection::of(BOUNDS, SCREEN, Viewpoint::around(area, 0, BOUNDS, SCREEN));
        let (first, last) =
            (projection.screen_from_floor(FloorPoint::of(area.min)), projection.screen_from_floor(FloorPoint::of(area.max)));
        assert!(first.x >= 0.0 && last.x <= SCREEN.width && last.x - first.x > SCREEN.width * 0.6, "{first:?} {last:?}");
    }

    #[test]
    fn a_box_without_size_draws_nothing() {
        assert!(!Projection::of(BOUNDS, Screen::default(), Viewpoint::default()).is_real());
    }
}
