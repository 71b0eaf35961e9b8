//! `POST /api/v1/stores/{store}/pickups/{reservation}/ready`

use super::Pickup;
use crate::Access;
use domain::access::Action;
use domain::ids::ReservationId;

crate::endpoint! {
    /// `POST /api/v1/stores/{store}/pickups/{reservation}/ready`: everything is in the bin.
    Post "/api/v1/stores/{store}/pickups/{reservation}/ready" ReadyPickup (Access::Person(Action::HandlePickup)) "versioned"
    path { store: String, reservation: ReservationId }
    body {
        /// The bin or hook: 1 to 12 characters.
        bin: String,
    } => Pickup,
    errors [NoSuchStore, NoSuchReservation, SignInNeeded, NotAllowed, WrongState, Stale, NoVersion, NoKey, KeyReused, NotAllPicked, NoBin, BadInput]
}
