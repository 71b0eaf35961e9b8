//! Products by id, by code, by key.

use super::{CodeRecord, LinkRecord, PictureRecord, PriceRecord, ProductRecord, VariantRecord, Words};
use crate::bulk;
use crate::store::bulk::{AskBulk, Bulk, Cells};
use crate::store::{Row, StoreError, text};
use domain::ids::{OrgId, ProductId, VariantId};
use domain::planogram::geometry::Dimensions;
use serde_json::json;
use std::collections::HashMap;

/// What a code leads to.
pub type Found = HashMap<(String, String), (ProductId, VariantId)>;

/// What codes of these kinds lead to, retired ones included: a code never changes its variant silently.
///
/// # Errors
/// When the database is away.
pub async fn by_code(ask: &mut impl AskBulk, org: OrgId, codes: &[(&str, String)]) -> Result<Found, StoreError> {
    // Asked for by a list and not by a join: SQLite would read the whole table for each row of the join.
    const SQL: Bulk = bulk!(
        "SELECT c.kind, c.code, v.product_id, c.variant_id FROM code c JOIN variant v ON v.org_id = $2 AND v.variant_id = c.variant_id \
         WHERE c.org_id = $2 AND (c.kind, c.code) IN (SELECT r.value->>0, r.value->>1 FROM",
        ")"
    );
    let rows: Vec<Cells> = codes.iter().map(|(kind, code)| vec![json!(kind), json!(code)]).collect();
    let found = ask.fetch_bulk(SQL, &rows, &[text(org)]).await?;
    found.iter().map(|row| Ok(((row.text(0)?.to_owned(), row.text(1)?.to_owned()), (row.parse(2)?, row.parse(3)?)))).collect()
}

/// Products by what the merchant calls them.
///
/// # Errors
/// When the database is away.
pub async fn by_key(ask: &mut impl AskBulk, org: OrgId, keys: &[String]) -> Result<HashMap<String, ProductId>, StoreError> {
    const SQL: Bulk =
        bulk!("SELECT p.product_key, p.product_id FROM product p WHERE p.org_id = $2 AND p.product_key IN (SELECT r.value->>0 FROM", ")");
    let rows: Vec<Cells> = keys.iter().map(|key| vec![json!(key)]).collect();
    let found = ask.fetch_bulk(SQL, &rows, &[text(org)]).await?;
    found.iter().map(|row| Ok((row.text(0)?.to_owned(), row.parse(1)?))).collect()
}

/// Whole products, in no order.
///
/// # Errors
/// When the database is away, or a row cannot be read.
pub async fn load(ask: &mut impl AskBulk, org: OrgId, ids: &[ProductId]) -> Result<Vec<ProductRecord>, StoreError> {
    let rows: Vec<Cells> = ids.iter().map(|id| vec![json!(id)]).collect();
    let mut parts = Parts::read(ask, org, &rows).await?;
    let products = ask.fetch_bulk(PRODUCTS, &rows, &[text(org)]).await?;
    products.iter().map(|row| parts.product(row)).collect()
}

const PRODUCTS: Bulk = bulk!(
    "SELECT product_id, product_key, country, position, given_hundredths, given_count, retired_at, created_at FROM product \
     WHERE org_id = $2 AND product_id IN (SELECT r.value->>0 FROM",
    ")"
);
const VARIANTS: Bulk = bulk!(
    "SELECT variant_id, product_id, position, colour, width, height, depth, retired_at FROM variant \
     WHERE org_id = $2 AND product_id IN (SELECT r.value->>0 FROM",
    ") ORDER BY position, variant_id"
);
const CODES: Bulk = bulk!(
    "SELECT c.variant_id, c.kind, c.code, c.retired_at FROM code c WHERE c.org_id = $2 \
     AND c.variant_id IN (SELECT v.variant_id FROM variant v WHERE v.org_id = $2 AND v.product_id IN (SELECT r.value->>0 FROM",
    "))"
);
const PRICES: Bulk = bulk!(
    "SELECT p.variant_id, p.price_id, p.store_id, p.currency, p.minor, p.sale_minor, p.valid_from, p.valid_until FROM price p WHERE p.org_id = $2 \
     AND p.variant_id IN (SELECT v.variant_id FROM variant v WHERE v.org_id = $2 AND v.product_id IN (SELECT r.value->>0 FROM",
    "))"
);
/// Texts and pictures of the products and of their variants. The table is named by the caller's statement.
const WORDS: Bulk = bulk!(
    "SELECT t.entity_id, t.field, t.language, t.value FROM text t WHERE t.org_id = $2 AND t.entity = 'product' \
     AND t.entity_id IN (SELECT r.value->>0 FROM",
    ")"
);
const VARIANT_WORDS: Bulk = bulk!(
    "SELECT t.entity_id, t.field, t.language, t.value FROM text t WHERE t.org_id = $2 AND t.entity = 'variant' \
     AND t.entity_id IN (SELECT v.variant_id FROM variant v WHERE v.org_id = $2 AND v.product_id IN (SELECT r.value->>0 FROM",
    "))"
);
const PICTURES: Bulk = bulk!(
    "SELECT p.entity_id, p.position, p.hash, NULL FROM picture p WHERE p.org_id = $2 AND p.entity = 'product' \
     AND p.entity_id IN (SELECT r.value->>0 FROM",
    ")"
);
const VARIANT_PICTURES: Bulk = bulk!(
    "SELECT p.entity_id, p.position, p.hash, NULL FROM picture p WHERE p.org_id = $2 AND p.entity = 'variant' \
     AND p.entity_id IN (SELECT v.variant_id FROM variant v WHERE v.org_id = $2 AND v.product_id IN (SELECT r.value->>0 FROM",
    "))"
);
const WANTED: Bulk = bulk!(
    "SELECT p.entity_id, p.position, NULL, p.source FROM picture_wanted p WHERE p.org_id = $2 AND p.entity = 'product' \
     AND p.entity_id IN (SELECT r.value->>0 FROM",
    ")"
);
const VARIANT_WANTED: Bulk = bulk!(
    "SELECT p.entity_id, p.position, NULL, p.source FROM picture_wanted p WHERE p.org_id = $2 AND p.entity = 'variant' \
     AND p.entity_id IN (SELECT v.variant_id FROM variant v WHERE v.org_id = $2 AND v.product_id IN (SELECT r.value->>0 FROM",
    "))"
);

const LINKS: Bulk = bulk!(
    "SELECT l.product_id, l.link_type, l.url, l.title, l.language FROM product_link l WHERE l.org_id = $2 \
     AND l.product_id IN (SELECT r.value->>0 FROM",
    ") ORDER BY l.product_id, l.position"
);

/// Rows by what they belong to.
struct Parts {
    links: HashMap<ProductId, Vec<LinkRecord>>,
    variants: HashMap<ProductId, Vec<VariantRecord>>,
    words: HashMap<String, Words>,
    pictures: HashMap<String, Vec<(i64, PictureRecord)>>,
}

impl Parts {
    async fn read(ask: &mut impl AskBulk, org: OrgId, products: &[Cells]) -> Result<Self, StoreError> {
        let more = [text(org)];
        let mut parts = Self { links: HashMap::new(), variants: HashMap::new(), words: HashMap::new(), pictures: HashMap::new() };
        for sql in [WORDS, VARIANT_WORDS] {
            for row in ask.fetch_bulk(sql, products, &more).await? {
                let field = parts.words.entry(row.text(0)?.to_owned()).or_default().entry(row.text(1)?.to_owned()).or_default();
                field.insert(row.text(2)?.to_owned(), row.text(3)?.to_owned());
            }
        }
        for sql in [PICTURES, VARIANT_PICTURES, WANTED, VARIANT_WANTED] {
            for row in ask.fetch_bulk(sql, products, &more).await? {
                let picture = match row.text_or_null(2)? {
                    Some(hash) => PictureRecord::Here(hash.to_owned()),
                    None => PictureRecord::Wanted(row.text(3)?.to_owned()),
                };
                parts.pictures.entry(row.text(0)?.to_owned()).or_default().push((row.int(1)?, picture));
            }
        }
        for row in ask.fetch_bulk(LINKS, products, &more).await? {
            let link = LinkRecord {
                kind: row.text(1)?.to_owned(),
                url: row.text(2)?.to_owned(),
                title: row.text(3)?.to_owned(),
                language: row.text_or_null(4)?.map(str::to_owned),
            };
            parts.links.entry(row.parse(0)?).or_default().push(link);
        }
        let mut codes: HashMap<VariantId, Vec<CodeRecord>> = HashMap::new();
        for row in ask.fetch_bulk(CODES, products, &more).await? {
            let code = CodeRecord { kind: row.text(1)?.to_owned(), code: row.text(2)?.to_owned(), retired_at: row.int_or_null(3)? };
            codes.entry(row.parse(0)?).or_default().push(code);
        }
        let mut prices: HashMap<VariantId, Vec<PriceRecord>> = HashMap::new();
        for row in ask.fetch_bulk(PRICES, products, &more).await? {
            prices.entry(row.parse(0)?).or_default().push(price(&row)?);
        }
        for row in ask.fetch_bulk(VARIANTS, products, &more).await? {
            let id: VariantId = row.parse(0)?;
            // Engines sort words and nothing-at-all differently.
            let (mut codes, mut prices) = (codes.remove(&id).unwrap_or_default(), prices.remove(&id).unwrap_or_default());
            codes.sort();
            prices.sort_by(PriceRecord::order);
            let variant = VariantRecord {
                id,
                position: row.int(2)?,
                colour: row.text_or_null(3)?.map(str::to_owned),
                dimensions: dimensions(&row, 4)?,
                retired_at: row.int_or_null(7)?,
                words: parts.words.remove(&id.to_string()).unwrap_or_default(),
                codes,
                prices,
                pictures: parts.pictures_of(&id.to_string()),
            };
            parts.variants.entry(row.parse(1)?).or_default().push(variant);
        }
        Ok(parts)
    }

    fn pictures_of(&mut self, id: &str) -> Vec<PictureRecord> {
        let mut pictures = self.pictures.remove(id).unwrap_or_default();
        pictures.sort_by_key(|(position, _)| *position);
        pictures.into_iter().map(|(_, picture)| picture).collect()
    }

    fn product(&mut self, row: &Row) -> Result<ProductRecord, StoreError> {
        let id: ProductId = row.parse(0)?;
        Ok(ProductRecord {
            id,
            key: row.text_or_null(1)?.map(str::to_owned),
            country: row.text(2)?.to_owned(),
            position: row.int(3)?,
            given: row.int_or_null(4)?,
            given_count: row.int_or_null(5)?,
            retired_at: row.int_or_null(6)?,
            created_at: row.int(7)?,
            words: self.words.remove(&id.to_string()).unwrap_or_default(),
            pictures: self.pictures_of(&id.to_string()),
            links: self.links.remove(&id).unwrap_or_default(),
            variants: self.variants.remove(&id).unwrap_or_default(),
        })
    }
}

fn price(row: &Row) -> Result<PriceRecord, StoreError> {
    Ok(PriceRecord {
        id: row.text(1)?.to_owned(),
        store: row.text_or_null(2)?.map(str::to_owned),
        currency: row.text(3)?.to_owned(),
        minor: row.int(4)?,
        sale: row.int_or_null(5)?,
        from: row.int(6)?,
        until: row.int_or_null(7)?,
    })
}

fn dimensions(row: &Row, first: usize) -> Result<Option<Dimensions>, StoreError> {
    match (row.int_or_null(first)?, row.int_or_null(first + 1)?, row.int_or_null(first + 2)?) {
        (Some(_), Some(_), Some(_)) => {
            Ok(Some(Dimensions { width: row.number(first)?, height: row.number(first + 1)?, depth: row.number(first + 2)? }))
        }
        _ => Ok(None),
    }
}
