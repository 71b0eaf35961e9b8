//! `POST /api/v1/stores/{store}/curation/preview`

use super::Preview;
use crate::Access;
use domain::access::Action;
use domain::curation::Rule;
use domain::ids::CollectionId;

crate::endpoint! {
    /// `POST /api/v1/stores/{store}/curation/preview`: what a rule would bring here now. Changes nothing.
    Post "/api/v1/stores/{store}/curation/preview" PreviewRule (Access::Person(Action::EditCollections))
    path { store: String }
    body {
        /// The rule.
        rule: Rule,
        /// Whose pins, exclusions and order stand above it.
        curation: Option<CollectionId>,
    } => Preview,
    errors [NoSuchStore, SignInNeeded, NotAllowed, BadInput]
}
