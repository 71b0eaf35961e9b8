//! `GET /api/v1/stores/{store}/products`

use super::{Card, Page};
use crate::Access;

crate::endpoint! {
    /// `GET /api/v1/stores/{store}/products`: search in name, brand, variant, category and text; all products for an empty `q`.
    Get "/api/v1/stores/{store}/products" SearchProducts (Access::Open)
    path { store: String } query { q: String, cursor: Option<String>, limit: Option<u32> } => Page<Card>, errors [NoSuchStore, BadInput]
}
