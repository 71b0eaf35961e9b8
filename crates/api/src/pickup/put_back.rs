//! `POST /api/v1/stores/{store}/putbacks/{putback}/done`

use super::Putback;
use crate::Access;
use domain::access::Action;
use domain::crockford::SlotCode;
use domain::ids::PutbackId;

crate::endpoint! {
    /// `POST /api/v1/stores/{store}/putbacks/{putback}/done`: the goods are back in their slot.
    Post "/api/v1/stores/{store}/putbacks/{putback}/done" PutBack (Access::Person(Action::PutBack))
    path { store: String, putback: PutbackId }
    body {
        /// The slot whose label was scanned; nothing when its place is not on the map.
        slot: Option<SlotCode>,
    } => Putback,
    errors [NoSuchStore, NoSuchPutback, NoSuchSlot, SignInNeeded, NotAllowed, WrongState, NoKey, KeyReused]
}
