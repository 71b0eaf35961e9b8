//! `GET /api/v1/stores/{store}/stock/{gtin}`

use super::StockCard;
use crate::Access;
use domain::Gtin;
use domain::access::Action;

crate::endpoint! {
    /// `GET /api/v1/stores/{store}/stock/{gtin}`: what the books say of a variant.
    Get "/api/v1/stores/{store}/stock/{gtin}" GetStock (Access::Person(Action::AdjustStock))
    path { store: String, gtin: Gtin } => StockCard,
    errors [NoSuchStore, NotInRange]
}
