//! `POST /api/v1/stores/{store}/pickups/find`

use super::Pickup;
use crate::Access;
use domain::access::Action;

crate::endpoint! {
    /// `POST /api/v1/stores/{store}/pickups/find`: the order that a shown code opens. A POST, so that no code lands in a log.
    Post "/api/v1/stores/{store}/pickups/find" FindPickup (Access::Person(Action::HandlePickup))
    path { store: String }
    body {
        /// Eight characters, as typed or scanned.
        code: String,
    } => Pickup,
    errors [NoSuchStore, SignInNeeded, NotAllowed, WrongCode, TooOften]
}
