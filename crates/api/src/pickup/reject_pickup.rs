//! `POST /api/v1/stores/{store}/pickups/{reservation}/reject`

use super::Pickup;
use crate::Access;
use domain::access::Action;
use domain::ids::ReservationId;

crate::endpoint! {
    /// `POST /api/v1/stores/{store}/pickups/{reservation}/reject`: the store cannot; with a reason that the shopper reads.
    Post "/api/v1/stores/{store}/pickups/{reservation}/reject" RejectPickup (Access::Person(Action::RejectPickup)) "versioned"
    path { store: String, reservation: ReservationId }
    body {
        /// Why: 1 to 200 characters.
        reason: String,
    } => Pickup,
    errors [NoSuchStore, NoSuchReservation, SignInNeeded, NotAllowed, WrongState, Stale, NoVersion, NoKey, KeyReused, NoReason, BadInput]
}
