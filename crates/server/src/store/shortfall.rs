//! Shortfalls: open exactly while more is claimed than is on the floor.

use super::{Ask, StoreError, Tx, text};
use domain::Instant;
use domain::ids::{ShortfallId, StoreId, VariantId};

/// Opens one, or closes the open one, as the figure asks.
///
/// # Errors
/// When the database refuses.
pub async fn settle(tx: &mut Tx, store: StoreId, variant: VariantId, short: bool, id: ShortfallId, now: Instant) -> Result<(), StoreError> {
    let sql = "SELECT shortfall_id FROM shortfall WHERE store_id = $1 AND variant_id = $2 AND closed_at IS NULL";
    let open = tx.fetch_one(sql, &[text(store), text(variant)]).await?;
    match (short, open) {
        (true, None) => {
            let sql = "INSERT INTO shortfall (store_id, shortfall_id, variant_id, opened_at) VALUES ($1, $2, $3, $4)";
            tx.execute(sql, &[text(store), text(id), text(variant), now.into()]).await?;
        }
        (false, Some(row)) => {
            let sql = "UPDATE shortfall SET closed_at = $3 WHERE store_id = $1 AND shortfall_id = $2";
            tx.execute(sql, &[text(store), text(row.text(0)?), now.into()]).await?;
        }
        _ => {}
    }
    Ok(())
}
