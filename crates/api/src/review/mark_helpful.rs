//! `POST /api/v1/stores/{store}/reviews/{review}/helpful`

use super::HelpfulCount;
use crate::Access;
use domain::ids::ReviewId;

crate::endpoint! {
    /// `POST /api/v1/stores/{store}/reviews/{review}/helpful`: this helped me. The client remembers that it said so.
    Post "/api/v1/stores/{store}/reviews/{review}/helpful" MarkHelpful (Access::Open)
    path { store: String, review: ReviewId } => HelpfulCount,
    errors [NoSuchStore, NoSuchReview, NoKey, KeyReused, BadInput]
}
