//! `POST /api/v1/reservation/activity`

use super::Ticket;
use crate::Access;

crate::endpoint! {
    /// `POST /api/v1/reservation/activity`: the shopper is still there; the hold lasts longer, up to its cap.
    Post "/api/v1/reservation/activity" KeepHold (Access::Token)
    path {} => Ticket, errors [NoSuchReservation, HoldExpired, CapReached, WrongState, NoKey, KeyReused]
}
