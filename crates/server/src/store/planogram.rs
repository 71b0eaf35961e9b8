//! Published floors.

use super::{Ask, StoreError, Tx, int, text};
use domain::Instant;
use domain::ids::StoreId;
use domain::planogram::Planogram;

/// The live revision of a store.
///
/// # Errors
/// When the database is away.
pub async fn live(ask: &mut (impl Ask + Send), store: StoreId) -> Result<Option<Planogram>, StoreError> {
    let sql = "SELECT body FROM planogram_revision WHERE store_id = $1 AND state = 'live'";
    let row = ask.fetch_one(sql, &[text(store)]).await?;
    row.map(|row| serde_json::from_str(row.text(0)?).map_err(|error| StoreError::Corrupt(error.to_string()))).transpose()
}

/// Makes a revision live; the one before is superseded.
///
/// # Errors
/// When the database refuses.
pub async fn publish(tx: &mut Tx, store: StoreId, planogram: &Planogram, now: Instant) -> Result<(), StoreError> {
    let sql = "UPDATE planogram_revision SET state = 'superseded' WHERE store_id = $1 AND state = 'live'";
    tx.execute(sql, &[text(store)]).await?;
    let body = serde_json::to_string(planogram).map_err(|error| StoreError::Corrupt(error.to_string()))?;
    let sql = "INSERT INTO planogram_revision (store_id, revision, state, body, published_at) VALUES ($1, $2, 'live', $3, $4)";
    tx.execute(sql, &[text(store), int(planogram.revision), text(body), now.into()]).await?;
    let slots =
        planogram.floors.iter().flat_map(|floor| &floor.fixtures).flat_map(|fixture| &fixture.shelves).flat_map(|shelf| &shelf.slots);
    for slot in slots {
        let sql = "INSERT INTO slot (slot_code, store_id, created_at) VALUES ($1, $2, $3) ON CONFLICT (slot_code) DO NOTHING";
        tx.execute(sql, &[text(slot.code), text(store), now.into()]).await?;
    }
    Ok(())
}
