//! Stock rows and the ledger behind them. A row is only ever changed together with the movements that explain it.

use super::{Ask, Row, StoreError, Tx, int, text};
use domain::Instant;
use domain::ids::{MovementId, StoreId, VariantId};
use domain::stock::{Stock, Transfer};
use std::collections::HashMap;

/// One line of the ledger to be written.
pub struct Movement<'a> {
    /// Its id.
    pub id: MovementId,
    /// Of what.
    pub variant: VariantId,
    /// What moved.
    pub transfer: Transfer,
    /// Who caused it: a person's id, `shopper`, `clock`, `import`.
    pub actor: &'a str,
    /// Because of what: a reservation's id, an import's.
    pub reference: &'a str,
}

const COLUMNS_OF: &str = "SELECT floor, bin, putback, display, claimed FROM stock WHERE store_id = $1 AND variant_id = $2";
const COLUMNS_OF_LOCKED: &str =
    "SELECT floor, bin, putback, display, claimed FROM stock WHERE store_id = $1 AND variant_id = $2 FOR UPDATE";

/// Reads a row and keeps others from changing it until the end of the transaction. Call in sorted order of variants.
///
/// # Errors
/// When the database is away.
pub async fn lock(tx: &mut Tx, store: StoreId, variant: VariantId) -> Result<Option<Stock>, StoreError> {
    let sql = if tx.locks_rows() { COLUMNS_OF_LOCKED } else { COLUMNS_OF };
    tx.fetch_one(sql, &[text(store), text(variant)]).await?.map(|row| decode(&row, 0)).transpose()
}

/// Keeps others from changing a row until the end of the transaction, whatever its figures are.
///
/// # Errors
/// When the database is away.
pub async fn touch(tx: &mut Tx, store: StoreId, variant: VariantId) -> Result<(), StoreError> {
    let sql = "UPDATE stock SET floor = floor WHERE store_id = $1 AND variant_id = $2";
    tx.execute(sql, &[text(store), text(variant)]).await?;
    Ok(())
}

/// Writes a row back.
///
/// # Errors
/// When the database refuses.
pub async fn save(tx: &mut Tx, store: StoreId, variant: VariantId, stock: &Stock, now: Instant) -> Result<(), StoreError> {
    let sql = "INSERT INTO stock (store_id, variant_id, floor, bin, putback, display, claimed, changed_at) \
               VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (store_id, variant_id) DO UPDATE SET \
               floor = excluded.floor, bin = excluded.bin, putback = excluded.putback, display = excluded.display, \
               claimed = excluded.claimed, changed_at = excluded.changed_at";
    let Stock { floor, bin, putback, display, claimed } = *stock;
    let values = [text(store), text(variant), int(floor), int(bin), int(putback), int(display), int(claimed), now.into()];
    tx.execute(sql, &values).await?;
    Ok(())
}

/// Appends to the ledger.
///
/// # Errors
/// When the database refuses.
pub async fn record(tx: &mut Tx, store: StoreId, movement: &Movement<'_>, now: Instant) -> Result<(), StoreError> {
    let sql = "INSERT INTO movement (store_id, movement_id, variant_id, from_bucket, to_bucket, quantity, reason, actor, reference, at) \
               VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
    let Transfer { from, to, quantity, reason } = movement.transfer;
    let values = [
        text(store),
        text(movement.id),
        text(movement.variant),
        text(from.name()),
        text(to.name()),
        int(quantity),
        text(reason.name()),
        text(movement.actor),
        text(movement.reference),
        now.into(),
    ];
    tx.execute(sql, &values).await?;
    Ok(())
}

/// A store's figure for a variant, as shoppers see it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Figure {
    /// The row.
    pub stock: Stock,
    /// When it changed last.
    pub changed_at: Instant,
    /// When the first of the holds on it ends.
    pub held_until: Option<Instant>,
}

/// All figures of a store.
///
/// # Errors
/// When the database is away.
pub async fn figures(ask: &mut (impl Ask + Send), store: StoreId) -> Result<HashMap<VariantId, Figure>, StoreError> {
    let sql = "SELECT s.variant_id, s.floor, s.bin, s.putback, s.display, s.claimed, s.changed_at, h.until FROM stock s \
               LEFT JOIN (SELECT l.variant_id AS variant_id, MIN(r.expires_at) AS until FROM reservation r \
               JOIN reservation_line l ON l.store_id = r.store_id AND l.reservation_id = r.reservation_id \
               WHERE r.store_id = $1 AND r.state = 'held' AND l.held > 0 GROUP BY l.variant_id) h ON h.variant_id = s.variant_id \
               WHERE s.store_id = $1";
    let mut figures = HashMap::new();
    ask.visit(sql, &[text(store)], |row| {
        figures.extend([figure(&row)?]);
        Ok(())
    })
    .await?;
    Ok(figures)
}

/// The figure of one variant.
///
/// # Errors
/// When the database is away.
pub async fn figure_of(ask: &mut (impl Ask + Send), store: StoreId, variant: VariantId) -> Result<Option<(VariantId, Figure)>, StoreError> {
    let sql = "SELECT s.variant_id, s.floor, s.bin, s.putback, s.display, s.claimed, s.changed_at, \
               (SELECT MIN(r.expires_at) FROM reservation r JOIN reservation_line l \
               ON l.store_id = r.store_id AND l.reservation_id = r.reservation_id \
               WHERE r.store_id = s.store_id AND r.state = 'held' AND l.variant_id = s.variant_id AND l.held > 0) AS until \
               FROM stock s WHERE s.store_id = $1 AND s.variant_id = $2";
    ask.fetch_one(sql, &[text(store), text(variant)]).await?.map(|row| figure(&row)).transpose()
}

fn figure(row: &Row) -> Result<(VariantId, Figure), StoreError> {
    let figure = Figure { stock: decode(row, 1)?, changed_at: row.instant(6)?, held_until: row.instant_or_null(7)? };
    Ok((row.parse(0)?, figure))
}

fn decode(row: &Row, first: usize) -> Result<Stock, StoreError> {
    Ok(Stock {
        floor: row.number(first)?,
        bin: row.number(first + 1)?,
        putback: row.number(first + 2)?,
        display: row.number(first + 3)?,
        claimed: row.number(first + 4)?,
    })
}
