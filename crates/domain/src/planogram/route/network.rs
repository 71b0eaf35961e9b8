//! Points on several floors, and the shortest ways between any two of them: on foot, by lift, by stairs.

use super::field::{Bend, Field, Sight, Tree};
use super::ground::Link;
use crate::planogram::PlaceKind;
use crate::planogram::geometry::Point;

/// What a lift or a flight of stairs counts when ways are compared, mm: nobody changes floors to save a few steps.
const CHANGE: f64 = 10_000.0;

/// A point of a floor that lies on the way: start, goal, lift, stairs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Stop {
    /// Index of the floor.
    pub(super) floor: usize,
    /// Walkable.
    pub(super) at: Point,
}

pub(super) struct Network<'a> {
    fields: &'a [Field<'a>],
    links: &'a [Link],
    stops: Vec<Stop>,
    sights: Vec<Vec<Sight>>,
    trees: Vec<Tree>,
    costs: Vec<f64>,
    /// The first stop on the way from one to another.
    next: Vec<usize>,
}

/// Part of a way between two stops.
pub(super) enum Part {
    /// Along a line on a floor.
    Line(usize, Vec<Bend>),
    /// By lift or stairs to another floor.
    Change(PlaceKind, usize),
}

impl<'a> Network<'a> {
    /// Of some stops; those of the links join them at the end.
    pub(super) fn of(fields: &'a [Field<'a>], links: &'a [Link], stops: &[Stop]) -> Self {
        let stops: Vec<Stop> = stops.iter().copied().chain(links.iter().flat_map(|link| [link.from, link.to])).collect();
        let sights: Vec<_> = stops.iter().map(|stop| fields[stop.floor].sights(stop.at)).collect();
        let trees = stops.iter().zip(&sights).map(|(stop, sights)| fields[stop.floor].explore(stop.at, sights)).collect();
        let count = stops.len();
        let next = (0..count * count).map(|at| at % count).collect();
        let mut network = Self { fields, links, stops, sights, trees, costs: Vec::new(), next };
        network.costs = (0..count * count).map(|at| network.direct(at / count, at % count)).collect();
        network.combine();
        network
    }

    /// Length of the way with what changes of floor count; infinite where there is none.
    pub(super) fn cost(&self, from: usize, to: usize) -> f64 {
        self.costs[from * self.stops.len() + to]
    }

    /// Parts of the way, in order. There must be one.
    pub(super) fn way(&self, from: usize, to: usize) -> Vec<Part> {
        let mut parts = Vec::new();
        let mut at = from;
        loop {
            let next = self.next[at * self.stops.len() + to];
            let (here, there) = (self.stops[at], self.stops[next]);
            parts.push(match self.links.iter().find(|link| link.joins(here, there)) {
                Some(link) if here.floor != there.floor => Part::Change(link.kind, there.floor),
                _ => Part::Line(here.floor, self.fields[here.floor].line(&self.trees[at], there.at, &self.sights[next])),
            });
            at = next;
            if at == to {
                return parts;
            }
        }
    }

    /// The nearest point to `spot` on `floor` to which somebody can walk from a stop.
    pub(super) fn nearest_reached(&self, from: usize, floor: usize, spot: Point) -> Option<Point> {
        let field = &self.fields[floor];
        let trees: Vec<&Tree> = (0..self.stops.len())
            .filter(|stop| self.stops[*stop].floor == floor && self.cost(from, *stop).is_finite())
            .map(|stop| &self.trees[stop])
            .collect();
        field.nearest(spot, &|point| {
            let sights = field.sights(point);
            trees.iter().any(|tree| field.length(tree, point, &sights).is_some())
        })
    }

    fn direct(&self, from: usize, to: usize) -> f64 {
        let (here, there) = (self.stops[from], self.stops[to]);
        if here.floor != there.floor {
            return if self.links.iter().any(|link| link.joins(here, there)) { CHANGE } else { f64::INFINITY };
        }
        self.fields[here.floor].length(&self.trees[from], there.at, &self.sights[to]).unwrap_or(f64::INFINITY)
    }

    /// Ways over other stops (Floyd and Warshall), where those are really shorter.
    fn combine(&mut self) {
        let count = self.stops.len();
        for over in 0..count {
            for from in 0..count {
                for to in 0..count {
                    let cost = self.costs[from * count + over] + self.costs[over * count + to];
                    if cost + 0.001 < self.costs[from * count + to] {
                        self.costs[from * count + to] = cost;
                        self.next[from * count + to] = self.next[from * count + over];
                    }
                }
            }
        }
    }
}
