//! `POST /api/v1/stores/{store}/webhooks`

use super::{NewWebhook, Topic};
use crate::Access;
use domain::access::Action;

crate::endpoint! {
    /// `POST /api/v1/stores/{store}/webhooks`: tells another system what happens in the organisation's stores from now on.
    Post "/api/v1/stores/{store}/webhooks" AddWebhook (Access::Person(Action::Administer))
    path { store: String }
    body {
        /// Where to: an address on the public internet, over TLS.
        url: String,
        /// What of, at least one.
        topics: Vec<Topic>,
    } => NewWebhook,
    errors [NotAnAddress, NoKey, KeyReused]
}
