//! `POST /api/v1/integration/sales`

use super::{Batch, Items, SaleItem};
use crate::Access;

/// As many as a batch has.
pub type Sales = Items<SaleItem>;

crate::endpoint! {
    /// `POST /api/v1/integration/sales`: brings sales, basket by basket.
    Post "/api/v1/integration/sales" PushSales (Access::Key)
    path {}
    body 8_000_000 {
        /// Up to 1,000.
        items: Sales,
    } => Batch,
    errors [NoKey, KeyReused, InProgress]
}
