//! Convex areas with whole millimetres at their corners; every answer is exact.

use crate::planogram::geometry::{Bounds, Mm, Point};

/// Twice the area of the triangle; positive where `to` lies clockwise of `through`, seen from `from` on the plan.
pub(super) fn cross(from: Point, through: Point, to: Point) -> i64 {
    turned(minus(through, from), minus(to, from))
}

/// Positive where the second way goes clockwise of the first.
pub(super) fn turned((ax, ay): (i64, i64), (bx, by): (i64, i64)) -> i64 {
    ax * by - ay * bx
}

/// The way from `from` to `to`.
pub(super) fn minus(to: Point, from: Point) -> (i64, i64) {
    (i64::from(to.x) - i64::from(from.x), i64::from(to.y) - i64::from(from.y))
}

/// Between two points, mm.
pub(super) fn distance(a: Point, b: Point) -> f64 {
    let (x, y) = minus(a, b);
    ((x * x + y * y) as f64).sqrt()
}

/// Each edge of an outline, from corner to corner.
pub(super) fn edges(corners: &[Point]) -> impl Iterator<Item = (Point, Point)> {
    corners.iter().copied().zip(corners.iter().copied().cycle().skip(1))
}

/// Crossing count; points on the edge may fall on either side.
pub(super) fn is_within(outline: &[Point], point: Point) -> bool {
    let crossed = edges(outline).filter(|(from, to)| {
        let (low, high) = if from.y < to.y { (from, to) } else { (to, from) };
        (low.y..high.y).contains(&point.y) && cross(*low, *high, point) > 0
    });
    crossed.count() % 2 == 1
}

/// An open convex area: its edge is not of it.
#[derive(Clone, Debug)]
pub(super) struct Convex {
    /// Clockwise on the plan, each once, none on the line between two others.
    pub(super) corners: Vec<Point>,
    pub(super) bounds: Bounds,
}

impl Convex {
    /// The hull of `points`, of which there is one at least (monotone chain).
    pub(super) fn around(mut points: Vec<Point>) -> Self {
        points.sort_unstable_by_key(|point| (point.x, point.y));
        points.dedup();
        let half = |points: &mut dyn Iterator<Item = Point>| {
            let mut chain: Vec<Point> = Vec::new();
            for point in points {
                while matches!(chain[..], [.., from, through] if cross(from, through, point) <= 0) {
                    chain.pop();
                }
                chain.push(point);
            }
            chain.pop();
            chain
        };
        let mut corners = half(&mut points.iter().copied());
        corners.extend(half(&mut points.iter().rev().copied()));
        if corners.is_empty() {
            corners = points;
        }
        let bounds = Bounds::around(corners.iter().copied()).unwrap_or(Bounds { min: Point::default(), max: Point::default() });
        Self { corners, bounds }
    }

    /// The hull, and `by` more in every direction: an octagon stands for the circle, and holds it.
    pub(super) fn grown(points: &[Point], by: Mm) -> Self {
        // tan 22.5°
        let near = (by * 41_422 + 99_999) / 100_000;
        let octagon = [(by, near), (near, by), (-near, by), (-by, near), (-by, -near), (-near, -by), (near, -by), (by, -near)];
        Self::around(points.iter().flat_map(|point| octagon.map(|(x, y)| Point::new(point.x + x, point.y + y))).collect())
    }

    /// Each edge from corner to corner.
    pub(super) fn edges(&self) -> impl Iterator<Item = (Point, Point)> {
        edges(&self.corners)
    }

    /// The point lies inside.
    pub(super) fn holds(&self, point: Point) -> bool {
        let Bounds { min, max } = self.bounds;
        point.x > min.x
            && point.x < max.x
            && point.y > min.y
            && point.y < max.y
            && self.edges().all(|(from, to)| cross(from, to, point) > 0)
    }

    /// Both have a point inside in common: no edge of either has the whole other one on its far side.
    pub(super) fn overlaps(&self, other: &Self) -> bool {
        let apart =
            |one: &Self, other: &Self| one.edges().any(|(from, to)| other.corners.iter().all(|corner| cross(from, to, *corner) <= 0));
        self.corners.len() > 2 && other.corners.len() > 2 && !apart(self, other) && !apart(other, self)
    }

    /// The straight line has a point inside. Otherwise an edge, or the line itself, has both on different sides.
    pub(super) fn is_hit(&self, from: Point, to: Point) -> bool {
        let Bounds { min, max } = self.bounds;
        if from.x.max(to.x) <= min.x || from.x.min(to.x) >= max.x || from.y.max(to.y) <= min.y || from.y.min(to.y) >= max.y {
            return false;
        }
        if self.corners.len() < 3 || self.edges().any(|(a, b)| cross(a, b, from) <= 0 && cross(a, b, to) <= 0) {
            return false;
        }
        if from == to {
            return true;
        }
        let sides = |wanted: fn(i64) -> bool| self.corners.iter().any(|corner| wanted(cross(from, to, *corner)));
        sides(|side| side > 0) && sides(|side| side < 0)
    }

    /// To the point, mm; 0 inside.
    pub(super) fn distance(&self, point: Point) -> f64 {
        if self.holds(point) {
            return 0.0;
        }
        self.edges().map(|(a, b)| distance(point, nearest(a, b, point))).fold(f64::MAX, f64::min)
    }
}

/// The nearest point to `point` on a straight line, to the millimetre.
pub(super) fn nearest(from: Point, to: Point, point: Point) -> Point {
    let ((x, y), (px, py)) = (minus(to, from), minus(point, from));
    let part = ((px * x + py * y) as f64 / ((x * x + y * y).max(1)) as f64).clamp(0.0, 1.0);
    Point::new(from.x + (x as f64 * part).round() as Mm, from.y + (y as f64 * part).round() as Mm)
}
