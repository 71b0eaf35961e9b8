//! `POST /api/v1/stores/{store}/curation`

use super::Curation;
use crate::Access;
use domain::Text;
use domain::access::Action;
use domain::curation::Rule;
use domain::ids::PersonId;

crate::endpoint! {
    /// `POST /api/v1/stores/{store}/curation`: a new collection, last in the order.
    Post "/api/v1/stores/{store}/curation" CreateCuration (Access::Person(Action::EditCollections))
    path { store: String }
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
    errors [NoSuchStore, SignInNeeded, NotAllowed, NoKey, KeyReused, BadInput]
}
