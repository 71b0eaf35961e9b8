//! `POST /api/v1/stores/{store}/pickups/{reservation}/short`

use super::Pickup;
use crate::Access;
use domain::access::Action;
use domain::ids::{ReservationId, VariantId};

crate::endpoint! {
    /// `POST /api/v1/stores/{store}/pickups/{reservation}/short`: units cannot be found; the shopper is asked.
    Post "/api/v1/stores/{store}/pickups/{reservation}/short" ShortItem (Access::Person(Action::HandlePickup)) "versioned"
    path { store: String, reservation: ReservationId }
    body {
        /// What.
        variant: VariantId,
        /// How many.
        quantity: u32,
        /// What else there is.
        substitutes: Vec<VariantId>,
    } => Pickup,
    errors [NoSuchStore, NoSuchReservation, SignInNeeded, NotAllowed, WrongState, Stale, NoVersion, NoKey, KeyReused, TooMany, NotOnOrder, BadInput]
}
