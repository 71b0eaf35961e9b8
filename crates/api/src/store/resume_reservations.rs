//! `DELETE /api/v1/stores/{store}/pause`

use crate::Access;
use domain::access::Action;

crate::endpoint! {
    /// `DELETE /api/v1/stores/{store}/pause`: reservations are taken again, now.
    Delete "/api/v1/stores/{store}/pause" ResumeReservations (Access::Person(Action::PauseReservations))
    path { store: String } => (),
    errors [NoSuchStore, NoKey, KeyReused]
}
