//! Repairs the books, and nothing but the books: by movements that compensate, and by counting claims anew.
//!
//! What is believed: a bin holds what live orders have picked, put-back what its tasks say; floor and display hold what their row says,
//! because that is what shoppers were told. The ledger gets the difference.

use super::Violation;
use crate::store::stock::{self, Movement};
use crate::store::{Ask, Store, StoreError, Tx, event, shortfall, text};
use api::event::Happening;
use domain::Instant;
use domain::ids::{MovementId, ShortfallId, StoreId, VariantId};
use domain::stock::{Bucket, Reason, Stock, Transfer};
use uuid::Uuid;

/// In the ledger, in the place of a person.
const ACTOR: &str = "repair";

/// What was done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Repair {
    /// The movements' reference.
    pub id: Uuid,
    /// One line a change.
    pub lines: Vec<String>,
}

/// The invariants that a repair makes hold again.
const REPAIRED: [&str; 6] = [
    "a bucket is the sum of its movements",
    "no bucket is negative",
    "claimed is the sum of live lines not yet picked",
    "the bin holds what live lines have picked",
    "put-back tasks hold what is in put-back",
    "available is negative exactly while a shortfall is open",
];

impl Violation {
    /// Whether a repair makes it hold again; else a person has to look.
    pub fn is_repairable(&self) -> bool {
        REPAIRED.contains(&self.invariant)
    }
}

/// Repairs what can be repaired, a variant of a store a transaction; a server may run meanwhile.
///
/// # Errors
/// When the database refuses; variants before it are repaired.
pub async fn repair(store: &Store, now: Instant) -> Result<Repair, StoreError> {
    let mut repair = Repair { id: Uuid::now_v7(), lines: Vec::new() };
    let sql = "SELECT s.store_id, s.variant_id, t.slug FROM stock s JOIN store t ON t.store_id = s.store_id ORDER BY t.slug, s.variant_id";
    let rows = store.read().await?.fetch(sql, &[]).await?;
    for row in rows {
        let place = Place { store: row.parse(0)?, variant: row.parse(1)?, slug: row.text(2)?.to_owned() };
        let mut tx = store.begin().await?;
        let lines = one(&mut tx, &place, repair.id, now).await?;
        if !lines.is_empty() {
            tx.commit().await?;
            repair.lines.extend(lines.into_iter().map(|line| format!("{} {}: {line}", place.slug, place.variant)));
        }
    }
    Ok(repair)
}

struct Place {
    store: StoreId,
    variant: VariantId,
    slug: String,
}

/// What the rest of the database says of a variant.
struct Truth {
    /// Floor, bin, put-back, display, as the row will say.
    wanted: [i64; 4],
    /// The same as the ledger's sums.
    moved: [i64; 4],
    claimed: i64,
    is_short: bool,
}

const INSIDE: [Bucket; 4] = [Bucket::Floor, Bucket::Bin, Bucket::Putback, Bucket::Display];

async fn one(tx: &mut Tx, place: &Place, id: Uuid, now: Instant) -> Result<Vec<String>, StoreError> {
    stock::touch(tx, place.store, place.variant).await?;
    let row: [i64; 5] = figures(tx, ROW, place).await?;
    let truth = truth(tx, place, row).await?;
    let mut lines = Vec::new();
    for ((bucket, wanted), had) in INSIDE.into_iter().zip(truth.wanted).zip(row).filter(|((_, wanted), had)| wanted != had) {
        lines.push(format!("{} was {had}, is {wanted}", bucket.name()));
    }
    for ((bucket, wanted), moved) in INSIDE.into_iter().zip(truth.wanted).zip(truth.moved) {
        let Some(transfer) = compensation(bucket, wanted - moved) else { continue };
        let (id, reference) = (MovementId::new(Uuid::now_v7()), id.to_string());
        let movement = Movement { id, variant: place.variant, transfer, actor: ACTOR, reference: &reference };
        stock::record(tx, place.store, &movement, now).await?;
        let (from, to) = (transfer.from.name(), transfer.to.name());
        lines.push(format!("{} is {wanted}, its movements said {moved}: moved {} from {from} to {to}", bucket.name(), transfer.quantity));
    }
    if row[4] != truth.claimed {
        lines.push(format!("claimed was {}, is {} by its live lines", row[4], truth.claimed));
    }
    let stock = as_stock(&truth)?;
    if truth.is_short != (stock.available() < 0) {
        lines.push(format!("{} are available: its shortfall is {}", stock.available(), if truth.is_short { "closed" } else { "opened" }));
    }
    if !lines.is_empty() {
        write(tx, place, &stock, now).await?;
    }
    Ok(lines)
}

async fn write(tx: &mut Tx, place: &Place, stock: &Stock, now: Instant) -> Result<(), StoreError> {
    stock::save(tx, place.store, place.variant, stock, now).await?;
    shortfall::settle(tx, place.store, place.variant, stock.available() < 0, ShortfallId::new(Uuid::now_v7()), now).await?;
    let available = u32::try_from(stock.available()).unwrap_or(0);
    event::append(tx, place.store, now, &[Happening::Stock { variant: place.variant, available, held_until: None }]).await
}

/// The movement that brings a bucket's sum up or down by so much.
fn compensation(bucket: Bucket, by: i64) -> Option<Transfer> {
    let quantity = u32::try_from(by.unsigned_abs()).ok().filter(|quantity| *quantity > 0)?;
    let (from, to) = if by > 0 { (Bucket::Found, bucket) } else { (bucket, Bucket::Shrink) };
    Some(Transfer { from, to, quantity, reason: Reason::Adjusted })
}

fn as_stock(truth: &Truth) -> Result<Stock, StoreError> {
    let units = |units: i64| u32::try_from(units).map_err(|_| StoreError::Corrupt(format!("{units} units")));
    let [floor, bin, putback, display] = truth.wanted;
    Ok(Stock { floor: units(floor)?, bin: units(bin)?, putback: units(putback)?, display: units(display)?, claimed: units(truth.claimed)? })
}

/// Figures that no row may have are read, too.
const ROW: &str = "SELECT floor, bin, putback, display, claimed FROM stock WHERE store_id = $1 AND variant_id = $2";
const MOVED: &str = "SELECT \
    CAST(COALESCE(SUM(CASE WHEN to_bucket = 'floor' THEN quantity ELSE 0 END - CASE WHEN from_bucket = 'floor' THEN quantity ELSE 0 END), 0) AS BIGINT), \
    CAST(COALESCE(SUM(CASE WHEN to_bucket = 'bin' THEN quantity ELSE 0 END - CASE WHEN from_bucket = 'bin' THEN quantity ELSE 0 END), 0) AS BIGINT), \
    CAST(COALESCE(SUM(CASE WHEN to_bucket = 'putback' THEN quantity ELSE 0 END - CASE WHEN from_bucket = 'putback' THEN quantity ELSE 0 END), 0) AS BIGINT), \
    CAST(COALESCE(SUM(CASE WHEN to_bucket = 'display' THEN quantity ELSE 0 END - CASE WHEN from_bucket = 'display' THEN quantity ELSE 0 END), 0) AS BIGINT) \
    FROM movement WHERE store_id = $1 AND variant_id = $2";
const LINES: &str = "SELECT CAST(COALESCE(SUM(l.held - l.picked), 0) AS BIGINT), CAST(COALESCE(SUM(l.picked), 0) AS BIGINT) \
    FROM reservation_line l JOIN reservation r ON r.store_id = l.store_id AND r.reservation_id = l.reservation_id \
    WHERE l.store_id = $1 AND l.variant_id = $2 AND r.state IN ('held', 'placed', 'picking', 'needs-decision', 'ready')";
const TASKS: &str =
    "SELECT CAST(COALESCE(SUM(quantity), 0) AS BIGINT) FROM putback WHERE store_id = $1 AND variant_id = $2 AND done_at IS NULL";
const SHORTFALLS: &str = "SELECT COUNT(*) FROM shortfall WHERE store_id = $1 AND variant_id = $2 AND closed_at IS NULL";

async fn truth(tx: &mut Tx, place: &Place, row: [i64; 5]) -> Result<Truth, StoreError> {
    let [claimed, picked] = figures(tx, LINES, place).await?;
    let [putback] = figures(tx, TASKS, place).await?;
    let [shortfalls] = figures(tx, SHORTFALLS, place).await?;
    let wanted = [row[0].max(0), picked, putback, row[3].max(0)];
    Ok(Truth { wanted, moved: figures(tx, MOVED, place).await?, claimed, is_short: shortfalls > 0 })
}

async fn figures<const N: usize>(tx: &mut Tx, sql: &'static str, place: &Place) -> Result<[i64; N], StoreError> {
    let row = tx.fetch_one(sql, &[text(place.store), text(place.variant)]).await?;
    let row = row.ok_or_else(|| StoreError::Corrupt("a row of stock is gone".into()))?;
    let mut figures = [0; N];
    for (index, figure) in figures.iter_mut().enumerate() {
        *figure = row.int(index)?;
    }
    Ok(figures)
}
