//! `POST /api/v1/integration/stock`

use super::{Batch, Items, StockItem};
use crate::Access;

/// As many as a batch has.
pub type StockFigures = Items<StockItem>;

crate::endpoint! {
    /// `POST /api/v1/integration/stock`: says how many of each are on a store's floor.
    Post "/api/v1/integration/stock" PushStock (Access::Key)
    path {}
    body 8_000_000 {
        /// Up to 1,000.
        items: StockFigures,
    } => Batch,
    errors [NoKey, KeyReused, InProgress]
}
