//! What a moderator sees.

use domain::ids::{LineId, ModerationId};
use domain::reviews::{Act, ReportReason, Subject};
use domain::{Gtin, Instant, Language, Text};
use serde::{Deserialize, Serialize};

/// What waits for a moderator of the organisation, and what was decided last.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Moderation {
    /// Reviews and lines that somebody reported or that look personal, the most reported first.
    pub reported: Vec<Reported>,
    /// Lines that nobody has seen yet, the oldest first.
    pub lines: Vec<WaitingLine>,
    /// The latest decisions, the newest first.
    pub history: Vec<Decision>,
}

/// The words in question and where they stand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Subjected {
    /// Review or line.
    pub subject: Subject,
    /// Its id.
    pub id: String,
    /// Of which product: one of its codes; `None` where the store does not have it.
    pub gtin: Option<Gtin>,
    /// The product's name.
    pub product: Text,
    /// 1 to 5; `None` for a line.
    pub stars: Option<u8>,
    /// Who wrote it; empty for a line.
    pub author: String,
    /// What it is written in.
    #[cfg_attr(feature = "schema", schema(value_type = String))]
    pub language: Language,
    /// Heading and text.
    pub text: String,
    /// Nobody sees it.
    pub hidden: bool,
}

/// Something reported.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Reported {
    /// What.
    pub what: Subjected,
    /// Open reports by reason.
    pub reports: Vec<ReasonCount>,
    /// When the first of them came.
    pub since: Instant,
}

/// How many gave a reason.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct ReasonCount {
    /// Which.
    pub reason: ReportReason,
    /// How many; 0 is the program's own hint.
    pub count: u32,
}

/// A line that waits.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct WaitingLine {
    /// What.
    pub what: Subjected,
    /// Its id.
    pub id: LineId,
    /// When it was written.
    pub at: Instant,
}

/// What was decided.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Decision {
    /// Its id.
    pub id: ModerationId,
    /// About what, as it is now.
    pub what: Subjected,
    /// What was done.
    pub act: Act,
    /// Why, where it was hidden.
    pub reason: Option<ReportReason>,
    /// By whom.
    pub by: Text,
    /// When.
    pub at: Instant,
}
