//! The walk in words, step by step.

use crate::browser::intl;
use crate::i18n::{Words, language_of, t_string};
use crate::ui::whereabouts;
use domain::ids::{FixtureId, FloorId};
use domain::planogram::geometry::Mm;
use domain::planogram::route::{Bearing, Landmark, Side, Step, Walk};
use domain::planogram::{PlaceKind, Planogram, Reach};

/// Looks up what steps only name, and says them in a language.
pub struct Teller<'a> {
    pub i18n: Words,
    pub planogram: &'a Planogram,
}

impl Teller<'_> {
    /// Each a sentence.
    pub fn sentences(&self, walk: &Walk) -> Vec<String> {
        walk.steps.iter().map(|step| self.sentence(step)).collect()
    }

    fn sentence(&self, step: &Step) -> String {
        match step {
            Step::Start { bearing, toward, length } => self.start(*bearing, toward.as_ref(), *length),
            Step::Turn { side, at, length } => self.turn(*side, at.as_ref(), *length),
            Step::Pass { side, landmark } => self.pass(*side, landmark),
            Step::Enter { name, .. } => t_string!(self.i18n, way.enter, name = self.say(name)),
            Step::Lift { to } => t_string!(self.i18n, way.lift, floor = self.floor(*to)),
            Step::Stairs { to } => t_string!(self.i18n, way.stairs, floor = self.floor(*to)),
            Step::Arrive { bearing, fixture, name, bay, bays, shelf, shelves, reach } => {
                let arrived = self.arrive(*bearing, self.sign(*fixture), self.say(name));
                [arrived, self.spot((*bay, *bays), (*shelf, *shelves), *reach)].join(" ")
            }
            Step::ArriveAt { landmark } => {
                t_string!(self.i18n, way.arrive.at, name = landmark.as_ref().map(|of| self.landmark(of)).unwrap_or_default())
            }
            Step::ShortOf { length, .. } => t_string!(self.i18n, way.short, length = metres(self.i18n, *length)),
        }
    }

    fn start(&self, bearing: Option<Bearing>, toward: Option<&Landmark>, length: Mm) -> String {
        let (i18n, length) = (self.i18n, metres(self.i18n, length));
        let Some(name) = toward.map(|toward| self.landmark(toward)) else {
            return match bearing {
                Some(Bearing::Left) => t_string!(i18n, way.start.left_plain, length = length),
                Some(Bearing::Right) => t_string!(i18n, way.start.right_plain, length = length),
                Some(Bearing::Behind) => t_string!(i18n, way.start.behind_plain, length = length),
                _ => t_string!(i18n, way.start.plain, length = length),
            };
        };
        match bearing {
            None => t_string!(i18n, way.start.toward, name = name, length = length),
            Some(Bearing::Ahead) => t_string!(i18n, way.start.ahead, name = name, length = length),
            Some(Bearing::Left) => t_string!(i18n, way.start.left, name = name, length = length),
            Some(Bearing::Right) => t_string!(i18n, way.start.right, name = name, length = length),
            Some(Bearing::Behind) => t_string!(i18n, way.start.behind, name = name, length = length),
        }
    }

    fn turn(&self, side: Side, at: Option<&Landmark>, length: Mm) -> String {
        let (i18n, length) = (self.i18n, metres(self.i18n, length));
        match (side, at.map(|at| self.landmark(at))) {
            (Side::Left, Some(name)) => t_string!(i18n, way.turn.left, name = name, length = length),
            (Side::Right, Some(name)) => t_string!(i18n, way.turn.right, name = name, length = length),
            (Side::Left, None) => t_string!(i18n, way.turn.left_plain, length = length),
            (Side::Right, None) => t_string!(i18n, way.turn.right_plain, length = length),
        }
    }

    fn pass(&self, side: Side, landmark: &Landmark) -> String {
        let name = self.landmark(landmark);
        match side {
            Side::Left => t_string!(self.i18n, way.pass.left, name = name),
            Side::Right => t_string!(self.i18n, way.pass.right, name = name),
        }
    }

    fn arrive(&self, bearing: Bearing, sign: String, name: String) -> String {
        match bearing {
            Bearing::Ahead => t_string!(self.i18n, way.arrive.ahead, sign = sign, name = name),
            Bearing::Left => t_string!(self.i18n, way.arrive.left, sign = sign, name = name),
            Bearing::Right => t_string!(self.i18n, way.arrive.right, sign = sign, name = name),
            Bearing::Behind => t_string!(self.i18n, way.arrive.behind, sign = sign, name = name),
        }
    }

    /// "Bay 2 from the left · third shelf from the top · chest height".
    fn spot(&self, (bay, bays): (u16, u16), (shelf, shelves): (u16, u16), reach: Reach) -> String {
        let bay = if bays > 1 { t_string!(self.i18n, way.bay, bay = bay.to_string()) } else { String::new() };
        let shelf = whereabouts::shelf(self.i18n, shelf, shelves);
        let parts = [bay.as_str(), &shelf, whereabouts::reach(self.i18n, reach)];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
    }

    fn landmark(&self, landmark: &Landmark) -> String {
        match landmark {
            Landmark::Fixture { name, .. } | Landmark::Zone { name, .. } => self.say(name),
            Landmark::Place(kind) => place(self.i18n, *kind).to_owned(),
        }
    }

    fn say(&self, name: &domain::Text) -> String {
        name.get(language_of(self.i18n.get_locale())).to_owned()
    }

    fn floor(&self, id: FloorId) -> String {
        self.planogram.floor(id).map(|floor| self.say(&floor.name)).unwrap_or_default()
    }

    fn sign(&self, id: FixtureId) -> String {
        let fixtures = self.planogram.floors.iter().flat_map(|floor| &floor.fixtures);
        fixtures.into_iter().find(|fixture| fixture.id == id).map(|fixture| fixture.code.clone()).unwrap_or_default()
    }
}

/// Whole ones; nobody counts less.
pub fn metres(i18n: Words, length: Mm) -> String {
    let count = ((length + 500) / 1000).max(1);
    t_string!(i18n, way.metres, count = intl::number(count, language_of(i18n.get_locale())))
}

/// As it stands in a sentence.
fn place(i18n: Words, kind: PlaceKind) -> &'static str {
    match kind {
        PlaceKind::Entrance => t_string!(i18n, way.place.entrance),
        PlaceKind::Counter => t_string!(i18n, way.place.counter),
        PlaceKind::Lift => t_string!(i18n, way.place.lift),
        PlaceKind::Stairs => t_string!(i18n, way.place.stairs),
        PlaceKind::FittingRoom => t_string!(i18n, way.place.fitting_room),
        PlaceKind::Toilet => t_string!(i18n, way.place.toilet),
        PlaceKind::Other => "",
    }
}
