//! One variant's units and claims, as a server keeps them.

use crate::stock::{Bucket, Reason, Stock, Transfer};
use std::collections::BTreeMap;

/// One variant's units. Outside accounts may be negative: deliveries come out of nowhere.
#[derive(Clone, Debug, Default)]
pub struct Book {
    /// Inside the store.
    pub stock: Stock,
    outside: BTreeMap<Bucket, i64>,
    /// Units written off by `Short`, counted from the commands.
    pub(super) short: u32,
    /// Units sold to who had them in hand.
    pub(super) in_hand: u32,
    /// Units that somebody counted away.
    pub(super) counted_away: u32,
    /// Units that somebody was told to carry back, and has not yet.
    pub(super) to_carry: u32,
    /// Units on lines of reservations that are no longer remembered.
    pub(super) collected_before: u32,
}

impl Book {
    /// Units come.
    pub(super) fn deliver(&mut self, quantity: u32) {
        self.apply(Transfer { from: Bucket::Supplier, to: Bucket::Floor, quantity, reason: Reason::Delivery });
    }

    /// What the machine says, and before it what the books did not know: a unit in somebody's hand was in put-back, or was counted away
    /// wrongly; a unit that nobody finds may have been counted away already.
    pub(super) fn carry_out(&mut self, transfer: Transfer) {
        let lacking = if transfer.from == Bucket::Floor { transfer.quantity.saturating_sub(self.stock.floor) } else { 0 };
        let returned = lacking.min(self.stock.putback);
        self.carry_back(returned);
        let unknown = lacking - returned;
        let mut transfer = transfer;
        match transfer.to {
            Bucket::Bin | Bucket::Sold if unknown > 0 => {
                self.apply(Transfer { from: Bucket::Found, to: Bucket::Floor, quantity: unknown, reason: Reason::Adjusted });
            }
            _ => transfer.quantity -= unknown,
        }
        if transfer.quantity > 0 {
            self.short += if transfer.to == Bucket::Shrink { transfer.quantity } else { 0 };
            self.in_hand += if transfer.reason == Reason::InHand { transfer.quantity } else { 0 };
            self.apply(transfer);
        }
    }

    /// Somebody counted the shelf.
    pub(super) fn count(&mut self, found: u32) {
        if let Some(transfer) = self.stock.counted(found) {
            self.counted_away += if transfer.to == Bucket::Shrink { transfer.quantity } else { 0 };
            self.apply(transfer);
        }
    }

    /// Units are back on the shelf.
    pub(super) fn carry_back(&mut self, quantity: u32) {
        if quantity > 0 {
            self.to_carry -= quantity;
            self.apply(Transfer { from: Bucket::Putback, to: Bucket::Floor, quantity, reason: Reason::PutBack });
        }
    }

    /// An outside account.
    pub(super) fn account(&self, bucket: Bucket) -> i64 {
        self.outside.get(&bucket).copied().unwrap_or(0)
    }

    /// All units, inside and outside.
    pub(super) fn sum(&self) -> i64 {
        let stock = self.stock;
        i64::from(stock.floor + stock.bin + stock.putback + stock.display) + self.outside.values().sum::<i64>()
    }

    fn apply(&mut self, transfer: Transfer) {
        assert!(transfer.quantity > 0, "an empty movement: {transfer:?}");
        self.stock.apply(transfer).expect("what is moved is there");
        for (bucket, units) in [(transfer.from, -i64::from(transfer.quantity)), (transfer.to, i64::from(transfer.quantity))] {
            if !bucket.is_inside() {
                *self.outside.entry(bucket).or_default() += units;
            }
        }
    }
}
