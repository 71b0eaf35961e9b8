//! `GET /api/v1/stores/{store}/products/{gtin}/reviews`

use super::ReviewPage;
use crate::Access;
use domain::reviews::Order;
use domain::{Gtin, Language};

crate::endpoint! {
    /// `GET /api/v1/stores/{store}/products/{gtin}/reviews`: what web customers wrote, as far as it meets every filter; `q` finds words.
    Get "/api/v1/stores/{store}/products/{gtin}/reviews" ListReviews (Access::Open)
    path { store: String, gtin: Gtin }
    query {
        stars: Option<u8>, photo: Option<bool>, verified: Option<bool>, language: Option<Language>, size: Option<String>,
        mention: Option<String>, q: Option<String>, order: Option<Order>, cursor: Option<String>, limit: Option<u32>,
    } => ReviewPage,
    errors [NoSuchStore, NotInRange, BadInput]
}
