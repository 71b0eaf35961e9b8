//! `POST /api/v1/stores/{store}/pickups/search`

use super::Pickup;
use crate::Access;
use domain::access::Action;

crate::endpoint! {
    /// `POST /api/v1/stores/{store}/pickups/search`: open orders of somebody without a phone: by the day's number, by the whole name, or by
    /// a word of what they reserved. A POST, so that no name lands in a log. It opens nothing: the code, or a manager, does.
    Post "/api/v1/stores/{store}/pickups/search" SearchPickups (Access::Person(Action::HandlePickup))
    path { store: String }
    body {
        /// 1 to 60 characters.
        text: String,
    } => Vec<Pickup>,
    errors [NoSuchStore, SignInNeeded, NotAllowed, BadInput]
}
