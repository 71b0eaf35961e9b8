//! `POST /api/v1/stores/{store}/pickups/{reservation}/extend`

use super::Pickup;
use crate::Access;
use domain::access::Action;
use domain::ids::ReservationId;

crate::endpoint! {
    /// `POST /api/v1/stores/{store}/pickups/{reservation}/extend`: it waits one business day longer.
    Post "/api/v1/stores/{store}/pickups/{reservation}/extend" ExtendPickup (Access::Person(Action::HandlePickup)) "versioned"
    path { store: String, reservation: ReservationId } => Pickup,
    errors [NoSuchStore, NoSuchReservation, SignInNeeded, NotAllowed, WrongState, Stale, NoVersion, NoKey, KeyReused, PastPickup]
}
