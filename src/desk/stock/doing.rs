//! What somebody says that they did, as the rule that it is.

use domain::stock::{Adjustment, Bucket, NotEnough, Showing, Stock, Transfer};

/// An act on the books.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::desk) enum Doing {
    /// Counted what is on the floor.
    Count,
    /// More or fewer, for a reason.
    Adjust(Adjustment),
    /// Between floor and display.
    Move(Showing),
}

/// What an act would leave.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::desk) struct Outcome {
    /// Where it is seen.
    pub bucket: Bucket,
    /// Units there now.
    pub before: u32,
    /// Units there then.
    pub after: u32,
    /// Units of orders that would be missing, more than are missing now.
    pub short: u32,
}

impl Doing {
    pub const ALL: [Self; 7] = [
        Self::Count,
        Self::Adjust(Adjustment::Delivery),
        Self::Adjust(Adjustment::Found),
        Self::Adjust(Adjustment::Damaged),
        Self::Adjust(Adjustment::Lost),
        Self::Move(Showing::Show),
        Self::Move(Showing::Sell),
    ];

    /// What moves; `None` where a count agrees.
    fn transfer(self, stock: &Stock, number: u32) -> Option<Transfer> {
        match self {
            Self::Count => stock.counted(number),
            Self::Adjust(why) => Some(why.transfer(number)),
            Self::Move(way) => Some(way.transfer(number)),
        }
    }

    /// What it would leave.
    ///
    /// # Errors
    /// When there is less than would be taken.
    pub fn outcome(self, stock: &Stock, number: u32) -> Result<Outcome, NotEnough> {
        let missing = stock.claimed.saturating_sub(stock.floor);
        let Some(transfer) = self.transfer(stock, number) else {
            return Ok(Outcome { bucket: Bucket::Floor, before: stock.floor, after: stock.floor, short: 0 });
        };
        let short = stock.short_after(transfer)?.saturating_sub(missing);
        let mut then = *stock;
        then.apply(transfer)?;
        Ok(Outcome { bucket: Bucket::Floor, before: stock.floor, after: then.floor, short })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SHOP: Stock = Stock { floor: 4, bin: 0, putback: 0, display: 1, claimed: 3 };

    #[test]
    fn what_would_be_left_and_missing_is_said_before_it_is_done() {
        let said = |doing: Doing, number| doing.outcome(&SHOP, number).map(|outcome| (outcome.after, outcome.short));
        assert_eq!(said(Doing::Count, 4), Ok((4, 0)));
        assert_eq!(said(Doing::Count, 1), Ok((1, 2)));
        assert_eq!(said(Doing::Adjust(Adjustment::Delivery), 12), Ok((16, 0)));
        assert_eq!(said(Doing::Adjust(Adjustment::Lost), 2), Ok((2, 1)));
        assert_eq!(said(Doing::Adjust(Adjustment::Damaged), 5), Err(NotEnough { bucket: Bucket::Floor, has: 4 }));
        assert_eq!(said(Doing::Move(Showing::Sell), 2), Err(NotEnough { bucket: Bucket::Display, has: 1 }));
    }

    #[test]
    fn what_is_missing_already_is_not_said_again() {
        let short = Stock { floor: 2, ..SHOP };
        assert_eq!(Doing::Count.outcome(&short, 1).map(|outcome| outcome.short), Ok(1));
        assert_eq!(Doing::Adjust(Adjustment::Found).outcome(&short, 1).map(|outcome| outcome.short), Ok(0));
    }
}
