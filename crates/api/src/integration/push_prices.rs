//! `POST /api/v1/integration/prices`

use super::{Batch, Items, VariantPrice};
use crate::Access;

/// As many as a batch has.
pub type Prices = Items<VariantPrice>;

crate::endpoint! {
    /// `POST /api/v1/integration/prices`: sets prices of what is known.
    Post "/api/v1/integration/prices" PushPrices (Access::Key)
    path {}
    body 8_000_000 {
        /// Up to 1,000.
        items: Prices,
    } => Batch,
    errors [NoKey, KeyReused, InProgress]
}
