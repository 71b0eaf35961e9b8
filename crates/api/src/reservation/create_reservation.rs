//! `POST /api/v1/stores/{store}/reservations`

use super::{Held, Wish};
use crate::Access;

crate::endpoint! {
    /// `POST /api/v1/stores/{store}/reservations`: holds what is asked for some minutes, all or nothing unless `acceptPartial`.
    Post "/api/v1/stores/{store}/reservations" CreateReservation (Access::Open)
    path { store: String }
    body {
        /// One to fifty wishes.
        lines: Vec<Wish>,
        /// Take what there is.
        accept_partial: bool,
    } => Held,
    errors [NoSuchStore, NotInRange, NotEnough, BadInput, Paused, NoKey, KeyReused]
}
