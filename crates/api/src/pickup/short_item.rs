//! `POST /api/v1/stores/{store}/pickups/{reservation}/short`

use super::Pickup;
use crate::Access;
use domain::access::Action;
use domain::ids::{ReservationId, VariantId};
use domain::reservation::Because;

crate::endpoint! {
    /// `POST /api/v1/stores/{store}/pickups/{reservation}/short`: units cannot be fetched; the shopper is asked.
    Post "/api/v1/stores/{store}/pickups/{reservation}/short" ShortItem (Access::Person(Action::HandlePickup)) "versioned"
    path { store: String, reservation: ReservationId }
    body {
        /// What.
        variant: VariantId,
        /// How many.
        quantity: u32,
        /// Why; not found unless it is said.
        because: Option<Because>,
        /// What else there is.
        substitutes: Vec<VariantId>,
    } => Pickup,
    errors [NoSuchStore, NoSuchReservation, SignInNeeded, NotAllowed, WrongState, Stale, NoVersion, NoKey, KeyReused, TooMany, NotOnOrder, BadInput]
}
