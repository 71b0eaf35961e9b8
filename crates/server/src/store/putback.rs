//! Goods on their way back to their slot.

use super::{Ask, Row, StoreError, Tx, int, text};
use domain::Instant;
use domain::ids::{PersonId, PutbackId, ReservationId, StoreId, VariantId};

/// A task.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Task {
    /// Its id.
    pub id: PutbackId,
    /// What.
    pub variant: VariantId,
    /// How many.
    pub quantity: u32,
    /// Whose they were.
    pub reservation: ReservationId,
    /// Since when.
    pub since: Instant,
    /// When it was done.
    pub done_at: Option<Instant>,
}

const COLUMNS: &str = "SELECT putback_id, variant_id, quantity, reservation_id, created_at, done_at FROM putback \
                       WHERE store_id = $1 AND putback_id = $2";
const COLUMNS_LOCKED: &str = "SELECT putback_id, variant_id, quantity, reservation_id, created_at, done_at FROM putback \
                              WHERE store_id = $1 AND putback_id = $2 FOR UPDATE";

/// Makes a task.
///
/// # Errors
/// When the database refuses.
pub async fn insert(tx: &mut Tx, store: StoreId, task: &Task) -> Result<(), StoreError> {
    let sql =
        "INSERT INTO putback (store_id, putback_id, variant_id, quantity, reservation_id, created_at) VALUES ($1, $2, $3, $4, $5, $6)";
    let values = [text(store), text(task.id), text(task.variant), int(task.quantity), text(task.reservation), task.since.into()];
    tx.execute(sql, &values).await?;
    Ok(())
}

/// Reads a task and keeps others from finishing it at the same time.
///
/// # Errors
/// When the database is away.
pub async fn lock(tx: &mut Tx, store: StoreId, id: PutbackId) -> Result<Option<Task>, StoreError> {
    let sql = if tx.locks_rows() { COLUMNS_LOCKED } else { COLUMNS };
    tx.fetch_one(sql, &[text(store), text(id)]).await?.map(|row| decode(&row)).transpose()
}

/// Reads a task.
///
/// # Errors
/// When the database is away.
pub async fn get(ask: &mut (impl Ask + Send), store: StoreId, id: PutbackId) -> Result<Option<Task>, StoreError> {
    ask.fetch_one(COLUMNS, &[text(store), text(id)]).await?.map(|row| decode(&row)).transpose()
}

/// It is done.
///
/// # Errors
/// When the database refuses.
pub async fn finish(tx: &mut Tx, store: StoreId, id: PutbackId, by: PersonId, now: Instant) -> Result<(), StoreError> {
    let sql = "UPDATE putback SET done_at = $3, done_by = $4 WHERE store_id = $1 AND putback_id = $2";
    tx.execute(sql, &[text(store), text(id), now.into(), text(by)]).await?;
    Ok(())
}

/// Takes units out of open tasks of a variant, the oldest first; an emptied task is done.
///
/// # Errors
/// When the database refuses.
pub async fn shrink(tx: &mut Tx, store: StoreId, variant: VariantId, quantity: u32, now: Instant) -> Result<(), StoreError> {
    let mut left = quantity;
    for task in open(tx, store).await?.into_iter().filter(|task| task.variant == variant) {
        let taken = left.min(task.quantity);
        left -= taken;
        let done = (taken == task.quantity).then_some(now);
        let sql = "UPDATE putback SET quantity = quantity - $3, done_at = $4 WHERE store_id = $1 AND putback_id = $2";
        tx.execute(sql, &[text(store), text(task.id), int(taken), done.into()]).await?;
    }
    Ok(())
}

/// What is still to do, the oldest first.
///
/// # Errors
/// When the database is away.
pub async fn open(ask: &mut (impl Ask + Send), store: StoreId) -> Result<Vec<Task>, StoreError> {
    let sql = "SELECT putback_id, variant_id, quantity, reservation_id, created_at, done_at FROM putback \
               WHERE store_id = $1 AND done_at IS NULL ORDER BY created_at, putback_id";
    ask.fetch(sql, &[text(store)]).await?.iter().map(decode).collect()
}

fn decode(row: &Row) -> Result<Task, StoreError> {
    Ok(Task {
        id: row.parse(0)?,
        variant: row.parse(1)?,
        quantity: row.number(2)?,
        reservation: row.parse(3)?,
        since: row.instant(4)?,
        done_at: row.instant_or_null(5)?,
    })
}
