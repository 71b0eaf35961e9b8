//! Fingers (or the mouse) on an element: what they drag, pinch and tap.

use crate::prelude::*;
use leptos::ev::PointerEvent;
use std::time::Duration;

/// A finger that moved less, in CSS pixels, has tapped.
const STILL: f64 = 8.0;
/// Two taps this near, in milliseconds and CSS pixels, are one double tap.
const SOON: f64 = 320.0;
const NEAR: f64 = 32.0;

/// In CSS pixels from the element's upper left corner.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Spot {
    /// To the right.
    pub x: f64,
    /// Downwards.
    pub y: f64,
}

/// What fingers do.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Gesture {
    /// One finger moved by this much.
    Drag(Spot),
    /// Two fingers went apart (or together) by a factor; what lies under one of them stays there.
    Pinch(f64, Spot),
    /// A finger came and went.
    Tap(Spot),
    /// It did so twice.
    DoubleTap(Spot),
    /// The last finger has left after it moved.
    LetGo,
}

/// Follows the fingers on one element; hand it the element's pointer events.
#[derive(Clone, Copy)]
pub struct Hand {
    element: NodeRef,
    fingers: StoredValue<Fingers>,
}

impl Hand {
    /// On an element whose `touch-action` is none.
    pub fn new(element: NodeRef) -> Self {
        Self { element, fingers: StoredValue::new(Fingers::default()) }
    }

    /// `pointerdown`
    pub fn down(self, event: &PointerEvent) {
        let at = self.place(event.client_x(), event.client_y());
        self.fingers.update_value(|fingers| fingers.down(event.pointer_id(), at));
    }

    /// `pointermove`
    pub fn moved(self, event: &PointerEvent) -> Option<Gesture> {
        let at = self.place(event.client_x(), event.client_y());
        let gesture = self.fingers.try_update_value(|fingers| fingers.moved(event.pointer_id(), at)).flatten()?;
        if !self.is_still()
            && let Some(element) = self.element.get_untracked()
        {
            // From here on the drag is the element's, also outside it; a refusal only ends it at the edge.
            let _ = element.set_pointer_capture(event.pointer_id());
        }
        Some(gesture)
    }

    /// `pointerup`, `pointercancel`, `pointerleave`
    pub fn up(self, event: &PointerEvent) -> Option<Gesture> {
        let gesture = self.fingers.try_update_value(|fingers| fingers.up(event.pointer_id(), event.time_stamp())).flatten();
        if gesture == Some(Gesture::LetGo) {
            // The browser's click comes before this, and is the drag's; a key that is pressed later is not.
            let rest = move || {
                self.fingers.try_update_value(|fingers| fingers.travelled = 0.0);
            };
            set_timeout(rest, Duration::ZERO);
        }
        gesture
    }

    /// Whether what began with the first finger is no more than a tap so far.
    pub fn is_still(self) -> bool {
        self.fingers.with_value(|fingers| fingers.travelled <= STILL)
    }

    /// From the window's corner to the element's.
    pub fn place(self, x: i32, y: i32) -> Spot {
        let (x, y) = (f64::from(x), f64::from(y));
        let corner = self.element.get_untracked().map(|element| element.get_bounding_client_rect());
        corner.map_or(Spot { x, y }, |corner| Spot { x: x - corner.left(), y: y - corner.top() })
    }
}

/// Each with where it is.
#[derive(Clone, Default)]
struct Fingers {
    down: Vec<(i32, Spot)>,
    travelled: f64,
    tapped: Option<(f64, Spot)>,
}

impl Fingers {
    fn down(&mut self, id: i32, at: Spot) {
        if self.down.is_empty() {
            self.travelled = 0.0;
        }
        self.down.retain(|(finger, _)| *finger != id);
        self.down.push((id, at));
    }

    fn moved(&mut self, id: i32, at: Spot) -> Option<Gesture> {
        let other = self.down.iter().find(|(finger, _)| *finger != id).map(|(_, at)| *at);
        let (_, place) = self.down.iter_mut().find(|(finger, _)| *finger == id)?;
        let old = std::mem::replace(place, at);
        self.travelled += apart(old, at);
        Some(match other {
            None => Gesture::Drag(Spot { x: at.x - old.x, y: at.y - old.y }),
            Some(other) => Gesture::Pinch(apart(at, other) / apart(old, other).max(1.0), other),
        })
    }

    fn up(&mut self, id: i32, now: f64) -> Option<Gesture> {
        let index = self.down.iter().position(|(finger, _)| *finger == id)?;
        let (_, at) = self.down.remove(index);
        if !self.down.is_empty() {
            // What two fingers began is no tap.
            self.travelled += STILL + 1.0;
            return None;
        }
        if self.travelled > STILL {
            self.tapped = None;
            return Some(Gesture::LetGo);
        }
        match self.tapped.take() {
            Some((before, place)) if now - before < SOON && apart(place, at) < NEAR => Some(Gesture::DoubleTap(at)),
            _ => {
                self.tapped = Some((now, at));
                Some(Gesture::Tap(at))
            }
        }
    }
}

fn apart(one: Spot, other: Spot) -> f64 {
    (one.x - other.x).hypot(one.y - other.y)
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn spot(x: f64, y: f64) -> Spot {
        Spot { x, y }
    }

    #[test]
    fn one_finger_drags_and_lets_go() {
        let mut fingers = Fingers::default();
        fingers.down(1, spot(10.0, 10.0));
        assert_eq!(fingers.moved(1, spot(30.0, 5.0)), Some(Gesture::Drag(spot(20.0, -5.0))));
        assert_eq!(fingers.moved(2, spot(0.0, 0.0)), None, "nobody put that one down");
        assert_eq!(fingers.up(1, 0.0), Some(Gesture::LetGo));
    }

    #[test]
    fn two_fingers_pinch_round_the_one_that_stays_and_never_tap() {
        let mut fingers = Fingers::default();
        fingers.down(1, spot(0.0, 0.0));
        fingers.down(2, spot(10.0, 0.0));
        assert_eq!(fingers.moved(2, spot(20.0, 0.0)), Some(Gesture::Pinch(2.0, spot(0.0, 0.0))));
        assert_eq!((fingers.up(2, 0.0), fingers.up(1, 1.0)), (None, Some(Gesture::LetGo)));
    }

    #[test]
    fn two_taps_are_one_double_tap_when_they_are_near_and_soon() {
        for (later, x, gesture) in [
            (200.0, 12.0, Gesture::DoubleTap(spot(12.0, 0.0))),
            (900.0, 12.0, Gesture::Tap(spot(12.0, 0.0))),
            (200.0, 90.0, Gesture::Tap(spot(90.0, 0.0))),
        ] {
            let mut fingers = Fingers::default();
            fingers.down(1, spot(10.0, 0.0));
            assert_eq!(fingers.up(1, 100.0), Some(Gesture::Tap(spot(10.0, 0.0))));
            fingers.down(1, spot(x, 0.0));
            assert_eq!(fingers.up(1, 100.0 + later), Some(gesture));
        }
    }
}
