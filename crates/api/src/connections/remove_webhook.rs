//! `DELETE /api/v1/stores/{store}/webhooks/{webhook}`

use crate::Access;
use domain::access::Action;
use domain::ids::WebhookId;

crate::endpoint! {
    /// `DELETE /api/v1/stores/{store}/webhooks/{webhook}`: nothing is sent there any more.
    Delete "/api/v1/stores/{store}/webhooks/{webhook}" RemoveWebhook (Access::Person(Action::Administer))
    path { store: String, webhook: WebhookId } => (),
    errors [NoSuchWebhook]
}
