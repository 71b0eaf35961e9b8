//! `GET /api/v1/stores/{store}/walk`

use super::Walk;
use crate::Access;
use domain::access::Action;

/// One answer holds no more slots.
pub const MOST: usize = 200;

crate::endpoint! {
    /// `GET /api/v1/stores/{store}/walk`: the order in which somebody at the counter walks past slots. `slots` holds their codes with commas
    /// between, 200 at most; what is no slot of this store's floor is left out.
    Get "/api/v1/stores/{store}/walk" GetWalk (Access::Person(Action::SeePickups))
    path { store: String }
    query { slots: String } => Walk, errors [NoSuchStore, SignInNeeded, NotAllowed]
}
