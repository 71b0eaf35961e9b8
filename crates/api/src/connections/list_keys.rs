//! `GET /api/v1/stores/{store}/keys`

use super::Keys;
use crate::Access;
use domain::access::Action;

crate::endpoint! {
    /// `GET /api/v1/stores/{store}/keys`: the keys of other systems, without their secrets.
    Get "/api/v1/stores/{store}/keys" ListKeys (Access::Person(Action::Administer))
    path { store: String } => Keys
}
