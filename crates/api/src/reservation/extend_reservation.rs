//! `POST /api/v1/reservation/extend`

use super::Ticket;
use crate::Access;

crate::endpoint! {
    /// `POST /api/v1/reservation/extend`: what is ready waits one business day longer, once.
    Post "/api/v1/reservation/extend" ExtendReservation (Access::Token) "versioned"
    path {} => Ticket,
    errors [NoSuchReservation, WrongState, AlreadyExtended, PastPickup, Stale, NoVersion, NoKey, KeyReused]
}
