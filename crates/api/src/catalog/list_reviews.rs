//! `GET /api/v1/stores/{store}/products/{gtin}/reviews`

use super::{Page, Review};
use crate::Access;
use domain::Gtin;

crate::endpoint! {
    /// `GET /api/v1/stores/{store}/products/{gtin}/reviews`: what web customers wrote, newest first, of one number of `stars` or all.
    Get "/api/v1/stores/{store}/products/{gtin}/reviews" ListReviews (Access::Open)
    path { store: String, gtin: Gtin } query { stars: Option<u8>, cursor: Option<String>, limit: Option<u32> } => Page<Review>,
    errors [NoSuchStore, NotInRange, BadInput]
}
