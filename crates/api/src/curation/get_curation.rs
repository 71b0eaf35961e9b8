//! `GET /api/v1/stores/{store}/curation/{curation}`

use super::Curation;
use crate::Access;
use domain::access::Action;
use domain::ids::CollectionId;

crate::endpoint! {
    /// `GET /api/v1/stores/{store}/curation/{curation}`: a collection with its rule, explained members, choices and tasks.
    Get "/api/v1/stores/{store}/curation/{curation}" GetCuration (Access::Person(Action::EditCollections))
    path { store: String, curation: CollectionId } => Curation, errors [NoSuchStore, NoSuchCollection, SignInNeeded, NotAllowed]
}
