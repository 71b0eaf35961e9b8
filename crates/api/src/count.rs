//! "It is not there": what shoppers could not find, and what staff found when they looked.

use domain::{Instant, Text};
use serde::{Deserialize, Serialize};

/// Somebody could not find a variant, and what came of that.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Check {
    /// When somebody said so last.
    pub asked_at: Instant,
    /// Who looked and what they found; `None` while it is being checked.
    pub witness: Option<Witness>,
}

/// Somebody of the staff who counted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Witness {
    /// "지수".
    pub name: Text,
    /// When they counted.
    pub at: Instant,
    /// Units that stood on the shelf, those that are kept for somebody among them.
    pub found: u32,
}
