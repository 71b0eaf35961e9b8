//! A command's key: the same key gets the first answer. Only a reference to what came of it is kept, never a body.

use super::{Ask, StoreError, Tx, int, text};
use domain::{Instant, Span};

/// What is known of a key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Seen {
    /// It is new, and now taken by this transaction.
    New,
    /// The same command came before; this came of it.
    Before(String),
    /// The key belongs to another command.
    Other,
}

/// How long a key is remembered.
pub const KEPT: Span = Span::hours(7 * 24);

/// Takes a key, first thing in the transaction. Another transaction with the same key waits here until this one ends.
///
/// # Errors
/// When the database refuses.
pub async fn take(tx: &mut Tx, scope: &str, key: &str, request_hash: &str, now: Instant) -> Result<Seen, StoreError> {
    let sql = "INSERT INTO idempotency (scope, key, request_hash, outcome, created_at) VALUES ($1, $2, $3, '', $4) \
               ON CONFLICT (scope, key) DO NOTHING";
    if tx.execute(sql, &[text(scope), text(key), text(request_hash), now.into()]).await? == 1 {
        return Ok(Seen::New);
    }
    let sql = "SELECT request_hash, outcome FROM idempotency WHERE scope = $1 AND key = $2";
    let row = tx.fetch_one(sql, &[text(scope), text(key)]).await?.ok_or(StoreError::Conflict)?;
    Ok(if row.text(0)? == request_hash { Seen::Before(row.text(1)?.to_owned()) } else { Seen::Other })
}

/// Writes what came of it, last thing in the transaction.
///
/// # Errors
/// When the database refuses.
pub async fn settle(tx: &mut Tx, scope: &str, key: &str, outcome: &str) -> Result<(), StoreError> {
    let sql = "UPDATE idempotency SET outcome = $3 WHERE scope = $1 AND key = $2";
    tx.execute(sql, &[text(scope), text(key), text(outcome)]).await?;
    Ok(())
}

/// Forgets old keys.
///
/// # Errors
/// When the database refuses.
pub async fn forget(tx: &mut Tx, now: Instant) -> Result<(), StoreError> {
    let oldest = now - KEPT;
    tx.execute("DELETE FROM idempotency WHERE created_at < $1", &[int(oldest.millis())]).await?;
    Ok(())
}
