//! One floor's walkable area: what sees what, and the shortest lines over it.
//!
//! A shortest line bends at corners of obstacles only, and only so that it touches them on one side. Which corners see each other so is found
//! out once; on 500 fixtures that is most of the work.

use super::grid::Grid;
use super::obstacle::{Obstacle, obstacles};
use crate::ids::ZoneId;
use crate::planogram::convex::{Convex, cross, distance, is_within, minus, turned};
use crate::planogram::geometry::Point;
use crate::planogram::{Floor, Zone};
use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// How many of the obstacles that hid something are remembered.
const REMEMBERED: usize = 4;
/// No corner: the line begins at the point itself.
const START: u32 = u32::MAX;

pub(super) struct Field<'a> {
    pub(super) floor: &'a Floor,
    pub(super) obstacles: Vec<Obstacle>,
    closed: Vec<&'a Zone>,
    grid: Grid,
    corners: Vec<Corner>,
    seen: Vec<Vec<Sight>>,
}

/// A corner of an obstacle at which lines may bend, and the ways to its neighbours on the same obstacle.
struct Corner {
    at: Point,
    before: (i64, i64),
    after: (i64, i64),
    obstacle: u32,
}

/// A corner in a straight line, and how far it is.
#[derive(Clone, Copy)]
pub(super) struct Sight {
    corner: u32,
    length: f64,
}

/// The shortest lines from one point to every corner.
pub(super) struct Tree {
    from: Point,
    lengths: Vec<f64>,
    back: Vec<u32>,
}

/// A point of a line, and the obstacle around which it bends there.
#[derive(Clone, Copy, Debug)]
pub(super) struct Bend {
    pub(super) at: Point,
    pub(super) around: Option<usize>,
}

impl<'a> Field<'a> {
    /// Closed zones but those in `open` are not entered.
    pub(super) fn of(floor: &'a Floor, open: &[ZoneId]) -> Self {
        let closed: Vec<&Zone> = floor.zones.iter().filter(|zone| zone.closed && !open.contains(&zone.id)).collect();
        let obstacles = obstacles(floor, &closed);
        let grid = Grid::of(&obstacles);
        let mut field = Self { floor, obstacles, closed, grid, corners: Vec::new(), seen: Vec::new() };
        field.corners = field.exposed();
        field.seen = field.sights_of_corners();
        field
    }

    /// Somebody may stand there.
    pub(super) fn is_free(&self, point: Point) -> bool {
        is_within(&self.floor.outline, point)
            && !self.grid.at(point).iter().any(|index| self.area(*index).holds(point))
            && !self.closed.iter().any(|zone| is_within(&zone.area, point))
    }

    /// Nothing stands between.
    pub(super) fn sees(&self, from: Point, to: Point) -> bool {
        self.grid.find_along(from, to, |index| self.area(index).is_hit(from, to)).is_none()
    }

    /// The corners that are seen from a point and where a line from there may bend.
    pub(super) fn sights(&self, from: Point) -> Vec<Sight> {
        let mut eye = Eye::new(self, from);
        let seen = (0u32..).zip(&self.corners).filter(|(_, to)| to.is_touched_by(minus(to.at, from)) && eye.sees(to.at));
        seen.map(|(corner, to)| Sight { corner, length: distance(from, to.at) }).collect()
    }

    /// The shortest lines from a point which sees `sights` (Dijkstra).
    pub(super) fn explore(&self, from: Point, sights: &[Sight]) -> Tree {
        let mut tree = Tree { from, lengths: vec![f64::INFINITY; self.corners.len()], back: vec![START; self.corners.len()] };
        let mut open = BinaryHeap::new();
        let note = |tree: &mut Tree, open: &mut BinaryHeap<_>, sight: &Sight, so_far: f64, back: u32| {
            let length = so_far + sight.length;
            let known = &mut tree.lengths[sight.corner as usize];
            if length < *known {
                *known = length;
                tree.back[sight.corner as usize] = back;
                // The bits of numbers that are not negative are in the numbers' order.
                open.push(Reverse((length.to_bits(), sight.corner)));
            }
        };
        sights.iter().for_each(|sight| note(&mut tree, &mut open, sight, 0.0, START));
        while let Some(Reverse((bits, corner))) = open.pop() {
            let length = f64::from_bits(bits);
            if length > tree.lengths[corner as usize] {
                continue;
            }
            self.seen[corner as usize].iter().for_each(|sight| note(&mut tree, &mut open, sight, length, corner));
        }
        tree
    }

    /// The length of the shortest line to a point which sees `sights`.
    pub(super) fn length(&self, tree: &Tree, to: Point, sights: &[Sight]) -> Option<f64> {
        if self.sees(tree.from, to) {
            return Some(distance(tree.from, to));
        }
        sights.iter().map(|sight| tree.through(sight)).min_by(f64::total_cmp).filter(|length| length.is_finite())
    }

    /// That line.
    pub(super) fn line(&self, tree: &Tree, to: Point, sights: &[Sight]) -> Vec<Bend> {
        let end = |at| Bend { at, around: None };
        let mut line = vec![end(to)];
        if !self.sees(tree.from, to) {
            let last = sights.iter().min_by(|a, b| tree.through(a).total_cmp(&tree.through(b)));
            let mut at = last.map_or(START, |sight| sight.corner);
            while let Some(corner) = self.corners.get(at as usize) {
                line.push(Bend { at: corner.at, around: Some(corner.obstacle as usize) });
                at = tree.back[at as usize];
            }
        }
        line.push(end(tree.from));
        line.dedup_by_key(|bend| bend.at);
        line.reverse();
        line
    }

    fn area(&self, index: u32) -> &Convex {
        &self.obstacles[index as usize].area
    }

    /// Each pair is looked at once.
    fn sights_of_corners(&self) -> Vec<Vec<Sight>> {
        let mut seen = vec![Vec::new(); self.corners.len()];
        for (index, from) in self.corners.iter().enumerate() {
            let mut eye = Eye::new(self, from.at);
            for (other, to) in self.corners.iter().enumerate().skip(index + 1) {
                let way = minus(to.at, from.at);
                if from.is_touched_by(way) && to.is_touched_by(way) && eye.sees(to.at) {
                    let length = distance(from.at, to.at);
                    seen[index].push(Sight { corner: other as u32, length });
                    seen[other].push(Sight { corner: index as u32, length });
                }
            }
        }
        seen
    }

    /// Corners that are not inside of another obstacle, nor smooth with one.
    fn exposed(&self) -> Vec<Corner> {
        let corners = (0u32..).zip(&self.obstacles).flat_map(|(index, Obstacle { area, .. })| {
            let (all, count) = (&area.corners, area.corners.len());
            (0..count).map(move |at| Corner {
                at: all[at],
                before: minus(all[(at + count - 1) % count], all[at]),
                after: minus(all[(at + 1) % count], all[at]),
                obstacle: index,
            })
        });
        let is_covered =
            |corner: &Corner| self.grid.at(corner.at).iter().any(|other| *other != corner.obstacle && self.area(*other).covers(corner));
        corners.filter(|corner| is_within(&self.floor.outline, corner.at) && !is_covered(corner)).collect()
    }
}

impl Convex {
    /// The corner lies inside, or on an edge while its own obstacle goes on inside.
    fn covers(&self, corner: &Corner) -> bool {
        let mut touched = self.edges().filter(|(from, to)| cross(*from, *to, corner.at) <= 0);
        match (touched.next(), touched.next()) {
            (None, _) => true,
            (Some((from, to)), None) => {
                let is_inside = |way| turned(minus(to, from), way) > 0;
                cross(from, to, corner.at) == 0 && (is_inside(corner.before) || is_inside(corner.after))
            }
            _ => false,
        }
    }
}

impl Corner {
    /// A line in this direction goes on without entering the obstacle: all of that is on one side.
    fn is_touched_by(&self, way: (i64, i64)) -> bool {
        let (before, after) = (turned(way, self.before), turned(way, self.after));
        before >= 0 && after >= 0 || before <= 0 && after <= 0
    }
}

/// Somebody who looks around from a point, and remembers what stood in the way: it hides neighbours, too.
struct Eye<'a> {
    field: &'a Field<'a>,
    from: Point,
    hiding: Vec<u32>,
}

impl<'a> Eye<'a> {
    fn new(field: &'a Field, from: Point) -> Self {
        Self { field, from, hiding: Vec::with_capacity(REMEMBERED) }
    }

    fn sees(&mut self, to: Point) -> bool {
        let hides = |index: u32| self.field.area(index).is_hit(self.from, to);
        if let Some(place) = self.hiding.iter().position(|index| hides(*index)) {
            self.hiding[..=place].rotate_right(1);
            return false;
        }
        let Some(found) = self.field.grid.find_along(self.from, to, hides) else { return true };
        self.hiding.truncate(REMEMBERED - 1);
        self.hiding.insert(0, found);
        false
    }
}

impl Tree {
    fn through(&self, sight: &Sight) -> f64 {
        self.lengths[sight.corner as usize] + sight.length
    }
}
