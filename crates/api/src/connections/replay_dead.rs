//! `POST /api/v1/stores/{store}/webhooks/{webhook}/replay`

use super::Replayed;
use crate::Access;
use domain::access::Action;
use domain::ids::WebhookId;

crate::endpoint! {
    /// `POST /api/v1/stores/{store}/webhooks/{webhook}/replay`: tries everything again that was given up.
    Post "/api/v1/stores/{store}/webhooks/{webhook}/replay" ReplayDead (Access::Person(Action::Administer))
    path { store: String, webhook: WebhookId } => Replayed,
    errors [NoSuchWebhook]
}
