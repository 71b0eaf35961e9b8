//! `DELETE /api/v1/stores/{store}/webhooks/{webhook}`

use crate::app::App;
use crate::contract::Caller;
use crate::failure::Failure;
use crate::store::webhook;
use api::connections::remove_webhook::RemoveWebhook;

pub(super) async fn remove_webhook(app: App, _: Caller, ask: RemoveWebhook) -> Result<(), Failure> {
    let org = super::org(&app, &ask.store)?;
    super::found(&app, org, ask.webhook).await?;
    let mut tx = app.store().begin().await?;
    webhook::remove(&mut tx, org, ask.webhook, app.now()).await?;
    Ok(tx.commit().await?)
}
