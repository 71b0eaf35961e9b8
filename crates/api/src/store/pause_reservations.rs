//! `POST /api/v1/stores/{store}/pause`

use super::Pause;
use crate::Access;
use domain::access::Action;
use domain::pause::PauseReason;

crate::endpoint! {
    /// `POST /api/v1/stores/{store}/pause`: no new reservations until then. Orders that are placed go on. A pause that is on is replaced.
    Post "/api/v1/stores/{store}/pause" PauseReservations (Access::Person(Action::PauseReservations))
    path { store: String }
    body {
        /// Why.
        reason: PauseReason,
        /// What shoppers are told besides, at most 120 characters.
        words: String,
        /// It resumes tomorrow, not today.
        tomorrow: bool,
        /// At which minute of that day, in the store's time zone.
        minute: u16,
    } => Pause,
    errors [NoSuchStore, BadInput, NoKey, KeyReused]
}
