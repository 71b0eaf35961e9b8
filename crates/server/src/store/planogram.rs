//! Published floors.

use super::{Ask, Row, StoreError, Tx, int, text};
use domain::Instant;
use domain::crockford::SlotCode;
use domain::ids::{StoreId, VariantId};
use domain::planogram::Planogram;
use serde::Serialize;
use std::collections::HashSet;

/// The live revision of a store.
///
/// # Errors
/// When the database is away.
pub async fn live(ask: &mut (impl Ask + Send), store: StoreId) -> Result<Option<Planogram>, StoreError> {
    let sql = "SELECT body FROM planogram_revision WHERE store_id = $1 AND state = 'live'";
    let row = ask.fetch_one(sql, &[text(store)]).await?;
    row.map(|row| serde_json::from_str(row.text(0)?).map_err(corrupt)).transpose()
}

/// Makes a revision live; the one before is superseded, and slots that only it had remember what stood there.
///
/// # Errors
/// When the database refuses.
pub async fn publish(tx: &mut Tx, store: StoreId, planogram: &Planogram, now: Instant) -> Result<(), StoreError> {
    let before = live(tx, store).await?;
    let sql = "UPDATE planogram_revision SET state = 'superseded' WHERE store_id = $1 AND state = 'live'";
    tx.execute(sql, &[text(store)]).await?;
    let sql = "INSERT INTO planogram_revision (store_id, revision, state, body, published_at) VALUES ($1, $2, 'live', $3, $4)";
    tx.execute(sql, &[text(store), int(planogram.revision), text(json(planogram)?), now.into()]).await?;
    let mut stays = HashSet::new();
    for slot in planogram.slots() {
        stays.insert(slot.code);
        let sql = "INSERT INTO slot (slot_code, store_id, created_at) VALUES ($1, $2, $3) \
                   ON CONFLICT (slot_code) DO UPDATE SET retired_at = NULL, stood = NULL WHERE slot.store_id = excluded.store_id";
        tx.execute(sql, &[text(slot.code), text(store), now.into()]).await?;
    }
    for slot in before.iter().flat_map(Planogram::slots).filter(|slot| !stays.contains(&slot.code)) {
        let stood: Vec<VariantId> = slot.facings.iter().map(|facing| facing.variant).collect();
        let sql = "UPDATE slot SET retired_at = $2, stood = $3 WHERE slot_code = $1";
        tx.execute(sql, &[text(slot.code), now.into(), text(json(&stood)?)]).await?;
    }
    Ok(())
}

/// A slot that was published once.
pub struct Remembered {
    /// Its store.
    pub store: StoreId,
    /// Since when it is on the live plan no more; `None` of one that is, or whose end nobody wrote down.
    pub retired_at: Option<Instant>,
    /// What stood there last, from left to right.
    pub stood: Vec<VariantId>,
}

/// What is known of a slot, be it on a plan or not.
///
/// # Errors
/// When the database is away.
pub async fn remembered(ask: &mut (impl Ask + Send), slot: SlotCode) -> Result<Option<Remembered>, StoreError> {
    let row = ask.fetch_one("SELECT store_id, retired_at, stood FROM slot WHERE slot_code = $1", &[text(slot)]).await?;
    let read = |row: Row| {
        let stood = row.text_or_null(2)?.map(|stood| serde_json::from_str(stood).map_err(corrupt)).transpose()?;
        Ok(Remembered { store: row.parse(0)?, retired_at: row.instant_or_null(1)?, stood: stood.unwrap_or_default() })
    };
    row.map(read).transpose()
}

fn json(value: &impl Serialize) -> Result<String, StoreError> {
    serde_json::to_string(value).map_err(corrupt)
}

fn corrupt(error: serde_json::Error) -> StoreError {
    StoreError::Corrupt(error.to_string())
}
