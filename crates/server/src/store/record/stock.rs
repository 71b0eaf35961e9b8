//! Stock figures of many variants at once, always with the movements that explain them.

use crate::bulk;
use crate::store::bulk::{Bulk, Cells};
use crate::store::stock::Movement;
use crate::store::{StoreError, Tx, text};
use domain::Instant;
use domain::ids::{OrgId, StoreId, VariantId};
use domain::stock::{Stock, Transfer};
use serde_json::json;
use std::collections::BTreeMap;

/// Rows of these variants, locked until the end of the transaction, in sorted order.
///
/// # Errors
/// When the database is away.
pub async fn lock(tx: &mut Tx, store: StoreId, variants: &[VariantId]) -> Result<BTreeMap<VariantId, Stock>, StoreError> {
    const SQL: Bulk = Bulk {
        sqlite: "SELECT variant_id, floor, bin, putback, display, claimed FROM stock WHERE store_id = $2 \
                 AND variant_id IN (SELECT r.value->>0 FROM json_each($1) AS r)",
        postgres: "SELECT variant_id, floor, bin, putback, display, claimed FROM stock WHERE store_id = $2 \
                   AND variant_id IN (SELECT r.value->>0 FROM json_array_elements(CAST($1 AS json)) AS r(value)) \
                   ORDER BY variant_id FOR UPDATE",
    };
    use crate::store::bulk::AskBulk as _;
    let rows: Vec<Cells> = variants.iter().map(|id| vec![json!(id)]).collect();
    let mut found = BTreeMap::new();
    for row in tx.fetch_bulk(SQL, &rows, &[text(store)]).await? {
        let stock =
            Stock { floor: row.number(1)?, bin: row.number(2)?, putback: row.number(3)?, display: row.number(4)?, claimed: row.number(5)? };
        found.insert(row.parse(0)?, stock);
    }
    Ok(found)
}

/// Writes rows back.
///
/// # Errors
/// When the database refuses.
pub async fn save(tx: &mut Tx, store: StoreId, stocks: &BTreeMap<VariantId, Stock>, now: Instant) -> Result<(), StoreError> {
    const SQL: Bulk = bulk!(
        "INSERT INTO stock (store_id, variant_id, floor, bin, putback, display, claimed, changed_at) \
         SELECT $2, r.value->>0, CAST(r.value->>1 AS BIGINT), CAST(r.value->>2 AS BIGINT), CAST(r.value->>3 AS BIGINT), \
         CAST(r.value->>4 AS BIGINT), CAST(r.value->>5 AS BIGINT), $3 FROM",
        "WHERE TRUE ON CONFLICT (store_id, variant_id) DO UPDATE SET floor = excluded.floor, bin = excluded.bin, \
         putback = excluded.putback, display = excluded.display, claimed = excluded.claimed, changed_at = excluded.changed_at"
    );
    let cells = |(variant, stock): (&VariantId, &Stock)| {
        vec![json!(variant), json!(stock.floor), json!(stock.bin), json!(stock.putback), json!(stock.display), json!(stock.claimed)]
    };
    let rows: Vec<Cells> = stocks.iter().map(cells).collect();
    tx.execute_bulk(SQL, &rows, &[text(store), now.into()]).await?;
    Ok(())
}

/// Appends to the ledger.
///
/// # Errors
/// When the database refuses.
pub async fn record(tx: &mut Tx, store: StoreId, movements: &[Movement<'_>], now: Instant) -> Result<(), StoreError> {
    const SQL: Bulk = bulk!(
        "INSERT INTO movement (store_id, movement_id, variant_id, from_bucket, to_bucket, quantity, reason, actor, reference, at) \
         SELECT $2, r.value->>0, r.value->>1, r.value->>2, r.value->>3, CAST(r.value->>4 AS BIGINT), r.value->>5, r.value->>6, r.value->>7, \
         $3 FROM",
        ""
    );
    let cells = |movement: &Movement<'_>| {
        let Transfer { from, to, quantity, reason } = movement.transfer;
        vec![
            json!(movement.id),
            json!(movement.variant),
            json!(from.name()),
            json!(to.name()),
            json!(quantity),
            json!(reason.name()),
            json!(movement.actor),
            json!(movement.reference),
        ]
    };
    let rows: Vec<Cells> = movements.iter().map(cells).collect();
    tx.execute_bulk(SQL, &rows, &[text(store), now.into()]).await?;
    Ok(())
}

/// Takes rows out whose every movement is this import's or of one that was taken back: nothing else ever happened to them. The others
/// stay.
///
/// # Errors
/// When the database refuses.
pub async fn remove_untouched(tx: &mut Tx, org: OrgId, store: StoreId, variants: &[VariantId], import: &str) -> Result<(), StoreError> {
    const STOCK: Bulk = bulk!(
        "DELETE FROM stock WHERE store_id = $2 AND claimed = 0 AND NOT EXISTS (SELECT 1 FROM movement m WHERE m.store_id = $2 \
         AND m.variant_id = stock.variant_id AND m.reference <> $3 AND NOT EXISTS (SELECT 1 FROM import i WHERE i.org_id = $4 \
         AND i.import_id = m.reference AND i.state = 'undone')) AND NOT EXISTS (SELECT 1 FROM reservation_line l \
         WHERE l.store_id = $2 AND l.variant_id = stock.variant_id) AND variant_id IN (SELECT r.value->>0 FROM",
        ")"
    );
    const MOVEMENTS: Bulk = bulk!(
        "DELETE FROM movement WHERE store_id = $2 AND (reference = $3 OR EXISTS (SELECT 1 FROM import i WHERE i.org_id = $4 \
         AND i.import_id = movement.reference AND i.state = 'undone')) AND NOT EXISTS (SELECT 1 FROM stock s WHERE s.store_id = $2 \
         AND s.variant_id = movement.variant_id) AND variant_id IN (SELECT r.value->>0 FROM",
        ")"
    );
    let rows: Vec<Cells> = variants.iter().map(|id| vec![json!(id)]).collect();
    for sql in [STOCK, MOVEMENTS] {
        tx.execute_bulk(sql, &rows, &[text(store), text(import), text(org)]).await?;
    }
    Ok(())
}
