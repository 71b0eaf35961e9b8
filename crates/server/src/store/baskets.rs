//! What was bought together: sales that were imported, and reservations that were collected.

use super::{Ask, StoreError, Tx, text};
use domain::ids::{OrgId, ProductId};

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
pub async fn pairs(ask: &mut (impl Ask + Send), org: OrgId) -> Result<Vec<(ProductId, ProductId, u32)>, StoreError> {
    let sql = "SELECT product_id, other_id, baskets FROM goes_with WHERE org_id = $1 ORDER BY product_id, baskets DESC, other_id";
    let rows = ask.fetch(sql, &[text(org)]).await?;
    rows.iter().map(|row| Ok((row.parse(0)?, row.parse(1)?, row.number(2)?))).collect()
}
