//! Where a piece of furniture comes to lie that is dragged: on the edges and centres of what stands there, else on a grid.

use super::geometry::{Bounds, Mm, Point};
use super::{Fixture, Floor};
use crate::ids::FixtureId;

/// What nothing draws lies on whole centimetres.
pub const GRID: Mm = 10;

/// A place to lie, and the lines that drew it there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Snapped {
    /// The centre.
    pub at: Point,
    /// An upright line of the plan, at this x.
    pub upright: Option<Mm>,
    /// A level line of the plan, at this y.
    pub level: Option<Mm>,
}

impl Floor {
    /// Draws a piece whose centre would be `at` to the nearest line within `reach`. Lines are the edges and centres of the furniture that
    /// is not `moving`, and the corners of the outline and the walls.
    pub fn snap(&self, fixture: &Fixture, at: Point, moving: &[FixtureId], reach: Mm) -> Snapped {
        let here = Fixture { centre: at, ..fixture.clone() }.bounds();
        let others = self.fixtures.iter().filter(|other| other.id != fixture.id && !moving.contains(&other.id)).map(Fixture::bounds);
        let (mut uprights, mut levels) = (Vec::new(), Vec::new());
        for Bounds { min, max } in others {
            uprights.extend([min.x, min.x + (max.x - min.x) / 2, max.x]);
            levels.extend([min.y, min.y + (max.y - min.y) / 2, max.y]);
        }
        for corner in self.outline.iter().copied().chain(self.walls.iter().flat_map(|wall| [wall.from, wall.to])) {
            uprights.push(corner.x);
            levels.push(corner.y);
        }
        let (x, upright) = drawn(at.x, [here.min.x, at.x, here.max.x], &uprights, reach);
        let (y, level) = drawn(at.y, [here.min.y, at.y, here.max.y], &levels, reach);
        Snapped { at: Point::new(x, y), upright, level }
    }
}

impl Fixture {
    /// What it covers of the plan, from its leftmost to its rightmost corner and from its highest to its lowest.
    pub fn bounds(&self) -> Bounds {
        Bounds::around(self.footprint()).unwrap_or(Bounds { min: self.centre, max: self.centre })
    }
}

/// The centre along one axis, and the line; of two as near the one that is first in `lines`.
fn drawn(centre: Mm, own: [Mm; 3], lines: &[Mm], reach: Mm) -> (Mm, Option<Mm>) {
    let ways = lines.iter().flat_map(|line| own.map(|own| (line - own, *line)));
    match ways.filter(|(way, _)| way.abs() <= reach).min_by_key(|(way, _)| way.abs()) {
        Some((way, line)) => (centre + way, Some(line)),
        None => ((centre + GRID / 2).div_euclid(GRID) * GRID, None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::planogram::lint::room;

    #[test]
    fn what_is_dragged_lies_on_lines_of_others_or_on_the_grid() {
        let planogram = room();
        let floor = &planogram.floors[0];
        let [wall_bay, table] = [&floor.fixtures[0], &floor.fixtures[1]];
        let snap = |x, y| floor.snap(table, Point::new(x, y), &[], 40);
        // Its left edge with the wall bay's, 30 mm off; nothing is near in the other direction.
        assert_eq!(snap(2_030, 5_003), Snapped { at: Point::new(2_000, 5_000), upright: Some(1_400), level: None });
        // In the corner of the room.
        assert_eq!(snap(9_390, 7_760), Snapped { at: Point::new(9_400, 7_750), upright: Some(10_000), level: Some(8_000) });
        assert_eq!(snap(4_004, 5_006), Snapped { at: Point::new(4_000, 5_010), upright: None, level: None });
        let alone = floor.snap(table, Point::new(2_033, 5_003), &[wall_bay.id], 40);
        assert_eq!(alone.at, Point::new(2_030, 5_000), "what moves along draws nothing");
    }
}
