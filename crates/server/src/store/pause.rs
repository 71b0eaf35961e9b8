//! Pauses of new reservations, one a store.

use super::{Ask, Row, StoreError, Tx, text};
use domain::Instant;
use domain::ids::{PersonId, StoreId};
use domain::pause::PauseReason;

/// A pause's row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// Why.
    pub reason: PauseReason,
    /// What shoppers are told besides.
    pub words: String,
    /// Until when.
    pub until: Instant,
}

/// Begins one, in the place of what was.
///
/// # Errors
/// When the database refuses.
pub async fn save(tx: &mut Tx, store: StoreId, pause: &Kept, by: PersonId, now: Instant) -> Result<(), StoreError> {
    let sql = "INSERT INTO reservation_pause (store_id, reason, words, person_id, began_at, resumes_at) VALUES ($1, $2, $3, $4, $5, $6) \
               ON CONFLICT (store_id) DO UPDATE SET reason = excluded.reason, words = excluded.words, person_id = excluded.person_id, \
               began_at = excluded.began_at, resumes_at = excluded.resumes_at";
    let values = [text(store), text(pause.reason.name()), text(&pause.words), text(by), now.into(), pause.until.into()];
    tx.execute(sql, &values).await?;
    Ok(())
}

/// Ends it.
///
/// # Errors
/// When the database refuses.
pub async fn delete(tx: &mut Tx, store: StoreId) -> Result<(), StoreError> {
    tx.execute("DELETE FROM reservation_pause WHERE store_id = $1", &[text(store)]).await?;
    Ok(())
}

/// The last one, which may be past.
///
/// # Errors
/// When the database is away.
pub async fn get(ask: &mut (impl Ask + Send), store: StoreId) -> Result<Option<Kept>, StoreError> {
    let sql = "SELECT reason, words, resumes_at FROM reservation_pause WHERE store_id = $1";
    ask.fetch_one(sql, &[text(store)]).await?.map(|row| decode(&row)).transpose()
}

fn decode(row: &Row) -> Result<Kept, StoreError> {
    let reason = row.text(0)?;
    let reason = PauseReason::ALL.into_iter().find(|known| known.name() == reason).unwrap_or(PauseReason::Other);
    Ok(Kept { reason, words: row.text(1)?.to_owned(), until: row.instant(2)? })
}
