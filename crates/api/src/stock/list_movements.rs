//! `GET /api/v1/stores/{store}/stock/{gtin}/movements`

use super::MovementPage;
use crate::Access;
use domain::Gtin;
use domain::access::Action;

crate::endpoint! {
    /// `GET /api/v1/stores/{store}/stock/{gtin}/movements`: what became of a variant's units, the latest first.
    Get "/api/v1/stores/{store}/stock/{gtin}/movements" ListMovements (Access::Person(Action::AdjustStock))
    path { store: String, gtin: Gtin }
    query { cursor: Option<String>, limit: Option<u32> } => MovementPage,
    errors [NoSuchStore, NotInRange, BadInput]
}
