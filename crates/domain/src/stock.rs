//! Double-entry stock: buckets, movements, claims. domain.md §3.

mod by_hand;
mod movement;

use crate::instant::{Instant, Span};
pub use by_hand::{Adjustment, MOST, Showing};
pub use movement::{Bucket, Reason, Transfer};
use serde::{Deserialize, Serialize};

/// So long a count answers whoever cannot find the same: no other is asked for ("once an hour", domain.md §4).
const COUNT_ANSWERS: Span = Span::hours(1);

/// Whether what was counted still answers.
pub fn is_answered(counted_at: Instant, now: Instant) -> bool {
    now.since(counted_at) < COUNT_ANSWERS
}

/// A variant's units inside one store and the claims on them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Stock {
    /// On the shelves.
    pub floor: u32,
    /// Picked.
    pub bin: u32,
    /// To put back.
    pub putback: u32,
    /// Shown.
    pub display: u32,
    /// Units of live reservation lines not yet picked.
    pub claimed: u32,
}

/// A bucket would fall below zero, or past what fits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotEnough {
    /// The bucket.
    pub bucket: Bucket,
    /// What it has.
    pub has: u32,
}

impl Stock {
    /// `floor − claimed`: what a shopper may still hold. Negative exactly while a shortfall is open.
    pub fn available(&self) -> i64 {
        i64::from(self.floor) - i64::from(self.claimed)
    }

    /// What moves so that the floor has what somebody counted there; `None` when it has.
    pub fn counted(&self, found: u32) -> Option<Transfer> {
        let (from, to) = if found < self.floor { (Bucket::Floor, Bucket::Shrink) } else { (Bucket::Found, Bucket::Floor) };
        let quantity = found.abs_diff(self.floor);
        (quantity > 0).then_some(Transfer { from, to, quantity, reason: Reason::Adjusted })
    }

    /// Units that orders were promised and that would not be there after a transfer; 0 is as it should be.
    ///
    /// # Errors
    /// See [`Self::apply`].
    pub fn short_after(mut self, transfer: Transfer) -> Result<u32, NotEnough> {
        self.apply(transfer)?;
        Ok(self.claimed.saturating_sub(self.floor))
    }

    /// Carries a transfer out.
    ///
    /// # Errors
    /// When an inside bucket has less than is taken; nothing is changed then.
    pub fn apply(&mut self, transfer: Transfer) -> Result<(), NotEnough> {
        let mut after = *self;
        if let Some(units) = after.bucket_mut(transfer.from) {
            *units = units.checked_sub(transfer.quantity).ok_or(NotEnough { bucket: transfer.from, has: *units })?;
        }
        if let Some(units) = after.bucket_mut(transfer.to) {
            *units = units.checked_add(transfer.quantity).ok_or(NotEnough { bucket: transfer.to, has: *units })?;
        }
        *self = after;
        Ok(())
    }

    fn bucket_mut(&mut self, bucket: Bucket) -> Option<&mut u32> {
        match bucket {
            Bucket::Floor => Some(&mut self.floor),
            Bucket::Bin => Some(&mut self.bin),
            Bucket::Putback => Some(&mut self.putback),
            Bucket::Display => Some(&mut self.display),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::collection::vec;
    use proptest::prelude::*;
    use std::collections::BTreeMap;

    /// 4 on the floor, 3 in the bin, 2 to put back, 1 on display.
    const SHOP: Stock = Stock { floor: 4, bin: 3, putback: 2, display: 1, claimed: 0 };

    fn transfer(from: Bucket, to: Bucket, quantity: u32) -> Transfer {
        Transfer { from, to, quantity, reason: Reason::Moved }
    }

    #[test]
    fn each_movement_takes_from_one_bucket_and_gives_to_the_other() {
        use Bucket::{Bin, Display, Floor, Found, Putback, Shrink, Sold, Supplier};
        for (from, to, quantity, [floor, bin, putback, display]) in [
            (Supplier, Floor, 5, [9, 3, 2, 1]),
            (Found, Floor, 1, [5, 3, 2, 1]),
            (Floor, Bin, 4, [0, 7, 2, 1]),
            (Bin, Floor, 1, [5, 2, 2, 1]),
            (Bin, Putback, 3, [4, 0, 5, 1]),
            (Bin, Sold, 2, [4, 1, 2, 1]),
            (Putback, Floor, 2, [6, 3, 0, 1]),
            (Floor, Display, 1, [3, 3, 2, 2]),
            (Display, Shrink, 1, [4, 3, 2, 0]),
            (Floor, Floor, 4, [4, 3, 2, 1]),
            (Supplier, Sold, 7, [4, 3, 2, 1]),
        ] {
            let mut stock = SHOP;
            assert_eq!(stock.apply(transfer(from, to, quantity)), Ok(()), "{from:?} {to:?}");
            assert_eq!(stock, Stock { floor, bin, putback, display, claimed: 0 }, "{from:?} {to:?}");
        }
    }

    #[test]
    fn a_bucket_gives_no_more_than_it_has_and_then_nothing_changes() {
        for (bucket, has) in [(Bucket::Floor, 4), (Bucket::Bin, 3), (Bucket::Putback, 2), (Bucket::Display, 1)] {
            let mut stock = SHOP;
            assert_eq!(stock.apply(transfer(bucket, Bucket::Sold, has + 1)), Err(NotEnough { bucket, has }));
            assert_eq!(stock, SHOP);
        }
    }

    #[test]
    fn a_count_moves_the_difference_and_nothing_else() {
        for found in [0, 3, 4, 5, 400] {
            let mut stock = Stock { claimed: 3, ..SHOP };
            if let Some(transfer) = stock.counted(found) {
                assert_eq!(stock.apply(transfer), Ok(()));
            }
            assert_eq!(stock, Stock { floor: found, claimed: 3, ..SHOP });
            assert_eq!(stock.counted(found), None);
        }
    }

    #[test]
    fn what_would_be_short_is_known_before_it_is_done() {
        let stock = Stock { claimed: 3, ..SHOP };
        let after = |transfer: Transfer| stock.short_after(transfer);
        assert_eq!(after(Adjustment::Lost.transfer(1)), Ok(0));
        assert_eq!(after(Adjustment::Lost.transfer(3)), Ok(2));
        assert_eq!(after(Showing::Show.transfer(4)), Ok(3));
        assert_eq!(after(Adjustment::Damaged.transfer(5)), Err(NotEnough { bucket: Bucket::Floor, has: 4 }));
    }

    #[test]
    fn a_bucket_that_would_overflow_is_refused_and_then_nothing_changes() {
        let full = Stock { bin: u32::MAX, ..SHOP };
        let mut stock = full;
        assert_eq!(stock.apply(transfer(Bucket::Floor, Bucket::Bin, 1)), Err(NotEnough { bucket: Bucket::Bin, has: u32::MAX }));
        assert_eq!(stock, full);
    }

    #[test]
    fn available_is_what_nobody_claims_and_negative_in_a_shortfall() {
        for (floor, claimed, available) in [(4, 0, 4), (4, 3, 1), (4, 4, 0), (1, 4, -3), (0, u32::MAX, -i64::from(u32::MAX))] {
            assert_eq!(Stock { floor, claimed, ..SHOP }.available(), available);
        }
    }

    #[test]
    fn only_what_is_on_the_floor_is_available() {
        let stock = Stock { floor: 0, bin: 9, putback: 9, display: 9, claimed: 0 };
        assert_eq!(stock.available(), 0);
    }

    #[test]
    fn the_name_in_the_database_is_the_name_on_the_wire() {
        for bucket in Bucket::ALL {
            assert_eq!(serde_json::to_value(bucket).expect("a name"), bucket.name());
        }
        for reason in Reason::ALL {
            assert_eq!(serde_json::to_value(reason).expect("a name"), reason.name());
        }
    }

    #[test]
    fn a_reason_from_a_newer_server_is_read_as_other() {
        assert_eq!(serde_json::from_str::<Reason>("\"stolen-by-magpies\"").expect("a reason"), Reason::Other);
    }

    fn transfers() -> impl Strategy<Value = Vec<Transfer>> {
        let bucket = || proptest::sample::select(&Bucket::ALL[..]);
        vec((bucket(), bucket(), 1..8_u32).prop_map(|(from, to, quantity)| transfer(from, to, quantity)), 0..60)
    }

    proptest! {
        #[test]
        fn buckets_are_the_sums_of_their_movements(transfers in transfers()) {
            let mut stock = Stock::default();
            let mut sums: BTreeMap<Bucket, i64> = BTreeMap::new();
            for transfer in transfers {
                if stock.apply(transfer).is_ok() {
                    *sums.entry(transfer.from).or_default() -= i64::from(transfer.quantity);
                    *sums.entry(transfer.to).or_default() += i64::from(transfer.quantity);
                }
            }
            let sum = |bucket| sums.get(&bucket).copied().unwrap_or(0);
            let inside = [(Bucket::Floor, stock.floor), (Bucket::Bin, stock.bin), (Bucket::Putback, stock.putback), (Bucket::Display, stock.display)];
            for (bucket, units) in inside {
                prop_assert_eq!(sum(bucket), i64::from(units));
            }
            prop_assert_eq!(sums.values().sum::<i64>(), 0);
        }

        #[test]
        fn a_movement_is_refused_exactly_when_it_would_leave_less_than_nothing(transfers in transfers()) {
            let mut stock = Stock::default();
            for transfer in transfers {
                let mut before = stock;
                let has = before.bucket_mut(transfer.from).map(|units| *units);
                let enough = has.is_none_or(|units| units >= transfer.quantity);
                prop_assert_eq!(stock.apply(transfer).is_ok(), enough);
                prop_assert!(enough || stock == before);
            }
        }

        #[test]
        fn a_movement_and_its_reverse_cancel_out(transfers in transfers()) {
            let mut stock = SHOP;
            for there in transfers {
                let before = stock;
                if stock.apply(there).is_ok() {
                    let mut back = stock;
                    prop_assert_eq!(back.apply(transfer(there.to, there.from, there.quantity)), Ok(()));
                    prop_assert_eq!(back, before);
                }
            }
        }
    }
}
