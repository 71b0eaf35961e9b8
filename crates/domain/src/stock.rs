//! Double-entry stock: buckets, movements, claims. domain.md §3.

use serde::{Deserialize, Serialize};

/// Where units are. The first four are inside the store, the rest are the outside world.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub enum Bucket {
    /// On the shelves, for sale.
    Floor,
    /// Picked for reservations.
    Bin,
    /// On its way back to its slot.
    Putback,
    /// Shown, not sold unless it is the last one.
    Display,
    /// Where deliveries come from.
    Supplier,
    /// Gone to a customer.
    Sold,
    /// Lost, broken, not found.
    Shrink,
    /// Turned up in a count.
    Found,
}

/// Why units moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub enum Reason {
    /// A delivery.
    Delivery,
    /// Scanned for a reservation.
    Picked,
    /// A pick taken back.
    Unpicked,
    /// Not where it should be.
    NotFound,
    /// Broken or unfit for sale.
    Damaged,
    /// Handed over.
    Collected,
    /// Refused at the counter, left, cancelled or rejected after picking.
    Returned,
    /// Back in its slot.
    PutBack,
    /// A count or a figure pushed from outside.
    Adjusted,
    /// Between floor and display.
    Moved,
    /// A reason that a newer server knows.
    #[serde(other)]
    Other,
}

/// `quantity` units from one bucket to another, for a variant the caller knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Transfer {
    /// Out of here.
    pub from: Bucket,
    /// Into there.
    pub to: Bucket,
    /// How many, at least 1.
    pub quantity: u32,
    /// Why.
    pub reason: Reason,
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

impl Bucket {
    /// Every bucket, for tables and tests.
    pub const ALL: [Self; 8] =
        [Self::Floor, Self::Bin, Self::Putback, Self::Display, Self::Supplier, Self::Sold, Self::Shrink, Self::Found];

    /// Inside the store: its sum is kept and never negative.
    pub fn is_inside(self) -> bool {
        matches!(self, Self::Floor | Self::Bin | Self::Putback | Self::Display)
    }

    /// The name in the database, the same as on the wire.
    pub fn name(self) -> &'static str {
        match self {
            Self::Floor => "floor",
            Self::Bin => "bin",
            Self::Putback => "putback",
            Self::Display => "display",
            Self::Supplier => "supplier",
            Self::Sold => "sold",
            Self::Shrink => "shrink",
            Self::Found => "found",
        }
    }
}

impl Reason {
    /// The name in the database, the same as on the wire.
    pub fn name(self) -> &'static str {
        match self {
            Self::Delivery => "delivery",
            Self::Picked => "picked",
            Self::Unpicked => "unpicked",
            Self::NotFound => "not-found",
            Self::Damaged => "damaged",
            Self::Collected => "collected",
            Self::Returned => "returned",
            Self::PutBack => "put-back",
            Self::Adjusted => "adjusted",
            Self::Moved => "moved",
            Self::Other => "other",
        }
    }
}

impl Stock {
    /// `floor − claimed`: what a shopper may still hold. Negative exactly while a shortfall is open.
    pub fn available(&self) -> i64 {
        i64::from(self.floor) - i64::from(self.claimed)
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
