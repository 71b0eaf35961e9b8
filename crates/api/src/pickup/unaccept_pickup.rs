//! `POST /api/v1/stores/{store}/pickups/{reservation}/unaccept`

use super::Pickup;
use crate::Access;
use domain::access::Action;
use domain::ids::ReservationId;

crate::endpoint! {
    /// `POST /api/v1/stores/{store}/pickups/{reservation}/unaccept`: gives it back to the queue; what was picked goes back.
    Post "/api/v1/stores/{store}/pickups/{reservation}/unaccept" UnacceptPickup (Access::Person(Action::HandlePickup)) "versioned"
    path { store: String, reservation: ReservationId } => Pickup,
    errors [NoSuchStore, NoSuchReservation, SignInNeeded, NotAllowed, WrongState, Stale, NoVersion, NoKey, KeyReused]
}
