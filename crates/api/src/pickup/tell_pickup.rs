//! `POST /api/v1/stores/{store}/pickups/{reservation}/told`

use super::Pickup;
use crate::Access;
use domain::access::Action;
use domain::ids::ReservationId;

crate::endpoint! {
    /// `POST /api/v1/stores/{store}/pickups/{reservation}/told`: staff told the shopper that it is ready; the wait begins.
    Post "/api/v1/stores/{store}/pickups/{reservation}/told" TellPickup (Access::Person(Action::HandlePickup)) "versioned"
    path { store: String, reservation: ReservationId } => Pickup,
    errors [NoSuchStore, NoSuchReservation, SignInNeeded, NotAllowed, WrongState, PastPickup, Stale, NoVersion, NoKey, KeyReused]
}
