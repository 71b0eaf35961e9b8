//! What shoppers do, counted by the day, and what baskets tell.

use super::{Ask, StoreError, Tx, int, text};
use domain::curation::Measure;
use domain::ids::{OrgId, ProductId, StoreId};
use domain::{Instant, Span};

/// So often, in one store, on one day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counted {
    /// Which product.
    pub product: ProductId,
    /// Days since 1970 in the store's time zone.
    pub day: i32,
    /// What.
    pub measure: Measure,
    /// How often.
    pub count: u32,
}

/// Adds to what is there. Callers bring rows in one order, so that two of them do not wait for each other.
///
/// # Errors
/// When the database refuses.
pub async fn add(tx: &mut Tx, store: StoreId, counted: &Counted) -> Result<(), StoreError> {
    let sql = "INSERT INTO activity (store_id, product_id, day, kind, count) VALUES ($1, $2, $3, $4, $5) \
               ON CONFLICT (store_id, product_id, day, kind) DO UPDATE SET count = activity.count + excluded.count";
    let Counted { product, day, measure, count } = *counted;
    tx.execute(sql, &[text(store), text(product), int(day), text(name(measure)), int(count)]).await?;
    Ok(())
}

/// Everything since a day.
///
/// # Errors
/// When the database is away.
pub async fn since(ask: &mut (impl Ask + Send), store: StoreId, day: i32) -> Result<Vec<Counted>, StoreError> {
    let sql = "SELECT product_id, day, kind, count FROM activity WHERE store_id = $1 AND day >= $2";
    let mut counted = Vec::new();
    for row in ask.fetch(sql, &[text(store), int(day)]).await? {
        let wanted = row.text(2)?;
        // A kind of a newer build is not counted here.
        if let Some(measure) = Measure::ALL.into_iter().find(|measure| name(*measure) == wanted) {
            counted.push(Counted { product: row.parse(0)?, day: row.number(1)?, measure, count: row.number(3)? });
        }
    }
    Ok(counted)
}

/// Units sold by imported baskets since a moment, by the day of a time zone that is `offset` ahead of UTC. Returns are taken off;
/// a day on which more came back than went counts nothing.
///
/// # Errors
/// When the database is away.
pub async fn baskets(ask: &mut (impl Ask + Send), org: OrgId, from: Instant, offset: Span) -> Result<Vec<Counted>, StoreError> {
    let sql = "SELECT variant.product_id, (line.at + $3) / 86400000 AS day, CAST(SUM(line.quantity) AS BIGINT) FROM basket_line line \
               JOIN variant ON variant.org_id = line.org_id AND variant.variant_id = line.variant_id \
               WHERE line.org_id = $1 AND line.at >= $2 GROUP BY 1, 2";
    let rows = ask.fetch(sql, &[text(org), from.into(), int(offset.as_millis())]).await?;
    let decode = |row: &super::Row| {
        let count = u32::try_from(row.int(2)?).unwrap_or(0);
        Ok(Counted { product: row.parse(0)?, day: row.number(1)?, measure: Measure::Sale, count })
    };
    rows.iter().map(decode).collect()
}

/// When each product came into the range.
///
/// # Errors
/// When the database is away.
pub async fn added(ask: &mut (impl Ask + Send), org: OrgId) -> Result<Vec<(ProductId, Instant)>, StoreError> {
    let rows = ask.fetch("SELECT product_id, created_at FROM product WHERE org_id = $1 AND retired_at IS NULL", &[text(org)]).await?;
    rows.iter().map(|row| Ok((row.parse(0)?, row.instant(1)?))).collect()
}

fn name(measure: Measure) -> &'static str {
    match measure {
        Measure::View => "view",
        Measure::Scan => "scan",
        Measure::Wish => "wish",
        Measure::Reserve => "reserve",
        Measure::Sale => "sale",
        Measure::Other => "other",
    }
}
