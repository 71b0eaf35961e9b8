//! What shoppers could not find, and what staff counted.
//!
//! Whoever writes here has locked the variant's stock row before: that keeps two reports or two counts apart.

use super::{Ask, Row, StoreError, Tx, int, text, text_or_null};
use domain::Instant;
use domain::crockford::SlotCode;
use domain::ids::{CountId, PersonId, StoreId, VariantId};

/// A task.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Task {
    /// Its id.
    pub id: CountId,
    /// What.
    pub variant: VariantId,
    /// Where somebody stood, if that is known.
    pub slot: Option<SlotCode>,
    /// When somebody said so first.
    pub reported_at: Instant,
    /// When somebody said so last.
    pub asked_at: Instant,
    /// How often it was said.
    pub reports: u32,
    /// What came of it.
    pub counted: Option<Counted>,
}

/// A count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counted {
    /// When.
    pub at: Instant,
    /// By whom.
    pub by: PersonId,
    /// Units on the shelf.
    pub found: u32,
}

/// Makes a task.
///
/// # Errors
/// When the database refuses.
pub async fn insert(tx: &mut Tx, store: StoreId, task: &Task) -> Result<(), StoreError> {
    let sql = "INSERT INTO count_task (store_id, count_id, variant_id, slot_code, reported_at, asked_at, reports) \
               VALUES ($1, $2, $3, $4, $5, $6, $7)";
    let Task { id, variant, slot, reported_at, asked_at, reports, .. } = *task;
    let values = [text(store), text(id), text(variant), text_or_null(slot), reported_at.into(), asked_at.into(), int(reports)];
    tx.execute(sql, &values).await?;
    Ok(())
}

/// One more report of a task; the first slot that somebody stood at stays.
///
/// # Errors
/// When the database refuses.
pub async fn join(tx: &mut Tx, store: StoreId, id: CountId, slot: Option<SlotCode>, now: Instant) -> Result<(), StoreError> {
    let sql = "UPDATE count_task SET reports = reports + 1, asked_at = $3, slot_code = COALESCE(slot_code, $4) \
               WHERE store_id = $1 AND count_id = $2";
    tx.execute(sql, &[text(store), text(id), now.into(), text_or_null(slot)]).await?;
    Ok(())
}

/// It is counted.
///
/// # Errors
/// When the database refuses.
pub async fn finish(tx: &mut Tx, store: StoreId, id: CountId, counted: Counted) -> Result<(), StoreError> {
    let sql = "UPDATE count_task SET done_at = $3, done_by = $4, found = $5 WHERE store_id = $1 AND count_id = $2";
    tx.execute(sql, &[text(store), text(id), counted.at.into(), text(counted.by), int(counted.found)]).await?;
    Ok(())
}

/// Reads a task.
///
/// # Errors
/// When the database is away.
pub async fn get(ask: &mut (impl Ask + Send), store: StoreId, id: CountId) -> Result<Option<Task>, StoreError> {
    let sql = "SELECT count_id, variant_id, slot_code, reported_at, asked_at, reports, done_at, done_by, found FROM count_task \
               WHERE store_id = $1 AND count_id = $2";
    ask.fetch_one(sql, &[text(store), text(id)]).await?.map(|row| decode(&row)).transpose()
}

/// A variant's latest task.
///
/// # Errors
/// When the database is away.
pub async fn latest(ask: &mut (impl Ask + Send), store: StoreId, variant: VariantId) -> Result<Option<Task>, StoreError> {
    let sql = "SELECT count_id, variant_id, slot_code, reported_at, asked_at, reports, done_at, done_by, found FROM count_task \
               WHERE store_id = $1 AND variant_id = $2 ORDER BY reported_at DESC, count_id DESC LIMIT 1";
    ask.fetch_one(sql, &[text(store), text(variant)]).await?.map(|row| decode(&row)).transpose()
}

/// What is still to count, and what was counted since then; what was reported first comes first.
///
/// # Errors
/// When the database is away.
pub async fn since(ask: &mut (impl Ask + Send), store: StoreId, since: Instant) -> Result<Vec<Task>, StoreError> {
    let sql = "SELECT count_id, variant_id, slot_code, reported_at, asked_at, reports, done_at, done_by, found FROM count_task \
               WHERE store_id = $1 AND (done_at IS NULL OR done_at >= $2) ORDER BY reported_at, count_id";
    ask.fetch(sql, &[text(store), since.into()]).await?.iter().map(decode).collect()
}

fn decode(row: &Row) -> Result<Task, StoreError> {
    let counted = match row.instant_or_null(6)? {
        Some(at) => Some(Counted { at, by: row.parse(7)?, found: row.number(8)? }),
        None => None,
    };
    Ok(Task {
        id: row.parse(0)?,
        variant: row.parse(1)?,
        slot: row.parse_or_null(2)?,
        reported_at: row.instant(3)?,
        asked_at: row.instant(4)?,
        reports: row.number(5)?,
        counted,
    })
}
