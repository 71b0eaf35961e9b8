//! What web customers wrote, lines by people who touched it, and what the shop does about both.

pub mod add_line;
pub mod get_summary;
pub mod list_lines;
pub mod list_moderation;
pub mod list_reviews;
pub mod mark_helpful;
pub mod moderate;
mod moderation;
pub mod report_review;

pub use moderation::{Decision, Moderation, ReasonCount, Reported, Subjected, WaitingLine};

use crate::catalog::Picture;
use domain::curation::Ratings;
use domain::ids::{LineId, ReviewId};
use domain::reviews::{Fit, Mention, ReviewFacets};
use domain::{Instant, Language};
use serde::{Deserialize, Serialize};

/// What a web customer wrote.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Review {
    /// Its id.
    pub id: ReviewId,
    /// 1 to 5.
    pub stars: u8,
    /// Nickname; may be empty.
    pub author: String,
    /// What it is written in.
    #[cfg_attr(feature = "schema", schema(value_type = String))]
    pub language: Language,
    /// Its heading; may be empty.
    pub title: String,
    /// Empty for stars only.
    pub text: String,
    /// The size that was bought.
    pub size: Option<String>,
    /// How it fits, from −2 (much too small) to 2 (much too large).
    pub fit: Option<i8>,
    /// Its photos.
    pub photos: Vec<Picture>,
    /// The online shop knows that it was bought.
    pub verified: bool,
    /// When.
    pub written_at: Instant,
    /// How many found it helpful.
    pub helpful: u32,
}

/// A part of the reviews, with what each further choice would leave.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct ReviewPage {
    /// This part.
    pub items: Vec<Review>,
    /// How many there are in all parts.
    pub total: u32,
    /// The keyset cursor of the next part.
    pub next: Option<String>,
    /// Counts by kind.
    pub facets: ReviewFacets,
}

/// What all reviews say together. Hidden ones count nowhere.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct ReviewSummary {
    /// How often each number of stars was given.
    pub ratings: Ratings,
    /// What they mention most, by language.
    pub mentions: Vec<Mention>,
    /// How it fits; `None` below five answers.
    pub fit: Option<Fit>,
    /// What the online shop computed itself; never mixed with `ratings`.
    pub given: Option<GivenStars>,
}

/// Stars that came with the catalogue.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct GivenStars {
    /// In hundredths of a star: 456 is 4.56.
    pub hundredths: u32,
    /// From how many; `None` where the source does not say.
    pub count: Option<u32>,
}

/// How many found a review helpful now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct HelpfulCount {
    /// With the one who has just said so.
    pub helpful: u32,
}

/// The shown lines of a product, the newest first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Lines {
    /// The latest; older ones are not told.
    pub items: Vec<TouchLine>,
}

/// One line by somebody who touched it; no review.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct TouchLine {
    /// Its id.
    pub id: LineId,
    /// What it is written in.
    #[cfg_attr(feature = "schema", schema(value_type = String))]
    pub language: Language,
    /// At most 80 characters.
    pub text: String,
    /// When.
    pub at: Instant,
}
