//! Who is signed in.

pub mod get_session;
pub mod sign_in;
pub mod sign_out;

use crate::store::StoreCard;
use domain::access::Role;
use domain::ids::PersonId;
use domain::{Instant, Text};
use serde::{Deserialize, Serialize};

/// A signed-in person.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Session {
    /// Who.
    pub person: PersonId,
    /// "지수".
    pub name: Text,
    /// What they are.
    pub role: Role,
    /// Where they are that, never empty.
    pub stores: Vec<StoreCard>,
    /// Until when, without any act.
    pub expires_at: Instant,
}
