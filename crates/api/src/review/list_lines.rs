//! `GET /api/v1/stores/{store}/products/{gtin}/lines`

use super::Lines;
use crate::Access;
use domain::Gtin;

crate::endpoint! {
    /// `GET /api/v1/stores/{store}/products/{gtin}/lines`: what people who touched it left; no reviews.
    Get "/api/v1/stores/{store}/products/{gtin}/lines" ListLines (Access::Open)
    path { store: String, gtin: Gtin } => Lines,
    errors [NoSuchStore, NotInRange, BadInput]
}
