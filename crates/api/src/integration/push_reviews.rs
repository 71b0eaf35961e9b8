//! `POST /api/v1/integration/reviews`

use super::{Batch, Items, ReviewItem};
use crate::Access;

/// As many as a batch has.
pub type Reviews = Items<ReviewItem>;

crate::endpoint! {
    /// `POST /api/v1/integration/reviews`: brings reviews.
    Post "/api/v1/integration/reviews" PushReviews (Access::Key)
    path {}
    body 8_000_000 {
        /// Up to 1,000.
        items: Reviews,
    } => Batch,
    errors [NoKey, KeyReused, InProgress]
}
