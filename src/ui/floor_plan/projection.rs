//! From the floor (millimetres) to the screen (CSS pixels from the drawing's upper left corner) and back.

use crate::browser::size::Screen;
use domain::planogram::Floor;
use domain::planogram::geometry::{Bounds, Point};

/// Round the walls, in millimetres, so that their line is whole.
const EDGE: f64 = 500.0;
/// Nearer than this, one shelf would fill a phone.
const NEAREST: f64 = 6.0;

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
}

/// The scale and what lies in the screen's upper left corner.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Projection {
    origin: FloorPoint,
    /// Pixels a millimetre; 0 before the box is measured.
    pub scale: f64,
}

impl FloorPoint {
    /// Of a planogram's point.
    pub fn of(point: Point) -> Self {
        Self { x: f64::from(point.x), y: f64::from(point.y) }
    }
}

impl Default for Viewpoint {
    fn default() -> Self {
        Self { zoom: 1.0, centre: None }
    }
}

impl Viewpoint {
    /// Nearer by `factor`; the floor under `fixed` stays under it.
    pub fn zoomed(self, factor: f64, fixed: ScreenPoint, bounds: Bounds, screen: Screen) -> Self {
        let before = Projection::of(bounds, screen, self);
        let zoom = (self.zoom * factor).clamp(1.0, NEAREST);
        let scale = before.scale / self.zoom * zoom;
        if scale <= 0.0 {
            return self;
        }
        let held = before.floor_from_screen(fixed);
        let x = held.x + (screen.width / 2.0 - fixed.x) / scale;
        let y = held.y + (screen.height / 2.0 - fixed.y) / scale;
        Self { zoom, centre: Some(FloorPoint { x, y }) }
    }

    /// Moved so that what is seen goes `by` pixels to the right and down.
    pub fn moved(self, by: ScreenPoint, bounds: Bounds, screen: Screen) -> Self {
        let now = Projection::of(bounds, screen, self);
        let middle = ScreenPoint { x: screen.width / 2.0 - by.x, y: screen.height / 2.0 - by.y };
        if !now.is_real() {
            return self;
        }
        Self { centre: Some(now.floor_from_screen(middle)), ..self }
    }
}

impl Projection {
    /// Of a floor's `bounds` in a box.
    pub fn of(bounds: Bounds, screen: Screen, viewpoint: Viewpoint) -> Self {
        let (width, height) = (f64::from(bounds.width()) + 2.0 * EDGE, f64::from(bounds.height()) + 2.0 * EDGE);
        let scale = (screen.width / width).min(screen.height / height) * viewpoint.zoom;
        if scale <= 0.0 {
            return Self { origin: FloorPoint::default(), scale: 0.0 };
        }
        let seen = Screen { width: screen.width / scale, height: screen.height / scale, ..screen };
        let centre = within(viewpoint.centre.unwrap_or_else(|| middle(bounds)), bounds, seen);
        let origin = FloorPoint { x: centre.x - screen.width / scale / 2.0, y: centre.y - screen.height / scale / 2.0 };
        Self { origin, scale }
    }

    /// Whether the box has been measured.
    pub fn is_real(self) -> bool {
        self.scale > 0.0
    }

    /// Where a point of the floor is seen.
    pub fn screen_from_floor(self, at: FloorPoint) -> ScreenPoint {
        ScreenPoint { x: (at.x - self.origin.x) * self.scale, y: (at.y - self.origin.y) * self.scale }
    }

    /// What is seen there.
    pub fn floor_from_screen(self, at: ScreenPoint) -> FloorPoint {
        FloorPoint { x: self.origin.x + at.x / self.scale, y: self.origin.y + at.y / self.scale }
    }

    /// As an SVG's `viewBox`.
    pub fn frame(self, screen: Screen) -> String {
        match self.is_real() {
            true => {
                let (width, height) = (screen.width / self.scale, screen.height / self.scale);
                let whole = |value: f64| value.round() as i32;
                format!("{} {} {} {}", whole(self.origin.x), whole(self.origin.y), whole(width), whole(height))
            }
            false => "0 0 1 1".to_owned(),
        }
    }
}

/// Around a floor's outline; of nothing, a square metre.
pub fn bounds(floor: &Floor) -> Bounds {
    Bounds::around(floor.outline.iter().copied()).unwrap_or(Bounds { min: Point::new(0, 0), max: Point::new(1000, 1000) })
}

fn middle(bounds: Bounds) -> FloorPoint {
    FloorPoint { x: f64::from(bounds.min.x + bounds.max.x) / 2.0, y: f64::from(bounds.min.y + bounds.max.y) / 2.0 }
}

/// What is seen (`seen`, in millimetres) never goes past the walls; what is smaller than the screen stands in its middle.
fn within(at: FloorPoint, bounds: Bounds, seen: Screen) -> FloorPoint {
    let along = |at: f64, from: i32, to: i32, seen: f64| {
        let (first, last) = (f64::from(from) - EDGE + seen / 2.0, f64::from(to) + EDGE - seen / 2.0);
        if first < last { at.max(first).min(last) } else { (first + last) / 2.0 }
    };
    FloorPoint { x: along(at.x, bounds.min.x, bounds.max.x, seen.width), y: along(at.y, bounds.min.y, bounds.max.y, seen.height) }
}

#[cfg(test)]
mod tests {
    use super::*;

    const BOUNDS: Bounds = Bounds { min: Point::new(0, 0), max: Point::new(24_000, 16_000) };
    const SCREEN: Screen = Screen { width: 350.0, height: 320.0, em: 16.0 };

    fn near(a: f64, b: f64) -> bool {
        (a - b).abs() < 1e-6
    }

    #[test]
    fn there_and_back_is_the_same_point_at_every_zoom() {
        for viewpoint in [Viewpoint::default(), Viewpoint { zoom: 3.0, centre: Some(FloorPoint { x: 250.0, y: 15_000.0 }) }] {
            let projection = Projection::of(BOUNDS, SCREEN, viewpoint);
            for (x, y) in [(0.0, 0.0), (12_345.0, 678.0), (24_000.0, 16_000.0)] {
                let back = projection.floor_from_screen(projection.screen_from_floor(FloorPoint { x, y }));
                assert!(near(back.x, x) && near(back.y, y), "{viewpoint:?} {x} {y} {back:?}");
            }
        }
    }

    #[test]
    fn the_whole_floor_fits_and_stands_in_the_middle() {
        let projection = Projection::of(BOUNDS, SCREEN, Viewpoint::default());
        let (first, last) =
            (projection.screen_from_floor(FloorPoint::default()), projection.screen_from_floor(FloorPoint { x: 24_000.0, y: 16_000.0 }));
        assert!(first.x > 0.0 && last.x < SCREEN.width && near(first.x + last.x, SCREEN.width) && near(first.y + last.y, SCREEN.height));
    }

    #[test]
    fn zooming_keeps_what_is_under_the_finger() {
        let finger = ScreenPoint { x: 100.0, y: 200.0 };
        let before = Projection::of(BOUNDS, SCREEN, Viewpoint::default()).floor_from_screen(finger);
        let after = Projection::of(BOUNDS, SCREEN, Viewpoint::default().zoomed(2.0, finger, BOUNDS, SCREEN)).floor_from_screen(finger);
        assert!(near(before.x, after.x) && near(before.y, after.y), "{before:?} {after:?}");
    }

    #[test]
    fn moving_follows_the_finger_and_stays_on_the_floor() {
        let start = Viewpoint { zoom: 2.0, centre: None };
        let moved = start.moved(ScreenPoint { x: 10.0, y: -5.0 }, BOUNDS, SCREEN);
        let at = FloorPoint { x: 9_000.0, y: 9_000.0 };
        let (before, after) = (Projection::of(BOUNDS, SCREEN, start), Projection::of(BOUNDS, SCREEN, moved));
        let (before, after) = (before.screen_from_floor(at), after.screen_from_floor(at));
        assert!(near(after.x - before.x, 10.0) && near(after.y - before.y, -5.0));
        let far = Projection::of(BOUNDS, SCREEN, start.moved(ScreenPoint { x: 1e9, y: 0.0 }, BOUNDS, SCREEN));
        assert!(near(far.floor_from_screen(ScreenPoint::default()).x, -EDGE));
    }

    #[test]
    fn a_box_without_size_draws_nothing() {
        assert!(!Projection::of(BOUNDS, Screen::default(), Viewpoint::default()).is_real());
    }
}
