//! Points, lengths and footprints of a floor's plan, in whole millimetres.

use serde::{Deserialize, Serialize};

/// Millimetres.
pub type Mm = i32;

/// A point of a floor's plan.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Point {
    /// To the right.
    pub x: Mm,
    /// Downwards.
    pub y: Mm,
}

/// A footprint.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Size {
    /// Along x before rotation.
    pub width: Mm,
    /// Along y before rotation.
    pub depth: Mm,
}

/// A product's box, standing as it faces the shopper.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Dimensions {
    /// Left to right.
    pub width: Mm,
    /// Bottom to top.
    pub height: Mm,
    /// Front to back.
    pub depth: Mm,
}

/// The upper left and lower right corners around some points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bounds {
    /// Upper left.
    pub min: Point,
    /// Lower right.
    pub max: Point,
}

impl Point {
    /// At `x`, `y`.
    pub const fn new(x: Mm, y: Mm) -> Self {
        Self { x, y }
    }
}

impl Bounds {
    /// Around all `points`; `None` without any.
    pub fn around(points: impl IntoIterator<Item = Point>) -> Option<Self> {
        points.into_iter().fold(None, |bounds, point| {
            Some(match bounds {
                None => Self { min: point, max: point },
                Some(Self { min, max }) => Self {
                    min: Point::new(min.x.min(point.x), min.y.min(point.y)),
                    max: Point::new(max.x.max(point.x), max.y.max(point.y)),
                },
            })
        })
    }

    /// Left to right.
    pub const fn width(self) -> Mm {
        self.max.x - self.min.x
    }

    /// Top to bottom.
    pub const fn height(self) -> Mm {
        self.max.y - self.min.y
    }
}
