//! What is pointed at. Pins that would lie on each other are one mark that says their numbers, or how many there are.

use super::naming::Room;
use super::projection::{FloorPoint, Projection, ScreenPoint};
use domain::ids::FixtureId;
use domain::planogram::geometry::Point;

/// More numbers than this do not fit on a mark.
const TOLD: usize = 2;

/// Something to point at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pin {
    /// Where.
    pub at: Point,
    /// Its number, from 1; `None` is "you are here".
    pub number: Option<usize>,
    /// Its furniture, drawn in the accent.
    pub fixture: Option<FixtureId>,
    /// Where somebody there looks: clockwise, in whole degrees, 0 is down the plan.
    pub heading: Option<i16>,
}

/// One pin as it is drawn, or several that lie on each other.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Mark {
    pub at: ScreenPoint,
    /// Of the floor's furniture that is pointed at; not of where the visitor stands.
    pub fixtures: Vec<FixtureId>,
    /// Without one it is "you are here".
    pub numbers: Vec<usize>,
    /// On the screen, clockwise, 0 is down.
    pub heading: Option<i16>,
}

impl Pin {
    /// The `number`th place of what is sought.
    pub fn goal(at: Point, number: usize, fixture: FixtureId) -> Self {
        Self { at, number: Some(number), fixture: Some(fixture), heading: None }
    }
}

impl Mark {
    fn of(pin: &Pin, projection: Projection) -> Self {
        Self {
            at: projection.screen_from_floor(FloorPoint::of(pin.at)),
            fixtures: pin.fixture.filter(|_| pin.number.is_some()).into_iter().collect(),
            numbers: pin.number.into_iter().collect(),
            heading: pin.heading.map(|heading| heading + projection.turn),
        }
    }

    pub(super) fn is_here(&self) -> bool {
        self.numbers.is_empty()
    }

    /// "3", "2·3", and of many how many: "×5".
    pub(super) fn words(&self) -> String {
        match self.numbers.len() {
            0..=TOLD => self.numbers.iter().map(usize::to_string).collect::<Vec<_>>().join("·"),
            many => format!("×{many}"),
        }
    }
}

/// The marks on a screen. Where the visitor stands is never one with what is sought.
pub(super) fn marks(pins: &[Pin], projection: Projection) -> Vec<Mark> {
    let mut marks: Vec<Mark> = Vec::new();
    for mark in pins.iter().map(|pin| Mark::of(pin, projection)) {
        let em = projection.screen.em;
        let meets = |other: &&mut Mark| !other.is_here() && !mark.is_here() && room(other.at, em).meets(room(mark.at, em));
        match marks.iter_mut().find(meets) {
            Some(other) => {
                other.numbers.extend(mark.numbers);
                other.fixtures.extend(mark.fixtures);
            }
            None => marks.push(mark),
        }
    }
    marks
}

/// What a mark covers.
pub(super) fn room(at: ScreenPoint, em: f64) -> Room {
    Room::around(at, em * 2.2, em * 2.2)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::browser::size::Screen;

    fn pin(x: i32, number: usize) -> Pin {
        Pin::goal(Point::new(x, 0), number, FixtureId::new(uuid::Uuid::from_u128(number as u128)))
    }

    fn far(scale: f64) -> Projection {
        Projection { scale, screen: Screen { width: 300.0, height: 300.0, em: 16.0 }, ..Projection::default() }
    }

    #[test]
    fn pins_that_lie_on_each_other_are_one_mark_and_part_from_near() {
        let pins = [pin(0, 1), pin(1_000, 2), pin(1_500, 3), pin(20_000, 4)];
        let words = |scale| marks(&pins, far(scale)).iter().map(Mark::words).collect::<Vec<_>>();
        assert_eq!(words(0.01), ["×3", "4"]);
        assert_eq!(words(0.05), ["1", "2·3", "4"]);
        assert_eq!(words(0.2), ["1", "2", "3", "4"]);
    }

    #[test]
    fn where_the_visitor_stands_is_never_one_with_what_is_sought() {
        let here = Pin { number: None, heading: Some(90), ..pin(0, 1) };
        let marks = marks(&[pin(0, 1), here], Projection { turn: 90, ..far(0.01) });
        assert_eq!(marks.iter().map(Mark::is_here).collect::<Vec<_>>(), [false, true]);
        assert_eq!((marks[1].heading, marks[1].fixtures.len()), (Some(180), 0));
    }
}
