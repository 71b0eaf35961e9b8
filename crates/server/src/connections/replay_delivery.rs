//! `POST /api/v1/stores/{store}/deliveries/{delivery}/replay`

use crate::app::App;
use crate::contract::Caller;
use crate::failure::Failure;
use crate::store::delivery;
use api::Code;
use api::connections::Delivery;
use api::connections::replay_delivery::ReplayDelivery;

pub(super) async fn replay_delivery(app: App, _: Caller, ask: ReplayDelivery) -> Result<Delivery, Failure> {
    let org = super::org(&app, &ask.store)?;
    let mut tx = app.store().begin().await?;
    let is_replayed = delivery::replay(&mut tx, org, ask.delivery, app.now()).await?;
    let kept = delivery::find(&mut tx, org, ask.delivery).await?;
    tx.commit().await?;
    kept.filter(|_| is_replayed).ok_or_else(|| Failure::new(Code::NoSuchDelivery, "there is no such delivery that was given up"))
}
