//! Events become deliveries, each once for each webhook.

use super::event;
use crate::app::App;
use crate::store::delivery::{self, Behind, Fresh};
use crate::store::event::{Kept, after};
use crate::store::{Ask as _, StoreError, Tx, text, webhook};
use domain::ids::{DeliveryId, OrgId, VariantId};
use serde_json::{Value, json};
use uuid::Uuid;

/// Events of one transaction.
const BATCH: u32 = 500;

/// Writes down what has happened since; nothing where another worker does it.
pub(super) async fn plan(app: &App) -> Result<(), StoreError> {
    let mut reader = app.store().read().await?;
    let all = delivery::behind(&mut reader).await?;
    drop(reader);
    for behind in all {
        while batch(app, &behind).await? {}
    }
    Ok(())
}

/// The next events of a store; whether there may be more.
async fn batch(app: &App, behind: &Behind) -> Result<bool, StoreError> {
    let mut tx = app.store().begin().await?;
    let Some(mark) = delivery::lock_mark(&mut tx, behind.org, behind.store).await? else { return Ok(false) };
    let events = after(&mut tx, behind.store, mark, BATCH).await?;
    let Some(last) = events.last().map(|event| event.seq) else { return Ok(false) };
    let webhooks = webhook::all(&mut tx, behind.org).await?;
    let mut fresh = Vec::new();
    for event in &events {
        fresh.extend(deliveries(&mut tx, behind, event, &webhooks).await?);
    }
    delivery::write(&mut tx, behind.org, behind.store, &fresh, app.now()).await?;
    delivery::move_mark(&mut tx, behind.org, behind.store, last).await?;
    tx.commit().await?;
    Ok(true)
}

async fn deliveries(tx: &mut Tx, behind: &Behind, kept: &Kept, webhooks: &[webhook::Kept]) -> Result<Vec<Fresh>, StoreError> {
    let Some(mut told) = event::told(&kept.what) else { return Ok(Vec::new()) };
    let asking: Vec<_> = webhooks.iter().filter(|one| one.topics.contains(&told.topic) && one.created_at <= kept.at).collect();
    if let Some(variant) = told.variant.filter(|_| !asking.is_empty()) {
        name(tx, behind.org, variant, &mut told.data).await?;
    }
    let fresh = |webhook: &webhook::Kept| {
        let id = DeliveryId::new(Uuid::now_v7());
        let body = event::body(id, &told.event, &behind.slug, kept.seq, kept.at, &told.data);
        Fresh { id, webhook: webhook.id, seq: kept.seq, event: told.event.clone(), body }
    };
    Ok(asking.into_iter().map(fresh).collect())
}

/// What the other system calls the variant: its SKU and barcode.
async fn name(tx: &mut Tx, org: OrgId, variant: VariantId, data: &mut Value) -> Result<(), StoreError> {
    let sql = "SELECT kind, code FROM code WHERE org_id = $1 AND variant_id = $2 AND kind <> 'in-store' AND retired_at IS NULL ORDER BY kind, code";
    for row in tx.fetch(sql, &[text(org), text(variant)]).await? {
        data[row.text(0)?] = json!(row.text(1)?);
    }
    Ok(())
}
