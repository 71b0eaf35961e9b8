//! `POST /api/v1/stores/{store}/pickups/{reservation}/collect`

use super::Pickup;
use crate::Access;
use crate::reservation::Wish;
use domain::access::Action;
use domain::ids::ReservationId;

crate::endpoint! {
    /// `POST /api/v1/stores/{store}/pickups/{reservation}/collect`: hands it over against its code, or by override with a reason.
    Post "/api/v1/stores/{store}/pickups/{reservation}/collect" CollectPickup (Access::Person(Action::HandlePickup)) "versioned"
    path { store: String, reservation: ReservationId }
    body {
        /// What the shopper shows.
        code: Option<String>,
        /// Without a code: why; managers only.
        reason: Option<String>,
        /// What the shopper does not want after all.
        refused: Vec<Wish>,
    } => Pickup,
    errors [NoSuchStore, NoSuchReservation, SignInNeeded, NotAllowed, WrongState, Stale, NoVersion, NoKey, KeyReused, WrongCode, NoReason, TooMany, TooOften]
}
