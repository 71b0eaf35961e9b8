//! The catalogue of an organisation, read whole into the snapshot.

use super::{Ask, Row, StoreError, Tx, int, int_or_null, media, text};
use api::catalog::Picture;
use api::endpoint::fill;
use api::page::MEDIA;
use domain::curation::Ratings;
use domain::ids::{OrgId, PersonId, ProductId, StoreId, VariantId};
use domain::planogram::geometry::Dimensions;
use domain::{Gtin, Instant, Money};
use uuid::Uuid;

/// A product's row.
pub struct ProductRow {
    /// Its id.
    pub id: ProductId,
    /// ISO 3166-1 alpha-2.
    pub country: String,
    /// When it came into the catalogue.
    pub added_at: Instant,
    /// The average that came with a file: hundredths of a star, and of how many.
    pub given: Option<(u16, u32)>,
}

/// A variant's row.
pub struct VariantRow {
    /// Its id.
    pub id: VariantId,
    /// Of which product.
    pub product: ProductId,
    /// `#rrggbb`.
    pub colour: Option<String>,
    /// Its box, where somebody measured.
    pub dimensions: Option<Dimensions>,
}

/// A price's row.
pub struct PriceRow {
    /// Of what.
    pub variant: VariantId,
    /// Only there.
    pub store: Option<StoreId>,
    /// Before any sale.
    pub price: Money,
    /// While on sale.
    pub sale: Option<Money>,
    /// Until when.
    pub until: Option<Instant>,
}

/// A picture's row.
pub struct PictureRow {
    /// Of which product, variant or person; ids of all kinds differ.
    pub id: Uuid,
    /// As it is shown.
    pub picture: Picture,
}

async fn all<T: Send>(
    ask: &mut (impl Ask + Send),
    sql: &'static str,
    org: OrgId,
    decode: impl Fn(&Row) -> Result<T, StoreError> + Send + Sync,
) -> Result<Vec<T>, StoreError> {
    let mut rows = Vec::new();
    ask.visit(sql, &[text(org)], |row| {
        rows.push(decode(&row)?);
        Ok(())
    })
    .await?;
    Ok(rows)
}

/// Products that are not retired, in the merchant's order.
///
/// # Errors
/// When the database is away.
pub async fn products(ask: &mut (impl Ask + Send), org: OrgId) -> Result<Vec<ProductRow>, StoreError> {
    let sql = "SELECT product_id, country, created_at, given_hundredths, given_count FROM product \
               WHERE org_id = $1 AND retired_at IS NULL ORDER BY position, product_id";
    all(ask, sql, org, |row| {
        let given = match row.int_or_null(3)? {
            Some(_) => Some((row.number(3)?, u32::try_from(row.int_or_null(4)?.unwrap_or(0)).unwrap_or(0))),
            None => None,
        };
        Ok(ProductRow { id: row.parse(0)?, country: row.text(1)?.to_owned(), added_at: row.instant(2)?, given })
    })
    .await
}

/// Variants that are not retired, in the merchant's order.
///
/// # Errors
/// When the database is away.
pub async fn variants(ask: &mut (impl Ask + Send), org: OrgId) -> Result<Vec<VariantRow>, StoreError> {
    let sql = "SELECT variant_id, product_id, colour, width, height, depth FROM variant \
               WHERE org_id = $1 AND retired_at IS NULL ORDER BY position, variant_id";
    all(ask, sql, org, |row| {
        let dimensions = match (row.int_or_null(3)?, row.int_or_null(4)?, row.int_or_null(5)?) {
            (Some(_), Some(_), Some(_)) => Some(Dimensions { width: row.number(3)?, height: row.number(4)?, depth: row.number(5)? }),
            _ => None,
        };
        Ok(VariantRow { id: row.parse(0)?, product: row.parse(1)?, colour: row.text_or_null(2)?.map(str::to_owned), dimensions })
    })
    .await
}

/// Codes that a label may carry, and the variant each leads to.
///
/// # Errors
/// When the database is away.
pub async fn gtins(ask: &mut (impl Ask + Send), org: OrgId) -> Result<Vec<(Gtin, VariantId)>, StoreError> {
    let sql =
        "SELECT code, variant_id FROM code WHERE org_id = $1 AND kind IN ('gtin', 'in-store') AND retired_at IS NULL ORDER BY kind, code";
    all(ask, sql, org, |row| Ok((row.parse(0)?, row.parse(1)?))).await
}

/// Prices that hold at `now`.
///
/// # Errors
/// When the database is away.
pub async fn prices(ask: &mut (impl Ask + Send), org: OrgId, now: Instant) -> Result<Vec<PriceRow>, StoreError> {
    let sql = "SELECT variant_id, store_id, currency, minor, sale_minor, valid_until FROM price \
               WHERE org_id = $1 AND valid_from <= $2 AND (valid_until IS NULL OR valid_until > $2) ORDER BY valid_from";
    let rows = ask.fetch(sql, &[text(org), now.into()]).await?;
    let decode = |row: &Row| {
        let currency = row.parse(2)?;
        Ok(PriceRow {
            variant: row.parse(0)?,
            store: row.parse_or_null(1)?,
            price: Money { minor: row.int(3)?, currency },
            sale: row.int_or_null(4)?.map(|minor| Money { minor, currency }),
            until: row.instant_or_null(5)?,
        })
    };
    rows.iter().map(decode).collect()
}

/// When a price begins or ends next; `None` when none will.
///
/// # Errors
/// When the database is away.
pub async fn next_price_change(ask: &mut (impl Ask + Send), org: OrgId, now: Instant) -> Result<Option<Instant>, StoreError> {
    let sql = "SELECT MIN(moment) FROM (SELECT valid_from AS moment FROM price WHERE org_id = $1 AND valid_from > $2 \
               UNION ALL SELECT valid_until AS moment FROM price WHERE org_id = $1 AND valid_until > $2) AS changes";
    let rows = ask.fetch(sql, &[text(org), now.into()]).await?;
    rows.first().map_or(Ok(None), |row| row.instant_or_null(0))
}

/// Pictures of products, variants and people, in order.
///
/// # Errors
/// When the database is away.
pub async fn pictures(ask: &mut (impl Ask + Send), org: OrgId) -> Result<Vec<PictureRow>, StoreError> {
    let sql = "SELECT p.entity_id, p.entity, p.hash, m.width, m.height, m.widths, m.colour FROM picture p \
               LEFT JOIN media m ON m.org_id = p.org_id AND m.hash = p.hash \
               WHERE p.org_id = $1 AND p.entity IN ('product', 'variant', 'person') ORDER BY p.position";
    all(ask, sql, org, |row| Ok(PictureRow { id: row.parse(0)?, picture: picture(row)? })).await
}

/// Pictures of one thing, in order.
///
/// # Errors
/// When the database is away.
pub async fn pictures_of(ask: &mut (impl Ask + Send), org: OrgId, entity: &str, id: impl ToString) -> Result<Vec<Picture>, StoreError> {
    let sql = "SELECT p.entity, p.entity_id, p.hash, m.width, m.height, m.widths, m.colour FROM picture p \
               LEFT JOIN media m ON m.org_id = p.org_id AND m.hash = p.hash \
               WHERE p.org_id = $1 AND p.entity = $2 AND p.entity_id = $3 ORDER BY p.position";
    ask.fetch(sql, &[text(org), text(entity), text(id)]).await?.iter().map(picture).collect()
}

/// From hash, width, height, widths and colour, at column 2 on.
fn picture(row: &Row) -> Result<Picture, StoreError> {
    let side = |column| Ok::<_, StoreError>(row.int_or_null(column)?.and_then(|side| u32::try_from(side).ok()));
    Ok(Picture {
        url: fill(MEDIA, &[("hash", row.text(2)?)]),
        width: side(3)?,
        height: side(4)?,
        widths: media::widths(row.text_or_null(5)?),
        colour: row.text_or_null(6)?.map(str::to_owned),
        ..Picture::default()
    })
}

/// How often each number of stars was given, hidden reviews apart.
///
/// # Errors
/// When the database is away.
pub async fn ratings(ask: &mut (impl Ask + Send), org: OrgId) -> Result<Vec<(ProductId, Ratings)>, StoreError> {
    let sql = "SELECT product_id, stars, COUNT(*) FROM review WHERE org_id = $1 AND state = 'shown' \
               GROUP BY product_id, stars ORDER BY product_id";
    let mut ratings: Vec<(ProductId, Ratings)> = Vec::new();
    for row in ask.fetch(sql, &[text(org)]).await? {
        let (product, stars, count) = (row.parse(0)?, row.number::<usize>(1)?, row.number::<u32>(2)?);
        if ratings.last().is_none_or(|(last, _)| *last != product) {
            ratings.push((product, Ratings::default()));
        }
        if let Some((_, ratings)) = ratings.last_mut()
            && let Some(slot) = ratings.counts.get_mut(stars.wrapping_sub(1))
        {
            *slot = count;
        }
    }
    Ok(ratings)
}

/// Who wrote a note about which product.
///
/// # Errors
/// When the database is away.
pub async fn notes(ask: &mut (impl Ask + Send), org: OrgId) -> Result<Vec<(ProductId, PersonId)>, StoreError> {
    all(ask, "SELECT product_id, person_id FROM staff_note WHERE org_id = $1", org, |row| Ok((row.parse(0)?, row.parse(1)?))).await
}

/// Says who wrote the note about a product; `None` where there is none any more.
///
/// # Errors
/// When the database refuses.
pub async fn set_note(tx: &mut Tx, org: OrgId, product: ProductId, by: Option<PersonId>, now: Instant) -> Result<(), StoreError> {
    tx.execute("DELETE FROM staff_note WHERE org_id = $1 AND product_id = $2", &[text(org), text(product)]).await?;
    if let Some(by) = by {
        let sql = "INSERT INTO staff_note (org_id, product_id, person_id, written_at) VALUES ($1, $2, $3, $4)";
        tx.execute(sql, &[text(org), text(product), text(by), now.into()]).await?;
    }
    Ok(())
}

/// Writes a price from now on, in all stores.
///
/// # Errors
/// When the database refuses.
pub async fn save_price(
    tx: &mut Tx,
    org: OrgId,
    id: impl ToString,
    variant: VariantId,
    price: Money,
    sale: Option<Money>,
    from: Instant,
) -> Result<(), StoreError> {
    let sql =
        "INSERT INTO price (org_id, price_id, variant_id, currency, minor, sale_minor, valid_from) VALUES ($1, $2, $3, $4, $5, $6, $7)";
    let sale = int_or_null(sale.map(|sale| sale.minor));
    tx.execute(sql, &[text(org), text(id.to_string()), text(variant), text(price.currency), int(price.minor), sale, from.into()]).await?;
    Ok(())
}

/// Everybody whose name may appear.
///
/// # Errors
/// When the database is away.
pub async fn people(ask: &mut (impl Ask + Send), org: OrgId) -> Result<Vec<PersonId>, StoreError> {
    all(ask, "SELECT person_id FROM person WHERE org_id = $1", org, |row| row.parse(0)).await
}
