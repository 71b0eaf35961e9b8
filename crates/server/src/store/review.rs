//! What web customers wrote.

use super::{Ask, Row, StoreError, Tx, int, text};
use api::review::GivenStars;
use domain::ids::{OrgId, ProductId, ReviewId};
use domain::reviews::Entry;
use domain::{Instant, Language};
use std::collections::HashSet;

/// A review's row.
#[derive(Clone, Debug)]
pub struct Kept {
    /// Its id.
    pub id: ReviewId,
    /// About what.
    pub product: ProductId,
    /// 1 to 5.
    pub stars: u8,
    /// Nickname.
    pub author: String,
    /// What it is written in.
    pub language: Language,
    /// Its heading.
    pub title: String,
    /// Empty for stars only.
    pub body: String,
    /// The size that was bought.
    pub size: Option<String>,
    /// From −2 to 2.
    pub fit: Option<i8>,
    /// Known to be bought.
    pub verified: bool,
    /// How many found it helpful.
    pub helpful: u32,
    /// When.
    pub written_at: Instant,
    /// Anybody sees it.
    pub shown: bool,
}

/// Shown reviews of a product after a place, the oldest first: to read all of them in parts.
///
/// # Errors
/// When the database is away.
pub async fn part(
    ask: &mut (impl Ask + Send),
    org: OrgId,
    product: ProductId,
    after: Option<(Instant, ReviewId)>,
    limit: u32,
) -> Result<Vec<Kept>, StoreError> {
    let sql = "SELECT review_id, product_id, stars, author, language, title, body, size, fit, verified, helpful, written_at, state FROM review \
               WHERE org_id = $1 AND product_id = $2 AND state = 'shown' AND (written_at > $3 OR (written_at = $3 AND review_id > $4)) \
               ORDER BY written_at, review_id LIMIT $5";
    let (at, id) = after.map_or((i64::MIN, String::new()), |(at, id)| (at.millis(), id.to_string()));
    let rows = ask.fetch(sql, &[text(org), text(product), int(at), text(id), int(limit)]).await?;
    rows.iter().map(decode).collect()
}

/// A review, shown or not.
///
/// # Errors
/// When the database is away.
pub async fn get(ask: &mut (impl Ask + Send), org: OrgId, id: ReviewId) -> Result<Option<Kept>, StoreError> {
    let sql = "SELECT review_id, product_id, stars, author, language, title, body, size, fit, verified, helpful, written_at, state FROM review \
               WHERE org_id = $1 AND review_id = $2";
    ask.fetch_one(sql, &[text(org), text(id)]).await?.map(|row| decode(&row)).transpose()
}

/// Which reviews of a product have photos.
///
/// # Errors
/// When the database is away.
pub async fn with_photos(ask: &mut (impl Ask + Send), org: OrgId, product: ProductId) -> Result<HashSet<ReviewId>, StoreError> {
    let sql = "SELECT DISTINCT p.entity_id FROM picture p JOIN review r ON r.org_id = p.org_id AND r.review_id = p.entity_id \
               WHERE p.org_id = $1 AND p.entity = 'review' AND r.product_id = $2";
    ask.fetch(sql, &[text(org), text(product)]).await?.iter().map(|row| row.parse(0)).collect()
}

/// The stars that the source computed itself.
///
/// # Errors
/// When the database is away.
pub async fn given(ask: &mut (impl Ask + Send), org: OrgId, product: ProductId) -> Result<Option<GivenStars>, StoreError> {
    let sql = "SELECT given_hundredths, given_count FROM product WHERE org_id = $1 AND product_id = $2 AND given_hundredths IS NOT NULL";
    let row = ask.fetch_one(sql, &[text(org), text(product)]).await?;
    let count = |row: &Row| row.int_or_null(1).map(|count| count.and_then(|count| u32::try_from(count).ok()));
    row.map(|row| Ok(GivenStars { hundredths: row.number(0)?, count: count(&row)? })).transpose()
}

/// One more found it helpful; of which product it is, `None` when it is not shown.
///
/// # Errors
/// When the database refuses.
pub async fn helped(tx: &mut Tx, org: OrgId, id: ReviewId) -> Result<Option<ProductId>, StoreError> {
    let sql = "UPDATE review SET helpful = helpful + 1 WHERE org_id = $1 AND review_id = $2 AND state = 'shown' RETURNING product_id";
    tx.fetch_one(sql, &[text(org), text(id)]).await?.map(|row| row.parse(0)).transpose()
}

/// Shows or hides it; whether there is such a review.
///
/// # Errors
/// When the database refuses.
pub async fn set_shown(tx: &mut Tx, org: OrgId, id: ReviewId, shown: bool) -> Result<bool, StoreError> {
    let sql = "UPDATE review SET state = $3 WHERE org_id = $1 AND review_id = $2";
    let state = if shown { "shown" } else { "hidden" };
    Ok(tx.execute(sql, &[text(org), text(id), text(state)]).await? > 0)
}

impl Kept {
    /// For a digest.
    pub fn entry(&self, photo: bool) -> Entry<'_> {
        Entry {
            id: self.id,
            stars: self.stars,
            language: self.language,
            title: &self.title,
            body: &self.body,
            size: self.size.as_deref(),
            fit: self.fit,
            verified: self.verified,
            photo,
            helpful: self.helpful,
            written_at: self.written_at,
        }
    }
}

fn decode(row: &Row) -> Result<Kept, StoreError> {
    Ok(Kept {
        id: row.parse(0)?,
        product: row.parse(1)?,
        stars: row.number(2)?,
        author: row.text(3)?.to_owned(),
        language: row.parse(4)?,
        title: row.text(5)?.to_owned(),
        body: row.text(6)?.to_owned(),
        size: row.text_or_null(7)?.filter(|size| !size.is_empty()).map(str::to_owned),
        fit: row.int_or_null(8)?.and_then(|fit| i8::try_from(fit).ok()),
        verified: row.bool(9)?,
        helpful: row.number(10)?,
        written_at: row.instant(11)?,
        shown: row.text(12)? == "shown",
    })
}
