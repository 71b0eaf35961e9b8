//! `GET /api/v1/stores/{store}/calls`

use super::Call;
use crate::Access;
use domain::access::Action;

crate::endpoint! {
    /// `GET /api/v1/stores/{store}/calls`: the open calls, the one that waits longest first.
    Get "/api/v1/stores/{store}/calls" ListCalls (Access::Person(Action::AnswerCalls))
    path { store: String } => Vec<Call>,
    errors [NoSuchStore]
}
