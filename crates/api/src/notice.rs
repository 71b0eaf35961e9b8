//! What became of the notice to a shopper. The address itself is never told.

use domain::{ContactKind, Instant};
use serde::{Deserialize, Serialize};

/// Where the notice of a reservation's state is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct NoticeState {
    /// Where it is.
    pub standing: NoticeStanding,
    /// Since when.
    pub since: Instant,
    /// Where it goes.
    pub by: ContactKind,
}

/// How a notice fares.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub enum NoticeStanding {
    /// About to be sent.
    Waiting,
    /// It could not be sent yet, and is tried again.
    Delayed,
    /// Its channel took it.
    Sent,
    /// It does not arrive: somebody has to tell the shopper.
    Failed,
    /// Staff told the shopper.
    Told,
    /// Something that a newer server knows.
    #[serde(other)]
    Other,
}
