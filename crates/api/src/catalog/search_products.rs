//! `GET /api/v1/stores/{store}/products`

use super::found::{Found, Sort};
use crate::Access;

crate::endpoint! {
    /// `GET /api/v1/stores/{store}/products`: search in name, brand, variant, category, tags and text; all products for an empty `q`.
    ///
    /// `category`, `brand`, `colour`, `size` and `zone` take keys of their facets, several with commas between; of one facet any will
    /// do, and every facet must be met. Prices are in minor units, `stars` is at least so many, `here` is in stock in this store.
    /// `done` says that somebody has read what the words found: only such searches are counted, and nobody is remembered with them.
    Get "/api/v1/stores/{store}/products" SearchProducts (Access::Open)
    path { store: String }
    query {
        q: String,
        category: Option<String>,
        brand: Option<String>,
        colour: Option<String>,
        size: Option<String>,
        zone: Option<String>,
        price_from: Option<i64>,
        price_to: Option<i64>,
        stars: Option<u8>,
        here: Option<bool>,
        sort: Option<Sort>,
        done: Option<bool>,
        cursor: Option<String>,
        limit: Option<u32>,
    }
    => Found, errors [NoSuchStore, BadInput]
}

impl SearchProducts {
    /// The best few for words, whatever their facets; not counted.
    pub fn few(store: impl Into<String>, q: impl Into<String>, limit: u32) -> Self {
        Self {
            store: store.into(),
            q: q.into(),
            category: None,
            brand: None,
            colour: None,
            size: None,
            zone: None,
            price_from: None,
            price_to: None,
            stars: None,
            here: None,
            sort: None,
            done: None,
            cursor: None,
            limit: Some(limit),
        }
    }
}
