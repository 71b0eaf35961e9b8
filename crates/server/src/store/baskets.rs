//! What was bought together.

use super::bulk::{AskBulk, Bulk, Cells};
use super::{StoreError, Tx, text};
use crate::bulk;
use domain::Instant;
use domain::ids::{OrgId, VariantId};
use serde_json::json;

/// A line of a basket.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The basket.
    pub basket: String,
    /// The code as it came.
    pub item: String,
    /// How many; negative is a return.
    pub quantity: i64,
    /// What it leads to; `None` while nobody sells such a thing here.
    pub variant: Option<VariantId>,
    /// When.
    pub at: Option<Instant>,
}

/// Lines of these baskets that are there, by basket and item.
///
/// # Errors
/// When the database is away.
pub async fn known(ask: &mut impl AskBulk, org: OrgId, baskets: &[String]) -> Result<Vec<(String, String)>, StoreError> {
    const SQL: Bulk = bulk!("SELECT basket_id, item FROM basket_line WHERE org_id = $2 AND basket_id IN (SELECT r.value->>0 FROM", ")");
    let rows: Vec<Cells> = baskets.iter().map(|basket| vec![json!(basket)]).collect();
    let found = ask.fetch_bulk(SQL, &rows, &[text(org)]).await?;
    found.iter().map(|row| Ok((row.text(0)?.to_owned(), row.text(1)?.to_owned()))).collect()
}

/// Writes lines.
///
/// # Errors
/// When the database refuses.
pub async fn insert(tx: &mut Tx, org: OrgId, lines: &[Line]) -> Result<(), StoreError> {
    const SQL: Bulk = bulk!(
        "INSERT INTO basket_line (org_id, basket_id, item, quantity, variant_id, at) \
         SELECT $2, r.value->>0, r.value->>1, CAST(r.value->>2 AS BIGINT), r.value->>3, CAST(r.value->>4 AS BIGINT) FROM",
        ""
    );
    let cells = |line: &Line| {
        vec![json!(line.basket), json!(line.item), json!(line.quantity), json!(line.variant), json!(line.at.map(Instant::millis))]
    };
    let rows: Vec<Cells> = lines.iter().map(cells).collect();
    tx.execute_bulk(SQL, &rows, &[text(org)]).await?;
    Ok(())
}

/// Takes baskets out.
///
/// # Errors
/// When the database refuses.
pub async fn remove(tx: &mut Tx, org: OrgId, baskets: &[String]) -> Result<(), StoreError> {
    const SQL: Bulk = bulk!("DELETE FROM basket_line WHERE org_id = $2 AND basket_id IN (SELECT r.value->>0 FROM", ")");
    let rows: Vec<Cells> = baskets.iter().map(|basket| vec![json!(basket)]).collect();
    tx.execute_bulk(SQL, &rows, &[text(org)]).await?;
    Ok(())
}

/// Lines that waited for these items belong to the variants that the items lead to now.
///
/// # Errors
/// When the database refuses.
pub async fn attach(tx: &mut Tx, org: OrgId, items: &[String]) -> Result<(), StoreError> {
    const SQL: Bulk = bulk!(
        "UPDATE basket_line SET variant_id = (SELECT MIN(c.variant_id) FROM code c WHERE c.org_id = $2 AND c.kind IN ('sku', 'gtin') \
         AND c.code = basket_line.item) WHERE org_id = $2 AND variant_id IS NULL AND item IN (SELECT r.value->>0 FROM",
        ")"
    );
    let rows: Vec<Cells> = items.iter().map(|item| vec![json!(item)]).collect();
    tx.execute_bulk(SQL, &rows, &[text(org)]).await?;
    Ok(())
}

/// Items that were most often in one basket, with how often; the most first. Whether or not they are in the catalogue.
///
/// # Errors
/// When the database is away.
pub async fn pairs(ask: &mut impl AskBulk, org: OrgId, limit: u32) -> Result<Vec<(String, String, u64)>, StoreError> {
    let sql = "SELECT a.item, b.item, COUNT(*) FROM basket_line a \
               JOIN basket_line b ON b.org_id = a.org_id AND b.basket_id = a.basket_id AND b.item > a.item \
               WHERE a.org_id = $1 AND a.quantity > 0 AND b.quantity > 0 GROUP BY a.item, b.item \
               ORDER BY COUNT(*) DESC, a.item, b.item LIMIT $2";
    let rows = ask.fetch(sql, &[text(org), super::int(limit)]).await?;
    rows.iter().map(|row| Ok((row.text(0)?.to_owned(), row.text(1)?.to_owned(), row.number(2)?))).collect()
}
