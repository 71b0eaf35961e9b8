//! `POST /api/v1/stores/{store}/pickups/{reservation}/scan`

use super::Pickup;
use crate::Access;
use domain::Gtin;
use domain::access::Action;
use domain::ids::ReservationId;

crate::endpoint! {
    /// `POST /api/v1/stores/{store}/pickups/{reservation}/scan`: an item was scanned into the bin.
    Post "/api/v1/stores/{store}/pickups/{reservation}/scan" ScanItem (Access::Person(Action::HandlePickup)) "versioned"
    path { store: String, reservation: ReservationId }
    body {
        /// What the code said.
        gtin: Gtin,
    } => Pickup,
    errors [NoSuchStore, NoSuchReservation, SignInNeeded, NotAllowed, WrongState, Stale, NoVersion, NoKey, KeyReused, NotInRange, NotOnOrder, AlreadyPicked]
}
