//! `POST /api/v1/stores/{store}/curation/{curation}/order`

use super::Curation;
use crate::Access;
use domain::access::Action;
use domain::ids::{CollectionId, ProductId};

crate::endpoint! {
    /// `POST /api/v1/stores/{store}/curation/{curation}/order`: these first, in this order; the rest as the rule ranks it.
    Post "/api/v1/stores/{store}/curation/{curation}/order" OrderMembers (Access::Person(Action::EditCollections)) "versioned"
    path { store: String, curation: CollectionId }
    body {
        /// Members, 200 at most; none leaves the order to the rule.
        products: Vec<ProductId>,
    } => Curation,
    errors [NoSuchStore, NoSuchCollection, SignInNeeded, NotAllowed, Stale, NoVersion, NoKey, KeyReused, BadInput]
}
