//! `POST /api/v1/stores/{store}/moderation`

use super::Moderation;
use crate::Access;
use domain::access::Action;
use domain::reviews::{Act, ReportReason, Subject};

crate::endpoint! {
    /// `POST /api/v1/stores/{store}/moderation`: keeps, hides or shows a review or a line; its open reports are settled.
    Post "/api/v1/stores/{store}/moderation" Moderate (Access::Person(Action::Moderate))
    path { store: String }
    body {
        /// Review or line.
        subject: Subject,
        /// Its id.
        id: String,
        /// What to do.
        act: Act,
        /// Why; needed to hide.
        reason: Option<ReportReason>,
    } => Moderation,
    errors [NoSuchStore, NoSuchReview, NoReason, SignInNeeded, NotAllowed, NoKey, KeyReused, BadInput]
}
