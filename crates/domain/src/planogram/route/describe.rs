//! A line told in steps, as somebody who knows the shop would: few of them, by what is seen on the way.

use super::Goal;
use super::field::{Bend, Field};
use super::landmarks::named;
use super::standing::Found;
use super::step::{Bearing, Landmark, Side, Step};
use crate::ids::FixtureId;
use crate::planogram::convex::{cross, distance, is_within, minus, turned};
use crate::planogram::footprint::direction;
use crate::planogram::geometry::{Mm, Point};
use crate::planogram::{FixtureKind, Planogram, Reach, Zone};

/// A step to the side at either end is not told, mm.
const STUB: f64 = 600.0;
/// Bends that are nearer together are one turn, mm.
const ONE_TURN: f64 = 1_300.0;
/// Something is passed on a stretch as long as this, mm.
const STRETCH: f64 = 3_000.0;
/// As many steps are enough; with fewer than the first, what is passed is told.
const FEW: usize = 4;
const MANY: usize = 7;
/// A bay of shelves, as it is drawn.
const BAY: Mm = 1_000;

/// A line on one floor of the way to a goal.
pub(super) struct Story<'a> {
    pub(super) field: &'a Field<'a>,
    pub(super) planogram: &'a Planogram,
    pub(super) line: &'a [Bend],
    pub(super) goal: &'a Goal,
}

/// Something to tell at a distance along the line.
struct Event {
    along: f64,
    step: Step,
}

impl Story<'_> {
    /// The steps of this line, without its end; `legs` says with how many other lines they share the listener's patience.
    pub(super) fn tell(&self, heading: Option<i16>, legs: usize, steps: &mut Vec<Step>) {
        let trunk = self.trunk();
        let along = lengths(self.line);
        let [first, second, ..] = trunk[..] else { return };
        let mut events = self.turns(&trunk, &along);
        let shared = usize::from(legs > 1);
        self.add_passed(&mut events, &trunk, &along, FEW - shared);
        self.add_zone(&mut events, &along, MANY - 2 * shared);
        let start = Step::Start {
            bearing: heading.map(|heading| self.set_off(heading, first, second)),
            toward: self.toward(&events, first, second),
            length: 0,
        };
        let mut told = vec![Event { along: along[first], step: start }];
        told.append(&mut events);
        let whole = along[self.line.len() - 1];
        measure(&mut told, whole);
        steps.extend(told.into_iter().map(|event| event.step));
    }

    /// The last step of the whole walk.
    pub(super) fn end(&self, short_of: Option<Mm>) -> Step {
        let found = self.goal.slot.and_then(|slot| self.planogram.find_slot(slot));
        match (short_of, found) {
            (Some(length), found) => Step::ShortOf { landmark: found.map(|found| named(found.fixture)).or_else(|| self.place()), length },
            (None, Some(found)) => self.arrival(found),
            (None, None) => Step::ArriveAt { landmark: self.place() },
        }
    }

    fn arrival(&self, Found { fixture, shelf, slot, .. }: Found) -> Step {
        let is_in_bays = matches!(fixture.kind, FixtureKind::Gondola | FixtureKind::WallBay | FixtureKind::Rack);
        let bays = if is_in_bays { (fixture.size.width / BAY).max(1) } else { 1 };
        let middle = slot.x + slot.width / 2;
        let bay = (i64::from(middle) * i64::from(bays) / i64::from(fixture.size.width.max(1))).clamp(0, i64::from(bays) - 1) + 1;
        let above = fixture.shelves.iter().position(|other| std::ptr::eq(other, shelf)).unwrap_or(0);
        let count = |number: usize| u16::try_from(number).unwrap_or(u16::MAX);
        Step::Arrive {
            bearing: self.arriving(fixture.rotation.rem_euclid(360) + 180),
            fixture: fixture.id,
            name: fixture.name.clone(),
            bay: count(bay as usize),
            bays: count(bays as usize),
            shelf: count(above + 1),
            shelves: count(fixture.shelves.len()),
            reach: Reach::of(shelf.height),
        }
    }

    /// The place or furniture that the goal is at.
    fn place(&self) -> Option<Landmark> {
        let spot = self.goal.spot;
        let floor = self.planogram.floor(spot.floor)?;
        let near = floor.places.iter().find(|place| distance(place.at, spot.at) <= STUB);
        near.map(|place| Landmark::Place(place.kind)).or_else(|| self.field.landmark_at(spot.at, None))
    }

    /// Indices of the line's points without short pieces at its ends.
    fn trunk(&self) -> Vec<usize> {
        let along = lengths(self.line);
        let count = self.line.len();
        let whole = along.last().copied().unwrap_or(0.0);
        let first = (0..count.saturating_sub(1)).rev().find(|index| along[*index] < STUB).unwrap_or(0);
        let last = (first + 1..count).find(|index| whole - along[*index] < STUB).unwrap_or(count.saturating_sub(1));
        (first..=last).collect()
    }

    fn at(&self, index: usize) -> Point {
        self.line[index].at
    }

    /// Bends of the trunk, those that make one turn together.
    fn turns(&self, trunk: &[usize], along: &[f64]) -> Vec<Event> {
        let mut events = Vec::new();
        let mut at = 1;
        while at + 1 < trunk.len() {
            let end = self.turn_end(trunk, at, along);
            let (before, after) = (minus(self.at(trunk[at]), self.at(trunk[at - 1])), minus(self.at(trunk[end + 1]), self.at(trunk[end])));
            if is_turn(before, after) {
                let around = trunk[at..=end]
                    .iter()
                    .find_map(|index| self.line[*index].around.filter(|around| self.field.obstacles[*around].fixture.is_some()));
                let landmark = self.field.landmark_at(self.at(trunk[end]), around);
                events.push(Event { along: along[trunk[at]], step: Step::Turn { side: side(before, after), at: landmark, length: 0 } });
            }
            at = end + 1;
        }
        events
    }

    /// The last bend that goes on to the same side, soon after, and does not lead back.
    fn turn_end(&self, trunk: &[usize], first: usize, along: &[f64]) -> usize {
        let bend = |at: usize| cross(self.at(trunk[at - 1]), self.at(trunk[at]), self.at(trunk[at + 1]));
        let before = minus(self.at(trunk[first]), self.at(trunk[first - 1]));
        let mut end = first;
        while end + 2 < trunk.len()
            && bend(end + 1).signum() == bend(first).signum()
            && along[trunk[end + 1]] - along[trunk[end]] <= ONE_TURN
        {
            let after = minus(self.at(trunk[end + 2]), self.at(trunk[end + 1]));
            // Past 110° it is a turn and another.
            if (dot(before, after) as f64) < -0.35 * length(before) * length(after) {
                break;
            }
            end += 1;
        }
        end
    }

    /// What one passes on the longest stretches, while there is little to tell.
    fn add_passed(&self, events: &mut Vec<Event>, trunk: &[usize], along: &[f64], enough: usize) {
        let mut named: Vec<FixtureId> = events.iter().filter_map(|event| landmark_of(&event.step)).collect();
        named.extend(self.goal.slot.and_then(|slot| self.planogram.find_slot(slot)).map(|found| found.fixture.id));
        let mut stretches: Vec<(usize, usize)> = trunk.windows(2).map(|pair| (pair[0], pair[1])).collect();
        stretches.retain(|(from, to)| along[*to] - along[*from] >= STRETCH);
        stretches.sort_by(|a, b| (along[b.1] - along[b.0]).total_cmp(&(along[a.1] - along[a.0])));
        for (from, to) in stretches {
            // Start and end are told in any case.
            if events.len() + 2 >= enough {
                break;
            }
            let Some((far, fixture)) = self.field.beside(self.at(from), self.at(to), &named) else { continue };
            let side = side(minus(self.at(to), self.at(from)), minus(fixture.centre, self.at(from)));
            named.push(fixture.id);
            events.push(Event { along: along[from] + far, step: Step::Pass { side, landmark: super::landmarks::named(fixture) } });
        }
        events.sort_by(|a, b| a.along.total_cmp(&b.along));
    }

    /// Where one comes into the goal's zone.
    fn add_zone(&self, events: &mut Vec<Event>, along: &[f64], most: usize) {
        let is_goal_floor = self.field.floor.id == self.goal.spot.floor;
        let zone = self.field.floor.zones.iter().find(|zone| is_goal_floor && is_within(&zone.area, self.goal.spot.at));
        let Some(zone) = zone.filter(|_| events.len() + 2 < most) else { return };
        if let Some(far) = self.enters(zone, along) {
            let step = Step::Enter { zone: zone.id, name: zone.name.clone() };
            let place = events.iter().position(|event| event.along > far).unwrap_or(events.len());
            events.insert(place, Event { along: far, step });
        }
    }

    /// How far along the line the zone begins; `None` where it starts inside or comes in at the very end.
    fn enters(&self, zone: &Zone, along: &[f64]) -> Option<f64> {
        let is_inside = |at: Point| is_within(&zone.area, at);
        let whole = *along.last()?;
        let last = (1..self.line.len()).rev().find(|index| is_inside(self.at(*index)) && !is_inside(self.at(*index - 1)))?;
        let (from, to) = (self.at(last - 1), self.at(last));
        let at = |part: f64| Point::new(from.x + (f64::from(to.x - from.x) * part) as Mm, from.y + (f64::from(to.y - from.y) * part) as Mm);
        let part = (1..=20).map(|part| f64::from(part) / 20.0).find(|part| is_inside(at(*part))).unwrap_or(1.0);
        let far = along[last - 1] + (along[last] - along[last - 1]) * part;
        (!is_inside(self.at(0)) && whole - far > STRETCH).then_some(far)
    }

    /// What lies ahead; else what one turns at first, else where one comes to.
    fn toward(&self, events: &[Event], first: usize, second: usize) -> Option<Landmark> {
        let told = events.iter().find_map(|event| match &event.step {
            Step::Turn { at, .. } => at.clone(),
            Step::Enter { zone, name } => Some(Landmark::Zone { id: *zone, name: name.clone() }),
            _ => None,
        });
        self.field.ahead(self.at(first), self.at(second)).or(told)
    }

    fn set_off(&self, heading: i16, first: usize, second: usize) -> Bearing {
        let (x, y) = direction(heading);
        bearing(((x * 1e4) as i64, (y * 1e4) as i64), minus(self.at(second), self.at(first)))
    }

    /// Where something in a direction is for somebody who comes along the line.
    fn arriving(&self, heading: i16) -> Bearing {
        let (x, y) = direction(heading % 360);
        let toward = ((x * 1e4) as i64, (y * 1e4) as i64);
        match self.trunk()[..] {
            [.., before, last] => bearing(minus(self.at(last), self.at(before)), toward),
            _ => Bearing::Ahead,
        }
    }
}

/// How far each point is along the line.
fn lengths(line: &[Bend]) -> Vec<f64> {
    let mut sum = 0.0;
    let pieces = line.windows(2).map(|pair| distance(pair[0].at, pair[1].at));
    std::iter::once(0.0)
        .chain(pieces.map(|piece| {
            sum += piece;
            sum
        }))
        .collect()
}

/// Tells the first step and every turn how far it is to the next turn or the end.
fn measure(events: &mut [Event], whole: f64) {
    let mut until = whole;
    for event in events.iter_mut().rev() {
        if let Step::Start { length, .. } | Step::Turn { length, .. } = &mut event.step {
            *length = (until - event.along).max(0.0).round() as Mm;
            until = event.along;
        }
    }
}

fn landmark_of(step: &Step) -> Option<FixtureId> {
    match step {
        Step::Turn { at: Some(Landmark::Fixture { id, .. }), .. } => Some(*id),
        _ => None,
    }
}

fn dot((ax, ay): (i64, i64), (bx, by): (i64, i64)) -> i64 {
    ax * bx + ay * by
}

fn length(way: (i64, i64)) -> f64 {
    (dot(way, way) as f64).sqrt()
}

/// 35° and more.
fn is_turn(before: (i64, i64), after: (i64, i64)) -> bool {
    dot(before, after) <= 0 || turned(before, after).abs() * 10 >= dot(before, after) * 7
}

fn side(way: (i64, i64), other: (i64, i64)) -> Side {
    if turned(way, other) > 0 { Side::Right } else { Side::Left }
}

fn bearing(way: (i64, i64), other: (i64, i64)) -> Bearing {
    let (along, aside) = (dot(way, other), turned(way, other));
    match () {
        () if aside.abs() > along.abs() => {
            if aside > 0 {
                Bearing::Right
            } else {
                Bearing::Left
            }
        }
        () if along >= 0 => Bearing::Ahead,
        () => Bearing::Behind,
    }
}
