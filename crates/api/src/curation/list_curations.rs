//! `GET /api/v1/stores/{store}/curation`

use super::Curations;
use crate::Access;
use domain::access::Action;

crate::endpoint! {
    /// `GET /api/v1/stores/{store}/curation`: all collections, with how many members wait for a decision.
    Get "/api/v1/stores/{store}/curation" ListCurations (Access::Person(Action::EditCollections))
    path { store: String } => Curations, errors [NoSuchStore, SignInNeeded, NotAllowed]
}
