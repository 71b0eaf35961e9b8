//! `GET /api/v1/stores/{store}/pickups`

use super::Queue;
use crate::Access;
use domain::access::Action;

crate::endpoint! {
    /// `GET /api/v1/stores/{store}/pickups`: the desk's queue.
    Get "/api/v1/stores/{store}/pickups" ListPickups (Access::Person(Action::SeePickups))
    path { store: String } => Queue, errors [NoSuchStore, SignInNeeded, NotAllowed]
}
