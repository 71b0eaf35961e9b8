//! `POST /api/v1/reservation/cancel`

use super::Ticket;
use crate::Access;

crate::endpoint! {
    /// `POST /api/v1/reservation/cancel`: calls it off.
    Post "/api/v1/reservation/cancel" CancelReservation (Access::Token) "versioned"
    path {} => Ticket, errors [NoSuchReservation, WrongState, Stale, NoVersion, NoKey, KeyReused]
}
