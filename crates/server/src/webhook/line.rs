//! A line of somebody who touched it goes back to the online shop when a moderator shows it.

use super::event;
use crate::store::delivery::{self, Fresh};
use crate::store::line::Kept;
use crate::store::{Ask as _, StoreError, Tx, text, webhook};
use crate::work::Work;
use api::connections::Topic;
use domain::ids::{DeliveryId, OrgId, ProductId};
use serde_json::{Value, json};
use uuid::Uuid;

/// The event's name.
pub const SHOWN: &str = "line.shown";

/// Writes it down for every webhook that asks, in the transaction that shows the line. It is no event of the store: its number is below
/// 0, and `decision` makes it another for each time that the line is shown.
///
/// # Errors
/// When the database refuses.
pub async fn shown(work: &mut Work<'_>, org: OrgId, line: &Kept, decision: Uuid) -> Result<(), StoreError> {
    let asking: Vec<_> = webhook::all(&mut work.tx, org).await?.into_iter().filter(|one| one.topics.contains(&Topic::Line)).collect();
    if asking.is_empty() {
        return Ok(());
    }
    let mut data = json!({ "line": line.id, "language": line.language, "text": line.body, "writtenAt": line.at });
    name(&mut work.tx, org, line.product, &mut data).await?;
    let (slug, now, live) = (work.live.slug.clone(), work.now, work.live.id);
    let fresh = |one: &webhook::Kept| {
        let id = DeliveryId::new(Uuid::now_v7());
        Fresh { id, webhook: one.id, seq: number(decision), event: SHOWN.to_owned(), body: event::body(id, SHOWN, &slug, 0, now, &data) }
    };
    let fresh: Vec<Fresh> = asking.iter().map(fresh).collect();
    delivery::write(&mut work.tx, org, live, &fresh, now).await
}

/// What the online shop calls the product: its own name for it, and the codes of its first variant.
async fn name(tx: &mut Tx, org: OrgId, product: ProductId, data: &mut Value) -> Result<(), StoreError> {
    let sql = "SELECT product_key FROM product WHERE org_id = $1 AND product_id = $2";
    if let Some(row) = tx.fetch_one(sql, &[text(org), text(product)]).await? {
        data["product"] = json!(row.text_or_null(0)?);
    }
    let sql = "SELECT c.kind, c.code FROM code c WHERE c.org_id = $1 AND c.kind <> 'in-store' AND c.retired_at IS NULL \
               AND c.variant_id = (SELECT v.variant_id FROM variant v WHERE v.org_id = $1 AND v.product_id = $2 \
               ORDER BY v.position, v.variant_id LIMIT 1) ORDER BY c.kind, c.code";
    for row in tx.fetch(sql, &[text(org), text(product)]).await? {
        data[row.text(0)?] = json!(row.text(1)?);
    }
    Ok(())
}

/// Half of an id as a number below 0.
fn number(decision: Uuid) -> i64 {
    let (_, low) = decision.as_u64_pair();
    -i64::try_from(low >> 1).unwrap_or(i64::MAX) - 1
}
