//! `POST /api/v1/stores/{store}/pickups/{reservation}/unpick`

use super::Pickup;
use crate::Access;
use domain::access::Action;
use domain::ids::{ReservationId, VariantId};

crate::endpoint! {
    /// `POST /api/v1/stores/{store}/pickups/{reservation}/unpick`: takes one out of the bin again.
    Post "/api/v1/stores/{store}/pickups/{reservation}/unpick" UnpickItem (Access::Person(Action::HandlePickup)) "versioned"
    path { store: String, reservation: ReservationId }
    body {
        /// What.
        variant: VariantId,
    } => Pickup,
    errors [NoSuchStore, NoSuchReservation, SignInNeeded, NotAllowed, WrongState, Stale, NoVersion, NoKey, KeyReused, NothingPicked]
}
