//! `POST /api/v1/stores/{store}/reviews/{review}/report`

use crate::Access;
use domain::ids::ReviewId;
use domain::reviews::ReportReason;

crate::endpoint! {
    /// `POST /api/v1/stores/{store}/reviews/{review}/report`: this should not stand here; a moderator looks at it.
    Post "/api/v1/stores/{store}/reviews/{review}/report" ReportReview (Access::Open)
    path { store: String, review: ReviewId }
    body {
        /// Why.
        reason: ReportReason,
    } => (),
    errors [NoSuchStore, NoSuchReview, NoKey, KeyReused, BadInput]
}
