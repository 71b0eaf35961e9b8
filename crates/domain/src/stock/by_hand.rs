//! What staff say that they did with goods, and what moves then.

use super::movement::{Bucket, Reason, Transfer};
use serde::{Deserialize, Serialize};

/// More of one variant on a shelf is a slip of the finger.
pub const MOST: u32 = 9999;

/// Why staff says that the floor has more or fewer units than the books.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub enum Adjustment {
    /// Goods came: more.
    Delivery,
    /// Some turned up: more.
    Found,
    /// Broken or unfit for sale: fewer.
    Damaged,
    /// Nobody knows where they are: fewer.
    Lost,
}

/// Which way goods go between the shelf and the display.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub enum Showing {
    /// From the floor onto the display.
    Show,
    /// From the display to the floor, for sale.
    Sell,
}

impl Adjustment {
    /// Every one, in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::Delivery, Self::Found, Self::Damaged, Self::Lost];

    /// What moves.
    pub fn transfer(self, quantity: u32) -> Transfer {
        let (from, to, reason) = match self {
            Self::Delivery => (Bucket::Supplier, Bucket::Floor, Reason::Delivery),
            Self::Found => (Bucket::Found, Bucket::Floor, Reason::Found),
            Self::Damaged => (Bucket::Floor, Bucket::Shrink, Reason::Damaged),
            Self::Lost => (Bucket::Floor, Bucket::Shrink, Reason::NotFound),
        };
        Transfer { from, to, quantity, reason }
    }
}

impl Showing {
    /// What moves.
    pub fn transfer(self, quantity: u32) -> Transfer {
        let (from, to) = match self {
            Self::Show => (Bucket::Floor, Bucket::Display),
            Self::Sell => (Bucket::Display, Bucket::Floor),
        };
        Transfer { from, to, quantity, reason: Reason::Moved }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stock::{NotEnough, Stock};

    /// 4 on the floor, 3 in the bin, 2 to put back, 1 on display.
    const SHOP: Stock = Stock { floor: 4, bin: 3, putback: 2, display: 1, claimed: 0 };

    #[test]
    fn every_adjustment_changes_the_floor_alone_and_says_where_the_units_are_now() {
        for (adjustment, floor) in [(Adjustment::Delivery, 6), (Adjustment::Found, 6), (Adjustment::Damaged, 2), (Adjustment::Lost, 2)] {
            let mut stock = SHOP;
            assert_eq!(stock.apply(adjustment.transfer(2)), Ok(()));
            assert_eq!(stock, Stock { floor, ..SHOP }, "{adjustment:?}");
        }
        let mut stock = SHOP;
        assert_eq!(stock.apply(Showing::Sell.transfer(2)), Err(NotEnough { bucket: Bucket::Display, has: 1 }));
        assert_eq!(stock.apply(Showing::Show.transfer(1)), Ok(()));
        assert_eq!(stock, Stock { floor: 3, display: 2, ..SHOP });
    }
}
