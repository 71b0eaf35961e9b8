//! `DELETE /api/v1/stores/{store}/keys/{key}`

use super::ApiKey;
use crate::Access;
use domain::access::Action;
use domain::ids::KeyId;

crate::endpoint! {
    /// `DELETE /api/v1/stores/{store}/keys/{key}`: the key is worth nothing from now on.
    Delete "/api/v1/stores/{store}/keys/{key}" RevokeKey (Access::Person(Action::Administer))
    path { store: String, key: KeyId } => ApiKey,
    errors [NoSuchApiKey]
}
