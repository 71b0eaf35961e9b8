//! What became of a batch.

use domain::ids::BatchId;
use domain::import::Reason;
use serde::{Deserialize, Serialize};

/// What became of a batch.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Batch {
    /// Its id; it is listed among the imports, and can be taken back like one.
    pub batch: BatchId,
    /// What became of each item, in the order they came.
    pub items: Vec<ItemResult>,
}

/// What became of an item.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct ItemResult {
    /// Its place in the batch, from 0.
    pub index: u32,
    /// What became of it.
    pub outcome: Outcome,
    /// What is wrong with it; it may have been taken all the same.
    pub flags: Vec<ItemFlag>,
}

/// What became of an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "schema", schema(as = ItemOutcome))]
pub enum Outcome {
    /// It was new.
    Made,
    /// It is another now.
    Changed,
    /// It was so already.
    Same,
    /// Nothing of it was taken.
    Refused,
    /// It waits for a product that is not here yet.
    Aside,
    /// One that a newer server knows.
    #[serde(other)]
    Other,
}

/// What is wrong with a field.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct ItemFlag {
    /// Which: `variants[1].gtin`; empty when it is the item as a whole.
    pub column: String,
    /// What stands there, cut to what a person reads.
    pub value: String,
    /// What is wrong, with a stable `code`.
    #[cfg_attr(feature = "schema", schema(value_type = FlagReason))]
    pub reason: Reason,
}

/// How a reason looks on the wire: its code, and for some what was expected.
#[cfg(feature = "schema")]
#[derive(utoipa::ToSchema)]
#[allow(dead_code)]
struct FlagReason {
    /// `unknown-product`, `not-a-price`, …
    #[schema(example = "unknown-product")]
    code: String,
}
