//! All floors of a planogram, ready to be walked.

use super::describe::Story;
use super::field::Field;
use super::network::{Network, Part, Stop};
use super::order::order;
use super::{Blocked, Goal, Leg, Spot, Step, Tour, Walk, Way};
use crate::ids::{FloorId, ZoneId};
use crate::planogram::convex::{distance, is_within};
use crate::planogram::geometry::{Mm, Point};
use crate::planogram::{Place, PlaceKind, Planogram};

/// The walkable area of a planogram, prepared once for many walks: what is found out on one helps the next.
pub struct Ground<'a> {
    planogram: &'a Planogram,
    way: Way,
    fields: Vec<Field<'a>>,
    links: Vec<Link>,
}

/// A lift or stairs from one floor to another.
#[derive(Clone, Copy, Debug)]
pub(super) struct Link {
    pub(super) kind: PlaceKind,
    pub(super) from: Stop,
    pub(super) to: Stop,
}

impl Link {
    pub(super) fn joins(&self, one: Stop, other: Stop) -> bool {
        (self.from == one && self.to == other) || (self.from == other && self.to == one)
    }
}

impl<'a> Ground<'a> {
    /// Closed zones are not walkable, closed gates neither.
    pub fn of(planogram: &'a Planogram, way: Way) -> Self {
        Self::with_open(planogram, way, &[])
    }

    fn with_open(planogram: &'a Planogram, way: Way, open: &[ZoneId]) -> Self {
        let fields: Vec<Field> = planogram.floors.iter().map(|floor| Field::of(floor, open)).collect();
        let links = links(&fields, way);
        Self { planogram, way, fields, links }
    }

    /// The shortest way to a goal. Where no way leads quite there, it ends as near as one comes (`short_of`).
    ///
    /// # Errors
    /// When start and goal have nothing to do with each other.
    pub fn walk(&self, from: Spot, to: &Goal) -> Result<Walk, Blocked> {
        let mut tour = self.tour(from, std::slice::from_ref(to));
        match tour.unreached.pop() {
            Some((_, blocked)) => Err(blocked),
            None => Ok(tour.walks.remove(0)),
        }
    }

    /// A good way past all goals, ending at one of them. A closed zone may be crossed in which the start or a goal lies.
    pub fn tour(&self, from: Spot, goals: &[Goal]) -> Tour {
        let open = self.closed_around(std::iter::once(from).chain(goals.iter().map(|goal| goal.spot)));
        match open.is_empty() {
            true => self.plan(from, goals),
            false => Self::with_open(self.planogram, self.way, &open).plan(from, goals),
        }
    }

    fn plan(&self, from: Spot, goals: &[Goal]) -> Tour {
        let mut tour = Tour { order: Vec::new(), walks: Vec::new(), unreached: Vec::new(), length: 0 };
        let Some(start) = self.stop(from) else {
            let blocked = if self.floor_index(from.floor).is_some() { Blocked::NoWay } else { Blocked::NoSuchFloor };
            tour.unreached = (0..goals.len()).map(|goal| (goal, blocked)).collect();
            return tour;
        };
        let mut stops = vec![start];
        // A goal on no floor stands at the start until it is sorted out.
        stops.extend(goals.iter().map(|goal| self.stop(goal.spot).unwrap_or(start)));
        let mut network = Network::of(&self.fields, &self.links, &stops);
        let mut short = vec![false; goals.len()];
        for (index, goal) in goals.iter().enumerate() {
            match self.nearer(&network, from, index + 1, goal) {
                Ok(None) => {}
                Ok(Some(near)) => (stops[index + 1], short[index]) = (near, true),
                Err(blocked) => tour.unreached.push((index, blocked)),
            }
        }
        if short.contains(&true) {
            network = Network::of(&self.fields, &self.links, &stops);
        }
        let reached: Vec<usize> =
            (0..goals.len()).filter(|goal| !tour.unreached.iter().any(|(index, _)| index == goal)).map(|goal| goal + 1).collect();
        let mut at = (0, from);
        for stop in order(0, &reached, &|from, to| network.cost(from, to)) {
            let goal = &goals[stop - 1];
            let short_of = short[stop - 1].then(|| distance(stops[stop].at, goal.spot.at).round() as Mm);
            let walk = self.told(&network.way(at.0, stop), at.1, goal, short_of);
            tour.order.push(stop - 1);
            tour.length += walk.length;
            tour.walks.push(walk);
            at = (stop, goal.spot);
        }
        tour
    }

    /// Where to end instead, for a goal (the network's stop `index`) to which no way leads.
    fn nearer(&self, network: &Network, from: Spot, index: usize, goal: &Goal) -> Result<Option<Stop>, Blocked> {
        let floor = self.floor_index(goal.spot.floor).ok_or(Blocked::NoSuchFloor)?;
        let is_placed = self.stop(goal.spot).is_some();
        if is_placed && network.cost(0, index).is_finite() {
            return Ok(None);
        }
        let nearest = network.nearest_reached(0, floor, goal.spot.at);
        nearest.map(|at| Some(Stop { floor, at })).ok_or(match self.way {
            Way::StepFree if !self.is_joined(from.floor, goal.spot.floor) => Blocked::NoLift,
            _ => Blocked::NoWay,
        })
    }

    fn told(&self, parts: &[Part], from: Spot, goal: &Goal, short_of: Option<Mm>) -> Walk {
        let mut walk = Walk { legs: Vec::new(), length: 0, steps: Vec::new(), short_of };
        let mut length = 0.0;
        let legs = parts.iter().filter(|part| matches!(part, Part::Line(..))).count();
        for (index, part) in parts.iter().enumerate() {
            match part {
                Part::Line(floor, line) => {
                    let story = Story { field: &self.fields[*floor], planogram: self.planogram, line, goal };
                    let heading = from.heading.filter(|_| index == 0);
                    story.tell(heading, legs, &mut walk.steps);
                    if index + 1 == parts.len() {
                        walk.steps.push(story.end(short_of));
                    }
                    length += line.windows(2).map(|pair| distance(pair[0].at, pair[1].at)).sum::<f64>();
                    let floor = self.planogram.floors[*floor].id;
                    walk.legs.push(Leg { floor, line: line.iter().map(|bend| bend.at).collect() });
                }
                Part::Change(kind, floor) => {
                    let to = self.planogram.floors[*floor].id;
                    walk.steps.push(if *kind == PlaceKind::Lift { Step::Lift { to } } else { Step::Stairs { to } });
                }
            }
        }
        walk.length = length.round() as Mm;
        walk
    }

    /// The nearest walkable point.
    fn stop(&self, spot: Spot) -> Option<Stop> {
        let floor = self.floor_index(spot.floor)?;
        let at = self.fields[floor].nearest(spot.at, &|_| true)?;
        Some(Stop { floor, at })
    }

    fn floor_index(&self, id: FloorId) -> Option<usize> {
        self.planogram.floors.iter().position(|floor| floor.id == id)
    }

    /// Lifts or stairs lead from one floor to the other, whatever stands in front of them.
    fn is_joined(&self, from: FloorId, to: FloorId) -> bool {
        let mut joined: Vec<usize> = self.floor_index(from).into_iter().collect();
        for _ in &self.planogram.floors {
            let ends = self.links.iter().map(|link| [link.from.floor, link.to.floor]);
            let more: Vec<usize> = ends.filter(|ends| ends.iter().any(|end| joined.contains(end))).flatten().collect();
            joined.extend(more);
            joined.dedup();
        }
        self.floor_index(to).is_some_and(|to| joined.contains(&to))
    }

    /// Closed zones in which one of the spots lies.
    fn closed_around(&self, spots: impl Iterator<Item = Spot>) -> Vec<ZoneId> {
        let zones = |spot: Spot| {
            let closed = self.planogram.floor(spot.floor).into_iter().flat_map(|floor| &floor.zones).filter(|zone| zone.closed);
            closed.filter(move |zone| is_within(&zone.area, spot.at)).map(|zone| zone.id)
        };
        spots.flat_map(zones).collect()
    }
}

/// Each lift goes to its nearest of every other floor, stairs to the nearest of the next floor.
fn links(fields: &[Field], way: Way) -> Vec<Link> {
    let kinds: &[PlaceKind] = if way == Way::StepFree { &[PlaceKind::Lift] } else { &[PlaceKind::Lift, PlaceKind::Stairs] };
    let mut links = Vec::new();
    for kind in kinds {
        let with: Vec<usize> = (0..fields.len()).filter(|floor| places(&fields[*floor], *kind).next().is_some()).collect();
        for (index, from) in with.iter().enumerate() {
            let others =
                if *kind == PlaceKind::Lift { &with[index + 1..] } else { &with[(index + 1).min(with.len())..(index + 2).min(with.len())] };
            links.extend(others.iter().flat_map(|to| pairs(fields, *kind, *from, *to)));
        }
    }
    links
}

fn pairs(fields: &[Field], kind: PlaceKind, from: usize, to: usize) -> Vec<Link> {
    let stop = |floor: usize, at: Point| Some(Stop { floor, at: fields[floor].nearest(at, &|_| true)? });
    let nearest = |place: &Place| places(&fields[to], kind).min_by(|a, b| distance(a.at, place.at).total_cmp(&distance(b.at, place.at)));
    let pair = |place: &Place| Some(Link { kind, from: stop(from, place.at)?, to: stop(to, nearest(place)?.at)? });
    places(&fields[from], kind).filter_map(pair).collect()
}

fn places<'f>(field: &Field<'f>, kind: PlaceKind) -> impl Iterator<Item = &'f Place> {
    field.floor.places.iter().filter(move |place| place.kind == kind)
}
