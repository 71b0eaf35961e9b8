//! `POST /api/v1/stores/{store}/keys`

use super::NewKey;
use crate::Access;
use domain::access::Action;

crate::endpoint! {
    /// `POST /api/v1/stores/{store}/keys`: a key for another system, for all of the organisation.
    Post "/api/v1/stores/{store}/keys" AddKey (Access::Person(Action::Administer))
    path { store: String }
    body {
        /// Whose it is, 1 to 80 characters.
        name: String,
    } => NewKey,
    errors [NoKey, KeyReused]
}
