//! Calls of shoppers.

use super::{Ask, Row, StoreError, Tx, text, text_or_null};
use domain::Instant;
use domain::call::{CallTimes, CallWish};
use domain::crockford::SlotCode;
use domain::ids::{CallId, PersonId, StoreId, VariantId};

/// A call's row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// Its id.
    pub id: CallId,
    /// Whose label was scanned.
    pub slot: Option<SlotCode>,
    /// About what.
    pub variant: Option<VariantId>,
    /// What is wanted.
    pub wish: CallWish,
    /// What the shopper added.
    pub words: String,
    /// Asked, answered, ended.
    pub times: CallTimes,
    /// Who answered.
    pub answered_by: Option<PersonId>,
    /// The shopper ended it.
    pub withdrawn: bool,
}

/// Makes a call, unless the device has an open one; whether it did.
///
/// # Errors
/// When the database refuses.
pub async fn insert(tx: &mut Tx, store: StoreId, device: &str, call: &Kept) -> Result<bool, StoreError> {
    let sql = "INSERT INTO staff_call (store_id, call_id, device_hash, slot_code, variant_id, wish, words, asked_at, withdrawn) \
               VALUES ($1, $2, $3, $4, $5, $6, $7, $8, FALSE) ON CONFLICT (store_id, device_hash) WHERE closed_at IS NULL DO NOTHING";
    let values = [
        text(store),
        text(call.id),
        text(device),
        text_or_null(call.slot),
        text_or_null(call.variant),
        text(call.wish.name()),
        text(&call.words),
        call.times.asked_at.into(),
    ];
    Ok(tx.execute(sql, &values).await? > 0)
}

/// Ends a device's call that was made at this moment or before, where it is still open.
///
/// # Errors
/// When the database refuses.
pub async fn end_older(tx: &mut Tx, store: StoreId, device: &str, asked_by: Instant, now: Instant) -> Result<(), StoreError> {
    let sql = "UPDATE staff_call SET closed_at = $4 WHERE store_id = $1 AND device_hash = $2 AND asked_at <= $3 AND closed_at IS NULL";
    tx.execute(sql, &[text(store), text(device), asked_by.into(), now.into()]).await?;
    Ok(())
}

/// Somebody is coming, where nobody was; whether it took.
///
/// # Errors
/// When the database refuses.
pub async fn answer(tx: &mut Tx, store: StoreId, id: CallId, by: PersonId, now: Instant) -> Result<bool, StoreError> {
    let sql = "UPDATE staff_call SET answered_at = $3, answered_by = $4 \
               WHERE store_id = $1 AND call_id = $2 AND answered_at IS NULL AND closed_at IS NULL";
    Ok(tx.execute(sql, &[text(store), text(id), now.into(), text(by)]).await? > 0)
}

/// It is over, where it was not; whether it took.
///
/// # Errors
/// When the database refuses.
pub async fn close(tx: &mut Tx, store: StoreId, id: CallId, withdrawn: bool, now: Instant) -> Result<bool, StoreError> {
    let sql = "UPDATE staff_call SET closed_at = $3, withdrawn = $4 WHERE store_id = $1 AND call_id = $2 AND closed_at IS NULL";
    Ok(tx.execute(sql, &[text(store), text(id), now.into(), super::bool(withdrawn)]).await? > 0)
}

/// Forgets what was asked before this moment.
///
/// # Errors
/// When the database refuses.
pub async fn forget(tx: &mut Tx, before: Instant) -> Result<(), StoreError> {
    tx.execute("DELETE FROM staff_call WHERE asked_at < $1", &[before.into()]).await?;
    Ok(())
}

/// Reads a call.
///
/// # Errors
/// When the database is away.
pub async fn get(ask: &mut (impl Ask + Send), store: StoreId, id: CallId) -> Result<Option<Kept>, StoreError> {
    let sql = "SELECT call_id, slot_code, variant_id, wish, words, asked_at, answered_at, answered_by, closed_at, withdrawn \
               FROM staff_call WHERE store_id = $1 AND call_id = $2";
    ask.fetch_one(sql, &[text(store), text(id)]).await?.map(|row| decode(&row)).transpose()
}

/// A device's latest call.
///
/// # Errors
/// When the database is away.
pub async fn latest(ask: &mut (impl Ask + Send), store: StoreId, device: &str) -> Result<Option<Kept>, StoreError> {
    let sql = "SELECT call_id, slot_code, variant_id, wish, words, asked_at, answered_at, answered_by, closed_at, withdrawn \
               FROM staff_call WHERE store_id = $1 AND device_hash = $2 ORDER BY asked_at DESC, call_id DESC LIMIT 1";
    ask.fetch_one(sql, &[text(store), text(device)]).await?.map(|row| decode(&row)).transpose()
}

/// Those that nobody has ended, made after this moment; the one that waits longest first.
///
/// # Errors
/// When the database is away.
pub async fn open(ask: &mut (impl Ask + Send), store: StoreId, after: Instant) -> Result<Vec<Kept>, StoreError> {
    let sql = "SELECT call_id, slot_code, variant_id, wish, words, asked_at, answered_at, answered_by, closed_at, withdrawn \
               FROM staff_call WHERE store_id = $1 AND closed_at IS NULL AND asked_at > $2 ORDER BY asked_at, call_id";
    ask.fetch(sql, &[text(store), after.into()]).await?.iter().map(decode).collect()
}

fn decode(row: &Row) -> Result<Kept, StoreError> {
    let wish = row.text(3)?;
    Ok(Kept {
        id: row.parse(0)?,
        slot: row.parse_or_null(1)?,
        variant: row.parse_or_null(2)?,
        wish: CallWish::ALL.into_iter().find(|known| known.name() == wish).unwrap_or(CallWish::Other),
        words: row.text(4)?.to_owned(),
        times: CallTimes { asked_at: row.instant(5)?, answered_at: row.instant_or_null(6)?, closed_at: row.instant_or_null(8)? },
        answered_by: row.parse_or_null(7)?,
        withdrawn: row.bool(9)?,
    })
}
