//! `GET /api/v1/stores/{store}/webhooks`

use crate::app::App;
use crate::contract::Caller;
use crate::failure::Failure;
use crate::store::webhook;
use api::connections::Webhooks;
use api::connections::list_webhooks::ListWebhooks;

pub(super) async fn list_webhooks(app: App, _: Caller, ask: ListWebhooks) -> Result<Webhooks, Failure> {
    let org = super::org(&app, &ask.store)?;
    let kept = webhook::all(&mut app.store().read().await?, org).await?;
    Ok(Webhooks { webhooks: super::described(&app, org, kept).await? })
}
