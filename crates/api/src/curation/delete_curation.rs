//! `DELETE /api/v1/stores/{store}/curation/{curation}`

use crate::Access;
use domain::access::Action;
use domain::ids::CollectionId;

crate::endpoint! {
    /// `DELETE /api/v1/stores/{store}/curation/{curation}`: the collection goes, with its choices and tasks; products stay.
    Delete "/api/v1/stores/{store}/curation/{curation}" DeleteCuration (Access::Person(Action::EditCollections)) "versioned"
    path { store: String, curation: CollectionId } => (),
    errors [NoSuchStore, NoSuchCollection, SignInNeeded, NotAllowed, Stale, NoVersion, NoKey, KeyReused]
}
