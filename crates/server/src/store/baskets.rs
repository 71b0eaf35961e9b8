//! What was bought together: sales that were imported, and reservations that were collected.

use super::bulk::{AskBulk, Bulk, Cells};
use super::{Ask, StoreError, Tx, text};
use crate::bulk;
use domain::Instant;
use domain::ids::{OrgId, ProductId, VariantId};
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

/// Counts anew with what each product is bought, from all baskets: both directions, the twelve most frequent of each product. Answers
/// how many pairs there are now.
///
/// A basket counts once for a pair, whatever the quantities; a product that was given back as often as it was bought is not in it. What
/// holds more than 200 products is a stock-taking or a delivery, not somebody's basket: it says nothing, and its pairs would be 40,000.
///
/// # Errors
/// When the database refuses.
pub async fn recount(tx: &mut Tx, org: OrgId) -> Result<u64, StoreError> {
    tx.execute("DELETE FROM goes_with WHERE org_id = $1", &[text(org)]).await?;
    if tx.plans_by_counts() {
        // Right after an import it takes the baskets for a handful, and minutes for half a second's work.
        for sql in ["ANALYZE basket_line", "ANALYZE variant"] {
            tx.execute(sql, &[]).await?;
        }
    }
    let sql = "WITH bought AS MATERIALIZED (SELECT basket, product, COUNT(*) OVER (PARTITION BY basket) AS size FROM ( \
                 SELECT line.basket_id AS basket, variant.product_id AS product FROM basket_line line \
                 JOIN variant ON variant.org_id = line.org_id AND variant.variant_id = line.variant_id \
                 WHERE line.org_id = $1 GROUP BY line.basket_id, variant.product_id HAVING SUM(line.quantity) > 0 \
                 UNION \
                 SELECT line.reservation_id AS basket, variant.product_id AS product FROM reservation_line line \
                 JOIN store ON store.store_id = line.store_id AND store.org_id = $1 \
                 JOIN variant ON variant.org_id = $1 AND variant.variant_id = line.variant_id \
                 WHERE line.collected > 0) AS lines), \
               pairs AS (SELECT one.product AS product, other.product AS other, COUNT(*) AS baskets FROM bought one \
                 JOIN bought other ON other.basket = one.basket AND other.product <> one.product \
                 WHERE one.size <= 200 GROUP BY one.product, other.product), \
               ranked AS (SELECT product, other, baskets, \
                 ROW_NUMBER() OVER (PARTITION BY product ORDER BY baskets DESC, other) AS place FROM pairs) \
               INSERT INTO goes_with (org_id, product_id, other_id, baskets) \
               SELECT $1, product, other, baskets FROM ranked WHERE place <= 12";
    tx.execute(sql, &[text(org)]).await
}

/// With what each product is bought, and in how many baskets; the most frequent first.
///
/// # Errors
/// When the database is away.
pub async fn goes_with(ask: &mut (impl Ask + Send), org: OrgId) -> Result<Vec<(ProductId, ProductId, u32)>, StoreError> {
    let sql = "SELECT product_id, other_id, baskets FROM goes_with WHERE org_id = $1 ORDER BY product_id, baskets DESC, other_id";
    let rows = ask.fetch(sql, &[text(org)]).await?;
    rows.iter().map(|row| Ok((row.parse(0)?, row.parse(1)?, row.number(2)?))).collect()
}
