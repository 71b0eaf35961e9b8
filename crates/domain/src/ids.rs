//! Typed ids: one type per noun, so a person's id never lands where a variant's belongs.

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};
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
        pub struct $name(#[serde(deserialize_with = "read", serialize_with = "write")] Uuid);

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

        impl From<$name> for Uuid {
            fn from(id: $name) -> Self {
                id.0
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
                Uuid::try_parse(text).map(Self)
            }
        }
    )* };
}

/// As uuid's own, without finding out what exactly is wrong: in the browser that is more code than the reading.
fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Uuid, D::Error> {
    Uuid::try_parse(&String::deserialize(deserializer)?).map_err(|_| D::Error::custom("not a uuid"))
}

/// By the same way as everywhere else, not a second one.
fn write<S: Serializer>(uuid: &Uuid, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(uuid)
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
    /// A member of a collection that fell below its rule.
    CurationTaskId
    /// One line of somebody who touched it.
    LineId
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
    /// What was decided about a review or a line.
    ModerationId
    /// Goods on their way back to their slot.
    PutbackId
    /// Something to be counted, because a shopper could not find it.
    CountId
    /// Somebody who wants a person to come.
    CallId
    /// A record of stock that was promised and is not there.
    ShortfallId
    /// An import, and the file that it is of while it waits.
    ImportId
    /// A key of another system.
    KeyId
    /// An address of another system that is told what happens.
    WebhookId
    /// One event on its way to one webhook.
    DeliveryId
    /// Something that a shopper is told.
    NoticeId
    /// A batch of another system; the import that it is listed as.
    BatchId
}
