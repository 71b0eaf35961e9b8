//! `GET /api/v1/stores/{store}/deliveries`

use super::{Deliveries, DeliveryState};
use crate::Access;
use domain::access::Action;

crate::endpoint! {
    /// `GET /api/v1/stores/{store}/deliveries`: what was sent, what waits, what was given up; the newest first.
    Get "/api/v1/stores/{store}/deliveries" ListDeliveries (Access::Person(Action::Administer))
    path { store: String }
    query { state: Option<DeliveryState>, limit: Option<u32> } => Deliveries
}
