//! Other systems: the keys that they come with, and the webhooks that they are told by.

mod add_key;
mod add_webhook;
pub mod known;
mod list_deliveries;
mod list_keys;
mod list_webhooks;
mod remove_webhook;
mod replay_dead;
mod replay_delivery;
mod revoke_key;
mod test_webhook;

use crate::app::App;
use crate::contract::EndpointExt as _;
use crate::failure::Failure;
use crate::store::{StoreError, delivery, webhook};
use crate::stores;
use api::Code;
use api::connections::Webhook;
use axum::Router;
use domain::ids::{OrgId, WebhookId};

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .endpoint(list_keys::list_keys)
        .endpoint(add_key::add_key)
        .endpoint(revoke_key::revoke_key)
        .endpoint(list_webhooks::list_webhooks)
        .endpoint(add_webhook::add_webhook)
        .endpoint(remove_webhook::remove_webhook)
        .endpoint(test_webhook::test_webhook)
        .endpoint(list_deliveries::list_deliveries)
        .endpoint(replay_delivery::replay_delivery)
        .endpoint(replay_dead::replay_dead)
}

/// The organisation of a store: keys and webhooks are all of its stores'.
fn org(app: &App, store: &str) -> Result<OrgId, Failure> {
    Ok(stores::find(app, store)?.snapshot().store.org)
}

/// The webhook with an id, unless it is removed.
async fn found(app: &App, org: OrgId, id: WebhookId) -> Result<webhook::Kept, Failure> {
    let kept = webhook::find(&mut app.store().read().await?, org, id).await?;
    kept.ok_or_else(|| Failure::new(Code::NoSuchWebhook, "there is no such webhook"))
}

/// Webhooks with how they fare.
async fn described(app: &App, org: OrgId, kept: Vec<webhook::Kept>) -> Result<Vec<Webhook>, StoreError> {
    let mut reader = app.store().read().await?;
    let tallies = delivery::tally(&mut reader, org).await?;
    let mut webhooks = Vec::new();
    for webhook::Kept { id, url, topics, created_at } in kept {
        let delivery::Tally { waiting, dead } = tallies.get(&id).copied().unwrap_or_default();
        let last = delivery::latest(&mut reader, org, id).await?;
        webhooks.push(Webhook { id, url, topics, created_at, last, waiting, dead });
    }
    Ok(webhooks)
}
