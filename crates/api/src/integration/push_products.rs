//! `POST /api/v1/integration/products`

use super::{Batch, Items, ProductItem};
use crate::Access;

/// As many as a batch has.
pub type Products = Items<ProductItem>;

crate::endpoint! {
    /// `POST /api/v1/integration/products`: makes and changes products with their variants, texts, prices and pictures.
    Post "/api/v1/integration/products" PushProducts (Access::Key)
    path {}
    body 8_000_000 {
        /// Up to 1,000.
        items: Products,
    } => Batch,
    errors [NoKey, KeyReused, InProgress]
}
