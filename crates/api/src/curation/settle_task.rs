//! `POST /api/v1/stores/{store}/curation/{curation}/tasks/{task}`

use super::Curation;
use crate::Access;
use domain::Text;
use domain::access::Action;
use domain::ids::{CollectionId, CurationTaskId};

crate::endpoint! {
    /// `POST /api/v1/stores/{store}/curation/{curation}/tasks/{task}`: a member below the rule goes, or is kept as a pin.
    Post "/api/v1/stores/{store}/curation/{curation}/tasks/{task}" SettleTask (Access::Person(Action::EditCollections))
    path { store: String, curation: CollectionId, task: CurationTaskId }
    body {
        /// As a pin; otherwise it goes.
        keep: bool,
        /// Why it is kept; shoppers read it.
        reason: Text,
    } => Curation,
    errors [NoSuchStore, NoSuchCollection, NoSuchTask, SignInNeeded, NotAllowed, NoKey, KeyReused, NoReason, BadInput]
}
