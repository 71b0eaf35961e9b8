//! Webhooks: where to, and what of.

use super::{Ask, Row, StoreError, Tx, text};
use api::connections::Topic;
use domain::Instant;
use domain::ids::{OrgId, WebhookId};

/// A webhook as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// Its id.
    pub id: WebhookId,
    /// Where to.
    pub url: String,
    /// What of.
    pub topics: Vec<Topic>,
    /// Since when; what happened before is not told.
    pub created_at: Instant,
}

/// Writes a new one. What happened before it is not told: where nobody was told so far, the organisation's stores begin at their
/// latest event.
///
/// # Errors
/// When the database refuses.
pub async fn add(tx: &mut Tx, org: OrgId, webhook: &Kept, secret_hash: &str) -> Result<(), StoreError> {
    if all(tx, org).await?.is_empty() {
        let sql = "INSERT INTO delivery_mark (org_id, store_id, seq) \
                   SELECT s.org_id, s.store_id, COALESCE(c.seq, 0) FROM store s LEFT JOIN event_counter c ON c.store_id = s.store_id \
                   WHERE s.org_id = $1 ON CONFLICT (org_id, store_id) DO UPDATE SET seq = excluded.seq";
        tx.execute(sql, &[text(org)]).await?;
    }
    let topics = webhook.topics.iter().map(|topic| topic.name()).collect::<Vec<_>>().join(",");
    let sql = "INSERT INTO webhook (org_id, webhook_id, url, events, secret, created_at) VALUES ($1, $2, $3, $4, $5, $6)";
    let values = [text(org), text(webhook.id), text(&webhook.url), text(topics), text(secret_hash), webhook.created_at.into()];
    tx.execute(sql, &values).await?;
    Ok(())
}

/// Those of an organisation that are not removed, the newest first.
///
/// # Errors
/// When the database is away.
pub async fn all(ask: &mut (impl Ask + Send), org: OrgId) -> Result<Vec<Kept>, StoreError> {
    let sql = "SELECT webhook_id, url, events, created_at FROM webhook WHERE org_id = $1 AND removed_at IS NULL \
               ORDER BY created_at DESC, webhook_id DESC";
    ask.fetch(sql, &[text(org)]).await?.iter().map(decode).collect()
}

/// One that is not removed.
///
/// # Errors
/// When the database is away.
pub async fn find(ask: &mut (impl Ask + Send), org: OrgId, id: WebhookId) -> Result<Option<Kept>, StoreError> {
    let sql = "SELECT webhook_id, url, events, created_at FROM webhook WHERE org_id = $1 AND webhook_id = $2 AND removed_at IS NULL";
    ask.fetch_one(sql, &[text(org), text(id)]).await?.map(|row| decode(&row)).transpose()
}

/// Nothing is sent there any more; what waits for it is given up.
///
/// # Errors
/// When the database refuses.
pub async fn remove(tx: &mut Tx, org: OrgId, id: WebhookId, now: Instant) -> Result<(), StoreError> {
    let sql = "UPDATE webhook SET removed_at = $3 WHERE org_id = $1 AND webhook_id = $2 AND removed_at IS NULL";
    tx.execute(sql, &[text(org), text(id), now.into()]).await?;
    let sql = "UPDATE delivery SET state = 'dead', next_at = NULL, last_problem = 'the webhook was removed' \
               WHERE org_id = $1 AND webhook_id = $2 AND state = 'waiting'";
    tx.execute(sql, &[text(org), text(id)]).await?;
    Ok(())
}

fn decode(row: &Row) -> Result<Kept, StoreError> {
    let topic = |name: &str| Topic::ALL.into_iter().find(|topic| topic.name() == name);
    Ok(Kept {
        id: row.parse(0)?,
        url: row.text(1)?.to_owned(),
        topics: row.text(2)?.split(',').filter_map(topic).collect(),
        created_at: row.instant(3)?,
    })
}
