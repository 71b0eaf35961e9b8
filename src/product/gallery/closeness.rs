//! How near a visitor looks at a picture, and at what of it.

use crate::browser::hand::Spot;
use crate::browser::size::Screen;

/// Nearer than this there is nothing more to see.
const NEAREST: f64 = 5.0;

/// In CSS pixels of the screen; the middle of the picture lies `x`, `y` from the middle of the screen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Closeness {
    /// 1 shows all of it.
    pub zoom: f64,
    /// To the right.
    pub x: f64,
    /// Downwards.
    pub y: f64,
}

impl Default for Closeness {
    fn default() -> Self {
        Self { zoom: 1.0, x: 0.0, y: 0.0 }
    }
}

impl Closeness {
    /// Nearer by a factor; what lies under `at` (from the screen's corner) stays there.
    pub fn zoomed(self, factor: f64, at: Spot, room: Room) -> Self {
        let zoom = (self.zoom * factor).clamp(1.0, NEAREST);
        let ratio = zoom / self.zoom;
        let (from_x, from_y) = (at.x - room.screen.width / 2.0, at.y - room.screen.height / 2.0);
        Self { zoom, x: from_x - (from_x - self.x) * ratio, y: from_y - (from_y - self.y) * ratio }.held(room)
    }

    /// Moved along with a finger.
    pub fn moved(self, by: Spot, room: Room) -> Self {
        Self { x: self.x + by.x, y: self.y + by.y, ..self }.held(room)
    }

    /// With what lies under `at` in the middle.
    pub fn centred(self, at: Spot, room: Room) -> Self {
        self.moved(Spot { x: room.screen.width / 2.0 - at.x, y: room.screen.height / 2.0 - at.y }, room)
    }

    /// Whether less than all of it is seen.
    pub fn is_near(self) -> bool {
        self.zoom > 1.0
    }

    /// No edge of the picture comes further in than the screen's edge.
    fn held(self, room: Room) -> Self {
        let (width, height) = room.picture();
        let beyond = |side: f64, screen: f64| ((side * self.zoom - screen) / 2.0).max(0.0);
        let (most_x, most_y) = (beyond(width, room.screen.width), beyond(height, room.screen.height));
        Self { x: self.x.clamp(-most_x, most_x), y: self.y.clamp(-most_y, most_y), ..self }
    }
}

/// The screen, and the shape of what is shown on it.
#[derive(Clone, Copy, Debug)]
pub struct Room {
    /// All of it.
    pub screen: Screen,
    /// The picture's width by its height.
    pub shape: f64,
}

impl Room {
    /// How large the whole picture is seen.
    fn picture(self) -> (f64, f64) {
        let width = self.screen.width.min(self.screen.height * self.shape);
        (width, width / self.shape)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ROOM: Room = Room { screen: Screen { width: 400.0, height: 800.0, em: 16.0 }, shape: 1.0 };

    #[test]
    fn what_lies_under_the_finger_stays_there() {
        let near = Closeness::default().zoomed(4.0, Spot { x: 300.0, y: 500.0 }, ROOM);
        // 100 right and 100 below the middle; four times as far now, moved back by the rest.
        assert_eq!(near, Closeness { zoom: 4.0, x: -300.0, y: -300.0 });
        assert_eq!(near.zoomed(0.25, Spot { x: 300.0, y: 500.0 }, ROOM), Closeness::default());
    }

    #[test]
    fn nothing_is_nearer_or_farther_than_there_is_something_to_see() {
        let middle = Spot { x: 200.0, y: 400.0 };
        assert_eq!(Closeness::default().zoomed(100.0, middle, ROOM).zoom, NEAREST);
        assert_eq!(Closeness::default().zoomed(0.1, middle, ROOM), Closeness::default());
        assert!(!Closeness::default().is_near());
    }

    #[test]
    fn an_edge_of_the_picture_stays_at_the_edge_of_the_screen() {
        let far = Spot { x: 9_999.0, y: 9_999.0 };
        assert_eq!(Closeness::default().moved(far, ROOM), Closeness::default());
        // Twice as large the square is 800 by 800: 200 may be hidden on either side, nothing above and below.
        let near = Closeness { zoom: 2.0, ..Closeness::default() };
        assert_eq!(near.moved(far, ROOM), Closeness { zoom: 2.0, x: 200.0, y: 0.0 });
        assert_eq!(near.centred(Spot { x: 250.0, y: 100.0 }, ROOM), Closeness { zoom: 2.0, x: -50.0, y: 0.0 });
    }
}
