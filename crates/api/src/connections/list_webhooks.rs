//! `GET /api/v1/stores/{store}/webhooks`

use super::Webhooks;
use crate::Access;
use domain::access::Action;

crate::endpoint! {
    /// `GET /api/v1/stores/{store}/webhooks`: the webhooks, and how their latest deliveries went.
    Get "/api/v1/stores/{store}/webhooks" ListWebhooks (Access::Person(Action::Administer))
    path { store: String } => Webhooks
}
