//! `GET /api/v1/stores/{store}/moderation`

use super::Moderation;
use crate::Access;
use domain::access::Action;

crate::endpoint! {
    /// `GET /api/v1/stores/{store}/moderation`: what waits for a moderator. Reviews are the organisation's: every store sees the same.
    Get "/api/v1/stores/{store}/moderation" ListModeration (Access::Person(Action::Moderate))
    path { store: String } => Moderation,
    errors [NoSuchStore, SignInNeeded, NotAllowed]
}
