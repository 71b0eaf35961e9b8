//! `POST /api/v1/stores/{store}/webhooks/{webhook}/test`

use super::Delivery;
use crate::Access;
use domain::access::Action;
use domain::ids::WebhookId;

crate::endpoint! {
    /// `POST /api/v1/stores/{store}/webhooks/{webhook}/test`: sends a `webhook.test`, like any other event.
    Post "/api/v1/stores/{store}/webhooks/{webhook}/test" TestWebhook (Access::Person(Action::Administer))
    path { store: String, webhook: WebhookId } => Delivery,
    errors [NoSuchWebhook]
}
