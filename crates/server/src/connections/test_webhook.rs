//! `POST /api/v1/stores/{store}/webhooks/{webhook}/test`

use crate::app::App;
use crate::contract::Caller;
use crate::failure::Failure;
use crate::store::delivery::{self, Fresh};
use crate::{stores, webhook};
use api::Code;
use api::connections::Delivery;
use api::connections::test_webhook::TestWebhook;
use domain::ids::DeliveryId;
use uuid::Uuid;

pub(super) async fn test_webhook(app: App, _: Caller, ask: TestWebhook) -> Result<Delivery, Failure> {
    let (live, now) = (stores::find(&app, &ask.store)?, app.now());
    let org = live.snapshot().store.org;
    super::found(&app, org, ask.webhook).await?;
    let id = DeliveryId::new(Uuid::now_v7());
    let body = webhook::event::test(id, &live.slug, now);
    // No event of the store: its number is one that no event has, and another each time.
    let fresh = Fresh { id, webhook: ask.webhook, seq: -now.millis(), event: webhook::event::TEST.to_owned(), body };
    let mut tx = app.store().begin().await?;
    delivery::write(&mut tx, org, live.id, &[fresh], now).await?;
    let kept = delivery::find(&mut tx, org, id).await?;
    tx.commit().await?;
    kept.ok_or_else(|| Failure::new(Code::NoSuchDelivery, "the delivery is gone"))
}
