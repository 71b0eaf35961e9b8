//! `POST /api/v1/stores/{store}/pickups/{reservation}/accept`

use super::Pickup;
use crate::Access;
use domain::access::Action;
use domain::ids::ReservationId;

crate::endpoint! {
    /// `POST /api/v1/stores/{store}/pickups/{reservation}/accept`: I fetch this one.
    Post "/api/v1/stores/{store}/pickups/{reservation}/accept" AcceptPickup (Access::Person(Action::HandlePickup)) "versioned"
    path { store: String, reservation: ReservationId } => Pickup,
    errors [NoSuchStore, NoSuchReservation, SignInNeeded, NotAllowed, WrongState, Stale, NoVersion, NoKey, KeyReused]
}
