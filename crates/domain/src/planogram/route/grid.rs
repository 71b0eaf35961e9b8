//! Squares over a floor, each with the obstacles that reach into it: who asks about a line looks at few of them.

use super::obstacle::Obstacle;
use crate::planogram::geometry::{Bounds, Mm, Point};

/// A square's side.
const SIDE: Mm = 1_500;

pub(super) struct Grid {
    origin: Point,
    columns: Mm,
    rows: Mm,
    squares: Vec<Vec<u32>>,
}

impl Grid {
    pub(super) fn of(obstacles: &[Obstacle]) -> Self {
        let points = obstacles.iter().flat_map(|obstacle| [obstacle.area.bounds.min, obstacle.area.bounds.max]);
        let whole = Bounds::around(points).unwrap_or(Bounds { min: Point::default(), max: Point::default() });
        let (columns, rows) = (whole.width() / SIDE + 1, whole.height() / SIDE + 1);
        let mut grid = Self { origin: whole.min, columns, rows, squares: vec![Vec::new(); (columns * rows) as usize] };
        for (index, obstacle) in obstacles.iter().enumerate() {
            let Bounds { min, max } = obstacle.area.bounds;
            for row in grid.row(min.y)..=grid.row(max.y) {
                for column in grid.column(min.x)..=grid.column(max.x) {
                    grid.squares[(row * columns + column) as usize].push(index as u32);
                }
            }
        }
        grid
    }

    /// Obstacles that may hold the point.
    pub(super) fn at(&self, point: Point) -> &[u32] {
        self.square(self.column(point.x), self.row(point.y))
    }

    /// An obstacle near the line for which `is_found`; those near `from` are asked first, some several times.
    pub(super) fn find_along(&self, from: Point, to: Point, is_found: impl Fn(u32) -> bool) -> Option<u32> {
        let (first, last) = (self.row(from.y), self.row(to.y));
        let step = if last < first { -1 } else { 1 };
        let mut row = first;
        loop {
            let (enter, leave) = self.columns_in(row, from, to);
            let backwards = from.x > to.x;
            for at in 0..=(leave - enter) {
                let column = if backwards { leave - at } else { enter + at };
                if let Some(found) = self.square(column, row).iter().find(|index| is_found(**index)) {
                    return Some(*found);
                }
            }
            if row == last {
                return None;
            }
            row += step;
        }
    }

    /// The columns through which the line goes within a row; a millimetre more on either side, for what division drops.
    fn columns_in(&self, row: Mm, from: Point, to: Point) -> (Mm, Mm) {
        let (left, right) = (from.x.min(to.x), from.x.max(to.x));
        if from.y == to.y {
            return (self.column(left), self.column(right));
        }
        let top = self.origin.y + row * SIDE;
        let (high, low) = if from.y < to.y { (from, to) } else { (to, from) };
        let x = |y: Mm| {
            let part = i64::from(y.clamp(high.y, low.y) - high.y) * i64::from(low.x - high.x) / i64::from(low.y - high.y);
            high.x + part as Mm
        };
        let (one, other) = (x(top), x(top + SIDE));
        (self.column((one.min(other) - 1).max(left)), self.column((one.max(other) + 1).min(right)))
    }

    fn square(&self, column: Mm, row: Mm) -> &[u32] {
        &self.squares[(row * self.columns + column) as usize]
    }

    fn column(&self, x: Mm) -> Mm {
        ((x - self.origin.x).div_euclid(SIDE)).clamp(0, self.columns - 1)
    }

    fn row(&self, y: Mm) -> Mm {
        ((y - self.origin.y).div_euclid(SIDE)).clamp(0, self.rows - 1)
    }
}
