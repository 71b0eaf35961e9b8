//! `GET /api/v1/stores/{store}/products/{gtin}/reviews/summary`

use super::ReviewSummary;
use crate::Access;
use domain::Gtin;

crate::endpoint! {
    /// `GET /api/v1/stores/{store}/products/{gtin}/reviews/summary`: stars, mentions, fit and the online shop's own average.
    Get "/api/v1/stores/{store}/products/{gtin}/reviews/summary" GetReviewSummary (Access::Open)
    path { store: String, gtin: Gtin } => ReviewSummary,
    errors [NoSuchStore, NotInRange, BadInput]
}
