//! `GET /api/v1/stores/{store}/shortfalls`

use super::Shortfall;
use crate::Access;
use domain::access::Action;

crate::endpoint! {
    /// `GET /api/v1/stores/{store}/shortfalls`: what is promised and not there, the oldest first. One ends by itself when the units are
    /// found or the orders want fewer.
    Get "/api/v1/stores/{store}/shortfalls" ListShortfalls (Access::Person(Action::AdjustStock))
    path { store: String } => Vec<Shortfall>,
    errors [NoSuchStore]
}
