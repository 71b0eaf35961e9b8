//! `POST /api/v1/stores/{store}/curation/{curation}`

use super::Curation;
use crate::Access;
use domain::Text;
use domain::access::Action;
use domain::curation::Rule;
use domain::ids::{CollectionId, PersonId};

crate::endpoint! {
    /// `POST /api/v1/stores/{store}/curation/{curation}`: other words, another curator, another rule. A new rule settles what waited.
    Post "/api/v1/stores/{store}/curation/{curation}" ChangeCuration (Access::Person(Action::EditCollections)) "versioned"
    path { store: String, curation: CollectionId }
    body {
        /// Its title, in at least one language.
        title: Text,
        /// A sentence.
        lead: Text,
        /// The sentence that the curator stands for.
        sentence: Text,
        /// Who stands for it.
        curator: PersonId,
        /// Its rule; none is a list made by hand.
        rule: Option<Rule>,
    } => Curation,
    errors [NoSuchStore, NoSuchCollection, SignInNeeded, NotAllowed, Stale, NoVersion, NoKey, KeyReused, BadInput]
}
