//! `POST /api/v1/reservation/decide`

use super::Ticket;
use crate::Access;
use domain::ids::VariantId;

crate::endpoint! {
    /// `POST /api/v1/reservation/decide`: takes a substitute for what was not found, or drops it.
    Post "/api/v1/reservation/decide" DecideSubstitute (Access::Token) "versioned"
    path {}
    body {
        /// What was not found.
        variant: VariantId,
        /// What to take instead; nothing drops it.
        substitute: Option<VariantId>,
    } => Ticket,
    errors [NoSuchReservation, WrongState, SubstituteGone, Stale, NoVersion, NoKey, KeyReused]
}
