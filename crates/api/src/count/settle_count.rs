//! `POST /api/v1/stores/{store}/counts/{count}/done`

use super::CountTask;
use crate::Access;
use domain::access::Action;
use domain::ids::CountId;

crate::endpoint! {
    /// `POST /api/v1/stores/{store}/counts/{count}/done`: somebody looked, and so many stand on the shelf.
    Post "/api/v1/stores/{store}/counts/{count}/done" SettleCount (Access::Person(Action::AdjustStock))
    path { store: String, count: CountId }
    body {
        /// Units on the shelf, those that are kept for somebody among them.
        found: u32,
        /// The figure that was shown while they were counted. Where units came or went meanwhile, the count says nothing.
        expected: u32,
    } => CountTask,
    errors [NoSuchStore, NoSuchTask, SignInNeeded, NotAllowed, Stale, TooMany, NoKey, KeyReused]
}
