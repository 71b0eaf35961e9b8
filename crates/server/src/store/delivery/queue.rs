//! What is to be sent next, and what came of it.

use super::super::bulk::{Bulk, Cells};
use super::super::{Ask, StoreError, Tx, int, int_or_null, text, text_or_null};
use crate::bulk;
use domain::ids::{DeliveryId, OrgId, WebhookId};
use domain::{Instant, Span};
use serde_json::json;

/// One that this worker sends now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claimed {
    /// Whose.
    pub org: OrgId,
    /// Its id.
    pub id: DeliveryId,
    /// To which.
    pub webhook: WebhookId,
    /// Where to.
    pub url: String,
    /// The event's name.
    pub event: String,
    /// What is sent.
    pub body: String,
    /// The how-manieth try this is.
    pub tries: u32,
}

/// What came of a try.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ended {
    /// `waiting`, `sent` or `dead`.
    pub state: &'static str,
    /// When it is tried next.
    pub next_at: Option<Instant>,
    /// What was answered.
    pub status: Option<u16>,
    /// Why there was no answer.
    pub problem: Option<String>,
}

/// Whether anything is to be sent by now.
///
/// # Errors
/// When the database is away.
pub async fn due(ask: &mut (impl Ask + Send), now: Instant) -> Result<bool, StoreError> {
    let sql = "SELECT seq FROM delivery WHERE state = 'waiting' AND next_at <= $1 LIMIT 1";
    Ok(ask.fetch_one(sql, &[now.into()]).await?.is_some())
}

/// Takes what is due, for as long as `lease`: a worker that dies meanwhile leaves it to the others. The transaction is short, because
/// nothing is sent within it.
///
/// # Errors
/// When the database refuses.
pub async fn claim(tx: &mut Tx, now: Instant, lease: Span, limit: u32) -> Result<Vec<Claimed>, StoreError> {
    const PLAIN: &str = "SELECT d.org_id, d.delivery_id, d.webhook_id, w.url, d.event, d.body, d.tries \
                         FROM delivery d JOIN webhook w ON w.org_id = d.org_id AND w.webhook_id = d.webhook_id \
                         WHERE d.state = 'waiting' AND d.next_at <= $1 ORDER BY d.next_at, d.created_at, d.seq LIMIT $2";
    const LOCKED: &str = "SELECT d.org_id, d.delivery_id, d.webhook_id, w.url, d.event, d.body, d.tries \
                          FROM delivery d JOIN webhook w ON w.org_id = d.org_id AND w.webhook_id = d.webhook_id \
                          WHERE d.state = 'waiting' AND d.next_at <= $1 ORDER BY d.next_at, d.created_at, d.seq LIMIT $2 \
                          FOR UPDATE OF d SKIP LOCKED";
    const TAKE: Bulk =
        bulk!("UPDATE delivery SET tries = tries + 1, next_at = $2 FROM", "WHERE org_id = r.value->>0 AND delivery_id = r.value->>1");
    let sql = if tx.locks_rows() { LOCKED } else { PLAIN };
    let mut claimed = Vec::new();
    for row in tx.fetch(sql, &[now.into(), int(limit)]).await? {
        claimed.push(Claimed {
            org: row.parse(0)?,
            id: row.parse(1)?,
            webhook: row.parse(2)?,
            url: row.text(3)?.to_owned(),
            event: row.text(4)?.to_owned(),
            body: row.text(5)?.to_owned(),
            tries: row.number::<u32>(6)? + 1,
        });
    }
    let rows: Vec<Cells> = claimed.iter().map(|one| vec![json!(one.org), json!(one.id)]).collect();
    tx.execute_bulk(TAKE, &rows, &[(now + lease).into()]).await?;
    Ok(claimed)
}

/// Writes down what came of a try.
///
/// # Errors
/// When the database refuses.
pub async fn end(tx: &mut Tx, org: OrgId, id: DeliveryId, ended: &Ended) -> Result<(), StoreError> {
    let sql = "UPDATE delivery SET state = $3, next_at = $4, last_status = $5, last_problem = $6 \
               WHERE org_id = $1 AND delivery_id = $2 AND state = 'waiting'";
    let values =
        [text(org), text(id), text(ended.state), ended.next_at.into(), int_or_null(ended.status), text_or_null(ended.problem.as_deref())];
    tx.execute(sql, &values).await?;
    Ok(())
}

/// Tries one again that was given up, from the beginning; whether it was.
///
/// # Errors
/// When the database refuses.
pub async fn replay(tx: &mut Tx, org: OrgId, id: DeliveryId, now: Instant) -> Result<bool, StoreError> {
    let sql = "UPDATE delivery SET state = 'waiting', tries = 0, next_at = $3 WHERE org_id = $1 AND delivery_id = $2 AND state = 'dead' \
               AND webhook_id IN (SELECT webhook_id FROM webhook WHERE org_id = $1 AND removed_at IS NULL)";
    Ok(tx.execute(sql, &[text(org), text(id), now.into()]).await? > 0)
}

/// The same for all of a webhook; how many.
///
/// # Errors
/// When the database refuses.
pub async fn replay_all(tx: &mut Tx, org: OrgId, webhook: WebhookId, now: Instant) -> Result<u64, StoreError> {
    let sql = "UPDATE delivery SET state = 'waiting', tries = 0, next_at = $3 WHERE org_id = $1 AND webhook_id = $2 AND state = 'dead'";
    tx.execute(sql, &[text(org), text(webhook), now.into()]).await
}

/// Forgets what was sent before `sent`, and what was given up before `dead`.
///
/// # Errors
/// When the database refuses.
pub async fn forget(tx: &mut Tx, sent: Instant, dead: Instant) -> Result<(), StoreError> {
    let sql = "DELETE FROM delivery WHERE (state = 'sent' AND created_at < $1) OR (state = 'dead' AND created_at < $2)";
    tx.execute(sql, &[sent.into(), dead.into()]).await?;
    Ok(())
}
