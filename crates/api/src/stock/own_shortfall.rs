//! `POST /api/v1/stores/{store}/shortfalls/{shortfall}/owner`

use super::Shortfall;
use crate::Access;
use domain::access::Action;
use domain::ids::ShortfallId;

crate::endpoint! {
    /// `POST /api/v1/stores/{store}/shortfalls/{shortfall}/owner`: whoever asks sees to it, or no longer.
    Post "/api/v1/stores/{store}/shortfalls/{shortfall}/owner" OwnShortfall (Access::Person(Action::AdjustStock))
    path { store: String, shortfall: ShortfallId }
    body {
        /// Whether they see to it.
        mine: bool,
    } => Shortfall,
    errors [NoSuchStore, NoSuchTask, NoKey, KeyReused]
}
