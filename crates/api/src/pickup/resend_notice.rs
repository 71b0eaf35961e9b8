//! `POST /api/v1/stores/{store}/pickups/{reservation}/notice`

use super::Pickup;
use crate::Access;
use domain::access::Action;
use domain::ids::ReservationId;

crate::endpoint! {
    /// `POST /api/v1/stores/{store}/pickups/{reservation}/notice`: sends the notice of its state again; three times in 15 minutes.
    Post "/api/v1/stores/{store}/pickups/{reservation}/notice" ResendNotice (Access::Person(Action::HandlePickup)) "versioned"
    path { store: String, reservation: ReservationId } => Pickup,
    errors [NoSuchStore, NoSuchReservation, SignInNeeded, NotAllowed, WrongState, Stale, NoVersion, NoKey, KeyReused, TooOften]
}
