//! What web customers wrote, taken together: what they mention most, how it fits, which of them a visitor asks for, and what a
//! moderator should look at.
//!
//! Absent: sentiment of sentences (the stars say it), inflected Korean verbs and adjectives as mentions, translation.

mod digest;
mod filter;
mod fit;
mod mention;
mod moderation;
mod personal;
mod word;

pub use digest::{Digest, Entry, Picked, Place};
pub use filter::{Filter, LanguageCount, Order, ReviewFacets, SizeCount};
pub use fit::Fit;
pub use mention::Mention;
pub use moderation::{Act, ReportReason, Subject};
pub use personal::looks_personal;

/// The most characters of a line by somebody who touched it.
pub const LONGEST_LINE: usize = 80;
