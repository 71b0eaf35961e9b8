//! `GET /api/v1/stores/{store}/sought`

use super::found::Sought;
use crate::Access;
use domain::access::Action;

crate::endpoint! {
    /// `GET /api/v1/stores/{store}/sought`: what shoppers searched for in the last 14 days and did not find, the most often first.
    Get "/api/v1/stores/{store}/sought" ListSought (Access::Person(Action::SeeInsights))
    path { store: String } => Vec<Sought>, errors [NoSuchStore, SignInNeeded, NotAllowed]
}
