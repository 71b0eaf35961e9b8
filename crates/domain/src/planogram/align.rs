//! Several pieces of furniture brought into line.

use super::Fixture;
use super::geometry::{Bounds, Mm, Point};

/// Which sides are brought into line, those of the outermost piece staying where they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// The leftmost edge.
    Left,
    /// The rightmost edge.
    Right,
    /// The edge nearest to the plan's upper end.
    Top,
    /// The edge nearest to its lower end.
    Bottom,
    /// The middle between the leftmost and the rightmost edge.
    Middle,
    /// The middle between the highest and the lowest edge.
    Centre,
}

/// Along which axis they are spread.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Axis {
    /// From left to right.
    Across,
    /// From top to bottom.
    Down,
}

/// The pieces with the same side in line; the order stays.
pub fn align(fixtures: &[Fixture], side: Side) -> Vec<Fixture> {
    let Some(around) = Bounds::around(fixtures.iter().flat_map(Fixture::footprint)) else { return Vec::new() };
    let half = |from: Mm, to: Mm| from + (to - from) / 2;
    let way = |Bounds { min, max }: Bounds| match side {
        Side::Left => (around.min.x - min.x, 0),
        Side::Right => (around.max.x - max.x, 0),
        Side::Top => (0, around.min.y - min.y),
        Side::Bottom => (0, around.max.y - max.y),
        Side::Middle => (half(around.min.x, around.max.x) - half(min.x, max.x), 0),
        Side::Centre => (0, half(around.min.y, around.max.y) - half(min.y, max.y)),
    };
    fixtures.iter().map(|fixture| moved(fixture, way(fixture.bounds()))).collect()
}

/// The pieces with the same gap between each two; the outermost stay, and so does the order.
pub fn distribute(fixtures: &[Fixture], axis: Axis) -> Vec<Fixture> {
    let span = |fixture: &Fixture| {
        let Bounds { min, max } = fixture.bounds();
        if axis == Axis::Across { (min.x, max.x) } else { (min.y, max.y) }
    };
    let mut order: Vec<usize> = (0..fixtures.len()).collect();
    order.sort_by_key(|at| span(&fixtures[*at]));
    let (Some(first), Some(last), Ok(gaps)) = (order.first(), order.last(), Mm::try_from(fixtures.len().saturating_sub(1))) else {
        return fixtures.to_vec();
    };
    if gaps < 2 {
        return fixtures.to_vec();
    }
    let (start, end) = (span(&fixtures[*first]).0, span(&fixtures[*last]).1);
    let taken: Mm = fixtures.iter().map(span).map(|(from, to)| to - from).sum();
    let free = end - start - taken;
    let (mut spread, mut at) = (fixtures.to_vec(), start);
    for (number, index) in order.iter().enumerate() {
        let (from, to) = span(&fixtures[*index]);
        let way = at - from;
        spread[*index] = moved(&fixtures[*index], if axis == Axis::Across { (way, 0) } else { (0, way) });
        // The rest of the division goes to the first gaps; a negative gap is shared like any other.
        let more = Mm::from(Mm::try_from(number).unwrap_or(Mm::MAX) < free.rem_euclid(gaps));
        at += to - from + free.div_euclid(gaps) + more;
    }
    spread
}

fn moved(fixture: &Fixture, (x, y): (Mm, Mm)) -> Fixture {
    Fixture { centre: Point::new(fixture.centre.x + x, fixture.centre.y + y), ..fixture.clone() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::planogram::geometry::Size;
    use crate::planogram::lint::room;

    /// A piece of 1,000 × 400 mm.
    fn piece(x: Mm, y: Mm) -> Fixture {
        let size = Size { width: 1_000, depth: 400 };
        Fixture { centre: Point::new(x, y), size, shelves: vec![], ..room().floors[0].fixtures[1].clone() }
    }

    fn centres(fixtures: &[Fixture]) -> Vec<(Mm, Mm)> {
        fixtures.iter().map(|fixture| (fixture.centre.x, fixture.centre.y)).collect()
    }

    #[test]
    fn sides_come_into_line_and_the_outermost_stays() {
        let mut turned = piece(3_000, 3_000);
        turned.rotation = 90;
        let pieces = [piece(1_000, 1_000), turned];
        for (side, expected) in [
            (Side::Left, [(1_000, 1_000), (700, 3_000)]),
            (Side::Right, [(2_700, 1_000), (3_000, 3_000)]),
            (Side::Top, [(1_000, 1_000), (3_000, 1_300)]),
            (Side::Bottom, [(1_000, 3_300), (3_000, 3_000)]),
            (Side::Middle, [(1_850, 1_000), (1_850, 3_000)]),
            (Side::Centre, [(1_000, 2_150), (3_000, 2_150)]),
        ] {
            assert_eq!(centres(&align(&pieces, side)), expected, "{side:?}");
        }
        assert_eq!(align(&[], Side::Left), []);
    }

    #[test]
    fn gaps_come_out_the_same_and_the_ends_stay() {
        let pieces = [piece(5_000, 0), piece(500, 0), piece(1_600, 50)];
        assert_eq!(centres(&distribute(&pieces, Axis::Across)), [(5_000, 0), (500, 0), (2_750, 50)]);
        let crowded = [piece(500, 0), piece(700, 0), piece(1_101, 0)];
        assert_eq!(centres(&distribute(&crowded, Axis::Across)), [(500, 0), (801, 0), (1_101, 0)]);
        assert_eq!(distribute(&pieces[..2], Axis::Down), pieces[..2].to_vec());
    }
}
