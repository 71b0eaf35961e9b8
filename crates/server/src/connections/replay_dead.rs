//! `POST /api/v1/stores/{store}/webhooks/{webhook}/replay`

use crate::app::App;
use crate::contract::Caller;
use crate::failure::Failure;
use crate::store::delivery;
use api::connections::Replayed;
use api::connections::replay_dead::ReplayDead;

pub(super) async fn replay_dead(app: App, _: Caller, ask: ReplayDead) -> Result<Replayed, Failure> {
    let org = super::org(&app, &ask.store)?;
    super::found(&app, org, ask.webhook).await?;
    let mut tx = app.store().begin().await?;
    let count = delivery::replay_all(&mut tx, org, ask.webhook, app.now()).await?;
    tx.commit().await?;
    Ok(Replayed { count: u32::try_from(count).unwrap_or(u32::MAX) })
}
