//! `POST /api/v1/stores/{store}/pickups/{reservation}/in-hand`

use super::Claims;
use crate::Access;
use domain::access::Action;
use domain::ids::{ReservationId, VariantId};

crate::endpoint! {
    /// `POST /api/v1/stores/{store}/pickups/{reservation}/in-hand`: in hand beats on hold: somebody at the counter buys units that this
    /// reservation keeps and nobody has picked. They are sold now, and whoever they were kept for is asked at once. Only where the store
    /// does so.
    Post "/api/v1/stores/{store}/pickups/{reservation}/in-hand" TakeInHand (Access::Person(Action::HandlePickup)) "versioned"
    path { store: String, reservation: ReservationId }
    body {
        /// What.
        variant: VariantId,
        /// How many.
        quantity: u32,
    } => Claims,
    errors [NoSuchStore, NoSuchReservation, SignInNeeded, NotAllowed, WrongState, Stale, NoVersion, NoKey, KeyReused, TooMany, NotOnOrder, HoldExpired, BadInput]
}
