//! Events on their way to webhooks, and up to which event of a store they are written down.

mod list;
mod queue;

pub use list::{Tally, all, find, latest, tally};
pub use queue::{Claimed, Ended, claim, due, end, forget, replay, replay_all};

use super::bulk::{Bulk, Cells};
use super::{Ask, StoreError, Tx, int, text};
use crate::bulk;
use domain::Instant;
use domain::ids::{DeliveryId, OrgId, StoreId, WebhookId};
use serde_json::json;

/// A store whose events are not all written down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Behind {
    /// Whose.
    pub org: OrgId,
    /// The store.
    pub store: StoreId,
    /// In links.
    pub slug: String,
}

/// One to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fresh {
    /// Its id.
    pub id: DeliveryId,
    /// To which.
    pub webhook: WebhookId,
    /// The event's number; below 0 for what is no event of a store.
    pub seq: i64,
    /// The event's name.
    pub event: String,
    /// What is sent.
    pub body: String,
}

/// Stores of organisations with webhooks in which something has happened since.
///
/// # Errors
/// When the database is away.
pub async fn behind(ask: &mut (impl Ask + Send)) -> Result<Vec<Behind>, StoreError> {
    let sql = "SELECT s.org_id, s.store_id, s.slug FROM store s JOIN event_counter c ON c.store_id = s.store_id \
               LEFT JOIN delivery_mark m ON m.org_id = s.org_id AND m.store_id = s.store_id \
               WHERE c.seq > COALESCE(m.seq, 0) AND EXISTS (SELECT 1 FROM webhook w WHERE w.org_id = s.org_id AND w.removed_at IS NULL) \
               ORDER BY s.store_id";
    let rows = ask.fetch(sql, &[]).await?;
    rows.iter().map(|row| Ok(Behind { org: row.parse(0)?, store: row.parse(1)?, slug: row.text(2)?.to_owned() })).collect()
}

/// Takes a store's mark until the end of the transaction; `None` while another worker has it.
///
/// # Errors
/// When the database refuses.
pub async fn lock_mark(tx: &mut Tx, org: OrgId, store: StoreId) -> Result<Option<i64>, StoreError> {
    const PLAIN: &str = "SELECT seq FROM delivery_mark WHERE org_id = $1 AND store_id = $2";
    const LOCKED: &str = "SELECT seq FROM delivery_mark WHERE org_id = $1 AND store_id = $2 FOR UPDATE SKIP LOCKED";
    let keys = [text(org), text(store)];
    tx.execute("INSERT INTO delivery_mark (org_id, store_id, seq) VALUES ($1, $2, 0) ON CONFLICT (org_id, store_id) DO NOTHING", &keys)
        .await?;
    let sql = if tx.locks_rows() { LOCKED } else { PLAIN };
    tx.fetch_one(sql, &keys).await?.map(|row| row.int(0)).transpose()
}

/// Moves a mark on, in the transaction that wrote the deliveries down.
///
/// # Errors
/// When the database refuses.
pub async fn move_mark(tx: &mut Tx, org: OrgId, store: StoreId, seq: i64) -> Result<(), StoreError> {
    let sql = "UPDATE delivery_mark SET seq = $3 WHERE org_id = $1 AND store_id = $2";
    tx.execute(sql, &[text(org), text(store), int(seq)]).await?;
    Ok(())
}

/// Writes deliveries, due at once.
///
/// # Errors
/// When the database refuses.
pub async fn write(tx: &mut Tx, org: OrgId, store: StoreId, fresh: &[Fresh], now: Instant) -> Result<(), StoreError> {
    const SQL: Bulk = bulk!(
        "INSERT INTO delivery (org_id, store_id, state, tries, next_at, created_at, delivery_id, webhook_id, seq, event, body) \
         SELECT $2, $3, 'waiting', 0, $4, $4, r.value->>0, r.value->>1, CAST(r.value->>2 AS BIGINT), r.value->>3, r.value->>4 FROM",
        ""
    );
    let cells = |one: &Fresh| vec![json!(one.id), json!(one.webhook), json!(one.seq), json!(one.event), json!(one.body)];
    let rows: Vec<Cells> = fresh.iter().map(cells).collect();
    tx.execute_bulk(SQL, &rows, &[text(org), text(store), now.into()]).await?;
    Ok(())
}
