//! The walkable point that is nearest to a place where nobody can stand: close to a shelf, behind a counter, inside a wall.

use super::field::Field;
use crate::planogram::convex::{cross, minus, nearest};
use crate::planogram::geometry::{Mm, Point};

/// How far one looks, further and further.
const CIRCLES: [Mm; 5] = [600, 1_500, 4_000, 12_000, 1_000_000];
/// Nothing this near is taken that is behind something.
const BEHIND: Mm = 1_500;
/// With more edges than this around, the places where two of them cross are left out.
const FEW: usize = 400;

impl Field<'_> {
    /// The nearest free point for which `is_wanted`, to the millimetre: one that can be reached out to, else one behind a wall or fixture.
    pub(super) fn nearest(&self, spot: Point, is_wanted: &dyn Fn(Point) -> bool) -> Option<Point> {
        let is_good = |point| self.is_free(point) && is_wanted(point);
        if is_good(spot) {
            return Some(spot);
        }
        CIRCLES.iter().find_map(|circle| {
            let candidates = self.candidates(spot, *circle);
            let mut good = candidates.into_iter().filter(|point| is_good(*point)).peekable();
            let first = good.peek().copied();
            good.find(|point| self.is_in_reach(spot, *point)).or(first.filter(|_| *circle > BEHIND))
        })
    }

    /// Nothing stands between, but what the spot itself is in.
    fn is_in_reach(&self, spot: Point, point: Point) -> bool {
        !self.obstacles.iter().any(|obstacle| obstacle.body.is_hit(spot, point) && !obstacle.body.holds(spot))
    }

    /// Points of the edge of what is walkable, nearest first.
    fn candidates(&self, spot: Point, circle: Mm) -> Vec<Point> {
        let edges: Vec<(Point, Point)> = self
            .obstacles
            .iter()
            .flat_map(|obstacle| obstacle.area.edges())
            .filter(|(from, to)| square(spot, nearest(*from, *to, spot)) <= i64::from(circle).pow(2))
            .collect();
        let mut points: Vec<Point> = edges.iter().flat_map(|(from, to)| [nearest(*from, *to, spot), *from]).collect();
        if edges.len() <= FEW {
            let pairs = edges.iter().enumerate().flat_map(|(index, one)| edges[..index].iter().map(move |other| (one, other)));
            points.extend(pairs.filter_map(|(one, other)| crossing(*one, *other)));
        }
        let around = |point: Point| (-1..=1).flat_map(move |x| (-1..=1).map(move |y| Point::new(point.x + x, point.y + y)));
        let mut points: Vec<Point> =
            points.into_iter().flat_map(around).filter(|point| square(spot, *point) <= i64::from(circle).pow(2)).collect();
        points.sort_unstable_by_key(|point| (square(spot, *point), point.x, point.y));
        points.dedup();
        points
    }
}

fn square(a: Point, b: Point) -> i64 {
    let (x, y) = minus(a, b);
    x * x + y * y
}

/// Where two edges cross, to the millimetre.
fn crossing((a, b): (Point, Point), (c, d): (Point, Point)) -> Option<Point> {
    let (from, to) = (cross(c, d, a), cross(c, d, b));
    let is_crossed = from.signum() * to.signum() < 0 && cross(a, b, c).signum() * cross(a, b, d).signum() < 0;
    is_crossed.then(|| {
        let part = from as f64 / (from - to) as f64;
        let (x, y) = minus(b, a);
        Point::new(a.x + (x as f64 * part).round() as Mm, a.y + (y as f64 * part).round() as Mm)
    })
}
