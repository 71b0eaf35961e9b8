//! Typed ids: one type per noun, so a person's id never lands where a variant's belongs.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;
use uuid::Uuid;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident)*) => { $(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        #[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
        #[cfg_attr(feature = "schema", schema(value_type = String, format = "uuid"))]
        pub struct $name(Uuid);

        impl $name {
            /// Wraps a uuid that the caller made (v7 when it is new).
            pub const fn new(uuid: Uuid) -> Self {
                Self(uuid)
            }

            /// The uuid inside.
            pub const fn uuid(self) -> Uuid {
                self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl FromStr for $name {
            type Err = uuid::Error;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Uuid::parse_str(text).map(Self)
            }
        }
    )* };
}

ids! {
    /// An organisation: owns catalogue, reviews, people.
    OrgId
    /// One shop.
    StoreId
    /// What people recognise.
    ProductId
    /// What is stocked and sold; a code table leads to it.
    VariantId
    /// A set of products with a reason.
    CollectionId
    /// A review that a web customer wrote.
    ReviewId
    /// One shopper's claim on goods.
    ReservationId
    /// One row of the stock ledger.
    MovementId
    /// A member of staff, merchandiser, manager or admin.
    PersonId
    /// One level of a store.
    FloorId
    /// A named area of a floor.
    ZoneId
    /// A piece of furniture.
    FixtureId
    /// Goods on their way back to their slot.
    PutbackId
    /// A record of stock that was promised and is not there.
    ShortfallId
}
