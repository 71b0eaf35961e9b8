//! One floor's walkable area: what sees what, and the shortest lines over it.
//!
//! A shortest line bends at corners of obstacles only, and only so that it touches them. What a corner sees is found out when somebody comes
//! there, and kept.

use super::convex::{Convex, cross, distance, is_within};
use super::grid::Grid;
use super::obstacle::{Obstacle, obstacles};
use crate::ids::ZoneId;
use crate::planogram::geometry::Point;
use crate::planogram::{Floor, Zone};
use std::cell::OnceCell;
use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// No corner: the line begins at the point itself.
const START: u32 = u32::MAX;

pub(super) struct Field<'a> {
    pub(super) floor: &'a Floor,
    pub(super) obstacles: Vec<Obstacle>,
    closed: Vec<&'a Zone>,
    grid: Grid,
    corners: Vec<Corner>,
    seen: Vec<OnceCell<Vec<Sight>>>,
}

/// A corner of an obstacle at which lines may bend, and its neighbours on the same obstacle.
struct Corner {
    at: Point,
    before: Point,
    after: Point,
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
        field.seen.resize_with(field.corners.len(), OnceCell::new);
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
        self.sights_where(from, |_| true)
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
            self.seen_from(corner).iter().for_each(|sight| note(&mut tree, &mut open, sight, length, corner));
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

    fn seen_from(&self, index: u32) -> &[Sight] {
        let corner = &self.corners[index as usize];
        self.seen[index as usize].get_or_init(|| self.sights_where(corner.at, |to| corner.is_touched_by(to)))
    }

    fn sights_where(&self, from: Point, may_go: impl Fn(Point) -> bool) -> Vec<Sight> {
        let seen = |(_, to): &(u32, &Corner)| may_go(to.at) && to.is_touched_by(from) && self.sees(from, to.at);
        let all = (0u32..).zip(&self.corners);
        all.filter(seen).map(|(corner, to)| Sight { corner, length: distance(from, to.at) }).collect()
    }

    /// Corners that are not inside of another obstacle, nor smooth with one.
    fn exposed(&self) -> Vec<Corner> {
        let corners = (0u32..).zip(&self.obstacles).flat_map(|(index, Obstacle { area, .. })| {
            let (all, count) = (&area.corners, area.corners.len());
            (0..count).map(move |at| Corner {
                at: all[at],
                before: all[(at + count - 1) % count],
                after: all[(at + 1) % count],
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
                let is_inside = |point| cross(from, to, point) > 0;
                cross(from, to, corner.at) == 0 && (is_inside(corner.before) || is_inside(corner.after))
            }
            _ => false,
        }
    }
}

impl Corner {
    /// A line from there to here goes on without entering this obstacle, on one side of it.
    fn is_touched_by(&self, from: Point) -> bool {
        let (before, after) = (cross(from, self.at, self.before), cross(from, self.at, self.after));
        before >= 0 && after >= 0 || before <= 0 && after <= 0
    }
}

impl Tree {
    fn through(&self, sight: &Sight) -> f64 {
        self.lengths[sight.corner as usize] + sight.length
    }
}
