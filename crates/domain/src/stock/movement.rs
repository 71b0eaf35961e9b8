//! What moves: from one bucket to another, for a reason.

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
    /// Sold to who had it in hand while it was kept for somebody else.
    InHand,
    /// Refused at the counter, left, cancelled or rejected after picking.
    Returned,
    /// Back in its slot.
    PutBack,
    /// A count or a figure pushed from outside.
    Adjusted,
    /// Turned up, without a count.
    Found,
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
    /// Every reason, for tables and tests.
    pub const ALL: [Self; 13] = [
        Self::Delivery,
        Self::Picked,
        Self::Unpicked,
        Self::NotFound,
        Self::Damaged,
        Self::Collected,
        Self::InHand,
        Self::Returned,
        Self::PutBack,
        Self::Adjusted,
        Self::Found,
        Self::Moved,
        Self::Other,
    ];

    /// The name in the database, the same as on the wire.
    pub fn name(self) -> &'static str {
        match self {
            Self::Delivery => "delivery",
            Self::Picked => "picked",
            Self::Unpicked => "unpicked",
            Self::NotFound => "not-found",
            Self::Damaged => "damaged",
            Self::Collected => "collected",
            Self::InHand => "in-hand",
            Self::Returned => "returned",
            Self::PutBack => "put-back",
            Self::Adjusted => "adjusted",
            Self::Found => "found",
            Self::Moved => "moved",
            Self::Other => "other",
        }
    }
}
