//! Reviews as imports write them, and those whose product is not here yet.

use crate::bulk;
use crate::store::bulk::{AskBulk, Bulk, Cells};
use crate::store::{Row, StoreError, Tx, text};
use domain::ids::{OrgId, ProductId, ReviewId};
use serde::{Deserialize, Serialize};
use serde_json::json;

/// A review.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReviewRecord {
    /// Its id.
    pub id: ReviewId,
    /// Of which product.
    pub product: ProductId,
    /// Where it comes from: `import` or the name of a key.
    pub source: String,
    /// The best of its source's scale, in tenths.
    pub scale: i64,
    /// What was given, in tenths.
    pub value: i64,
    /// 1 to 5.
    pub stars: i64,
    /// Its heading.
    pub title: String,
    /// Nickname.
    pub author: String,
    /// What it is written in.
    pub language: String,
    /// Its text.
    pub body: String,
    /// Known to be bought.
    pub verified: bool,
    /// How many found it helpful, as the source said.
    pub helpful: i64,
    /// ms UTC; 0 where nobody said.
    pub written_at: i64,
    /// The size that was bought.
    pub size: Option<String>,
    /// -2 to 2.
    pub fit: Option<i64>,
}

/// A review that waits for its product.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Aside {
    /// Its id.
    pub id: ReviewId,
    /// What it calls the product.
    pub key: String,
    /// The review, its product left nil, as JSON.
    pub body: String,
}

/// The reviews with these ids, in no order.
///
/// # Errors
/// When the database is away.
pub async fn load(ask: &mut impl AskBulk, org: OrgId, ids: &[ReviewId]) -> Result<Vec<ReviewRecord>, StoreError> {
    const SQL: Bulk = bulk!(
        "SELECT review_id, product_id, source, scale, value, stars, title, author, language, body, verified, helpful, written_at, size, fit \
         FROM review WHERE org_id = $2 AND review_id IN (SELECT r.value->>0 FROM",
        ")"
    );
    let rows: Vec<Cells> = ids.iter().map(|id| vec![json!(id)]).collect();
    ask.fetch_bulk(SQL, &rows, &[text(org)]).await?.iter().map(decode).collect()
}

/// Writes reviews; those that are there are written over, moderation and thanks aside.
///
/// # Errors
/// When the database refuses.
pub async fn save(tx: &mut Tx, org: OrgId, reviews: &[ReviewRecord]) -> Result<(), StoreError> {
    const SQL: Bulk = bulk!(
        "INSERT INTO review (org_id, review_id, product_id, source, scale, value, stars, title, author, language, body, verified, helpful, \
         written_at, size, fit) SELECT $2, r.value->>0, r.value->>1, r.value->>2, CAST(r.value->>3 AS BIGINT), CAST(r.value->>4 AS BIGINT), \
         CAST(r.value->>5 AS BIGINT), r.value->>6, r.value->>7, r.value->>8, r.value->>9, CAST(r.value->>10 AS BOOLEAN), \
         CAST(r.value->>11 AS BIGINT), CAST(r.value->>12 AS BIGINT), r.value->>13, CAST(r.value->>14 AS BIGINT) FROM",
        "WHERE TRUE ON CONFLICT (org_id, review_id) DO UPDATE SET product_id = excluded.product_id, scale = excluded.scale, \
         value = excluded.value, stars = excluded.stars, title = excluded.title, author = excluded.author, language = excluded.language, \
         body = excluded.body, verified = excluded.verified, written_at = excluded.written_at, size = excluded.size, fit = excluded.fit"
    );
    let rows: Vec<Cells> = reviews.iter().map(cells).collect();
    tx.execute_bulk(SQL, &rows, &[text(org)]).await?;
    Ok(())
}

/// Takes reviews out.
///
/// # Errors
/// When the database refuses.
pub async fn remove(tx: &mut Tx, org: OrgId, ids: &[ReviewId]) -> Result<(), StoreError> {
    const SQL: Bulk = bulk!("DELETE FROM review WHERE org_id = $2 AND review_id IN (SELECT r.value->>0 FROM", ")");
    let rows: Vec<Cells> = ids.iter().map(|id| vec![json!(id)]).collect();
    tx.execute_bulk(SQL, &rows, &[text(org)]).await?;
    Ok(())
}

/// Those of these ids that wait already.
///
/// # Errors
/// When the database is away.
pub async fn waiting(ask: &mut impl AskBulk, org: OrgId, ids: &[ReviewId]) -> Result<Vec<ReviewId>, StoreError> {
    const SQL: Bulk = bulk!("SELECT review_id FROM review_aside WHERE org_id = $2 AND review_id IN (SELECT r.value->>0 FROM", ")");
    let rows: Vec<Cells> = ids.iter().map(|id| vec![json!(id)]).collect();
    ask.fetch_bulk(SQL, &rows, &[text(org)]).await?.iter().map(|row| row.parse(0)).collect()
}

/// Those that wait for any of these products, by key, SKU or barcode.
///
/// # Errors
/// When the database is away.
pub async fn waiting_for(ask: &mut impl AskBulk, org: OrgId, keys: &[String]) -> Result<Vec<Aside>, StoreError> {
    const SQL: Bulk =
        bulk!("SELECT review_id, product_key, body FROM review_aside WHERE org_id = $2 AND product_key IN (SELECT r.value->>0 FROM", ")");
    let rows: Vec<Cells> = keys.iter().map(|key| vec![json!(key)]).collect();
    let decode = |row: &Row| Ok(Aside { id: row.parse(0)?, key: row.text(1)?.to_owned(), body: row.text(2)?.to_owned() });
    ask.fetch_bulk(SQL, &rows, &[text(org)]).await?.iter().map(decode).collect()
}

/// Lets reviews wait.
///
/// # Errors
/// When the database refuses.
pub async fn put_aside(tx: &mut Tx, org: OrgId, reviews: &[Aside]) -> Result<(), StoreError> {
    const SQL: Bulk = bulk!(
        "INSERT INTO review_aside (org_id, review_id, product_key, body) SELECT $2, r.value->>0, r.value->>1, r.value->>2 FROM",
        "WHERE TRUE ON CONFLICT (org_id, review_id) DO NOTHING"
    );
    let rows: Vec<Cells> = reviews.iter().map(|aside| vec![json!(aside.id), json!(aside.key), json!(aside.body)]).collect();
    tx.execute_bulk(SQL, &rows, &[text(org)]).await?;
    Ok(())
}

/// They wait no longer.
///
/// # Errors
/// When the database refuses.
pub async fn take_from_aside(tx: &mut Tx, org: OrgId, ids: &[ReviewId]) -> Result<(), StoreError> {
    const SQL: Bulk = bulk!("DELETE FROM review_aside WHERE org_id = $2 AND review_id IN (SELECT r.value->>0 FROM", ")");
    let rows: Vec<Cells> = ids.iter().map(|id| vec![json!(id)]).collect();
    tx.execute_bulk(SQL, &rows, &[text(org)]).await?;
    Ok(())
}

fn cells(review: &ReviewRecord) -> Cells {
    vec![
        json!(review.id),
        json!(review.product),
        json!(review.source),
        json!(review.scale),
        json!(review.value),
        json!(review.stars),
        json!(review.title),
        json!(review.author),
        json!(review.language),
        json!(review.body),
        json!(review.verified),
        json!(review.helpful),
        json!(review.written_at),
        json!(review.size),
        json!(review.fit),
    ]
}

fn decode(row: &Row) -> Result<ReviewRecord, StoreError> {
    Ok(ReviewRecord {
        id: row.parse(0)?,
        product: row.parse(1)?,
        source: row.text(2)?.to_owned(),
        scale: row.int(3)?,
        value: row.int(4)?,
        stars: row.int(5)?,
        title: row.text(6)?.to_owned(),
        author: row.text(7)?.to_owned(),
        language: row.text(8)?.to_owned(),
        body: row.text(9)?.to_owned(),
        verified: row.bool(10)?,
        helpful: row.int(11)?,
        written_at: row.int(12)?,
        size: row.text_or_null(13)?.map(str::to_owned),
        fit: row.int_or_null(14)?,
    })
}
