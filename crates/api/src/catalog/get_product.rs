//! `GET /api/v1/stores/{store}/products/{gtin}`

use super::Product;
use crate::Access;
use domain::Gtin;

crate::endpoint! {
    /// `GET /api/v1/stores/{store}/products/{gtin}`: the product with this code among its variants, as this store has it.
    Get "/api/v1/stores/{store}/products/{gtin}" GetProduct (Access::Open)
    path { store: String, gtin: Gtin } => Product, errors [NoSuchStore, NotInRange]
}
