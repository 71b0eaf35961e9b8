//! Whole products into their tables, and out of them.

use super::{PictureRecord, ProductRecord, Words};
use crate::bulk;
use crate::store::bulk::{Bulk, Cells};
use crate::store::{StoreError, Tx, text};
use domain::ids::{OrgId, ProductId};
use serde_json::json;

/// Writes products that are not there yet.
///
/// # Errors
/// When the database refuses, for instance a code that leads elsewhere.
pub async fn insert(tx: &mut Tx, org: OrgId, products: &[ProductRecord]) -> Result<(), StoreError> {
    let rows = Rows::of(products);
    let more = [text(org)];
    tx.execute_bulk(INSERT_PRODUCTS, &rows.products, &more).await?;
    tx.execute_bulk(INSERT_VARIANTS, &rows.variants, &more).await?;
    tx.execute_bulk(INSERT_CODES, &rows.codes, &more).await?;
    tx.execute_bulk(INSERT_WORDS, &rows.words, &more).await?;
    tx.execute_bulk(INSERT_PRICES, &rows.prices, &more).await?;
    tx.execute_bulk(INSERT_PICTURES, &rows.pictures, &more).await?;
    tx.execute_bulk(INSERT_WANTED, &rows.wanted, &more).await?;
    tx.execute_bulk(INSERT_LINKS, &rows.links, &more).await?;
    Ok(())
}

/// Writes products over what is there of them.
///
/// # Errors
/// When the database refuses.
pub async fn replace(tx: &mut Tx, org: OrgId, products: &[ProductRecord]) -> Result<(), StoreError> {
    let ids: Vec<ProductId> = products.iter().map(|product| product.id).collect();
    remove(tx, org, &ids).await?;
    insert(tx, org, products).await
}

/// Takes products out, with everything that [`ProductRecord`] holds and nothing else.
///
/// # Errors
/// When the database refuses.
pub async fn remove(tx: &mut Tx, org: OrgId, ids: &[ProductId]) -> Result<(), StoreError> {
    let rows: Vec<Cells> = ids.iter().map(|id| vec![json!(id)]).collect();
    for sql in REMOVE {
        tx.execute_bulk(*sql, &rows, &[text(org)]).await?;
    }
    Ok(())
}

const INSERT_PRODUCTS: Bulk = bulk!(
    "INSERT INTO product (org_id, product_id, product_key, country, position, given_hundredths, given_count, retired_at, created_at) \
     SELECT $2, r.value->>0, r.value->>1, r.value->>2, CAST(r.value->>3 AS BIGINT), CAST(r.value->>4 AS BIGINT), \
     CAST(r.value->>5 AS BIGINT), CAST(r.value->>6 AS BIGINT), CAST(r.value->>7 AS BIGINT) FROM",
    ""
);
const INSERT_VARIANTS: Bulk = bulk!(
    "INSERT INTO variant (org_id, variant_id, product_id, position, colour, width, height, depth, retired_at) \
     SELECT $2, r.value->>0, r.value->>1, CAST(r.value->>2 AS BIGINT), r.value->>3, CAST(r.value->>4 AS BIGINT), \
     CAST(r.value->>5 AS BIGINT), CAST(r.value->>6 AS BIGINT), CAST(r.value->>7 AS BIGINT) FROM",
    ""
);
const INSERT_CODES: Bulk = bulk!(
    "INSERT INTO code (org_id, variant_id, kind, code, retired_at) \
     SELECT $2, r.value->>0, r.value->>1, r.value->>2, CAST(r.value->>3 AS BIGINT) FROM",
    ""
);
const INSERT_WORDS: Bulk = bulk!(
    "INSERT INTO text (org_id, entity, entity_id, field, language, value) \
     SELECT $2, r.value->>0, r.value->>1, r.value->>2, r.value->>3, r.value->>4 FROM",
    ""
);
const INSERT_PRICES: Bulk = bulk!(
    "INSERT INTO price (org_id, variant_id, price_id, store_id, currency, minor, sale_minor, valid_from, valid_until) \
     SELECT $2, r.value->>0, r.value->>1, r.value->>2, r.value->>3, CAST(r.value->>4 AS BIGINT), CAST(r.value->>5 AS BIGINT), \
     CAST(r.value->>6 AS BIGINT), CAST(r.value->>7 AS BIGINT) FROM",
    ""
);
const INSERT_PICTURES: Bulk = bulk!(
    "INSERT INTO picture (org_id, entity, entity_id, position, hash) \
     SELECT $2, r.value->>0, r.value->>1, CAST(r.value->>2 AS BIGINT), r.value->>3 FROM",
    ""
);
const INSERT_WANTED: Bulk = bulk!(
    "INSERT INTO picture_wanted (org_id, entity, entity_id, position, source, state) \
     SELECT $2, r.value->>0, r.value->>1, CAST(r.value->>2 AS BIGINT), r.value->>3, 'waiting' FROM",
    ""
);
const INSERT_LINKS: Bulk = bulk!(
    "INSERT INTO product_link (org_id, product_id, position, link_type, url, title, language) \
     SELECT $2, r.value->>0, CAST(r.value->>1 AS BIGINT), r.value->>2, r.value->>3, r.value->>4, r.value->>5 FROM",
    ""
);

/// What hangs on variants first, the products last.
const REMOVE: &[Bulk] = &[
    bulk!(
        "DELETE FROM code WHERE org_id = $2 AND variant_id IN (SELECT v.variant_id FROM variant v WHERE v.org_id = $2 AND v.product_id IN \
         (SELECT r.value->>0 FROM",
        "))"
    ),
    bulk!(
        "DELETE FROM price WHERE org_id = $2 AND variant_id IN (SELECT v.variant_id FROM variant v WHERE v.org_id = $2 AND v.product_id IN \
         (SELECT r.value->>0 FROM",
        "))"
    ),
    bulk!(
        "DELETE FROM text WHERE org_id = $2 AND entity = 'variant' AND entity_id IN (SELECT v.variant_id FROM variant v \
         WHERE v.org_id = $2 AND v.product_id IN (SELECT r.value->>0 FROM",
        "))"
    ),
    bulk!(
        "DELETE FROM picture WHERE org_id = $2 AND entity = 'variant' AND entity_id IN (SELECT v.variant_id FROM variant v \
         WHERE v.org_id = $2 AND v.product_id IN (SELECT r.value->>0 FROM",
        "))"
    ),
    bulk!(
        "DELETE FROM picture_wanted WHERE org_id = $2 AND entity = 'variant' AND entity_id IN (SELECT v.variant_id FROM variant v \
         WHERE v.org_id = $2 AND v.product_id IN (SELECT r.value->>0 FROM",
        "))"
    ),
    bulk!("DELETE FROM variant WHERE org_id = $2 AND product_id IN (SELECT r.value->>0 FROM", ")"),
    bulk!("DELETE FROM text WHERE org_id = $2 AND entity = 'product' AND entity_id IN (SELECT r.value->>0 FROM", ")"),
    bulk!("DELETE FROM picture WHERE org_id = $2 AND entity = 'product' AND entity_id IN (SELECT r.value->>0 FROM", ")"),
    bulk!("DELETE FROM picture_wanted WHERE org_id = $2 AND entity = 'product' AND entity_id IN (SELECT r.value->>0 FROM", ")"),
    bulk!("DELETE FROM product_link WHERE org_id = $2 AND product_id IN (SELECT r.value->>0 FROM", ")"),
    bulk!("DELETE FROM product WHERE org_id = $2 AND product_id IN (SELECT r.value->>0 FROM", ")"),
];

/// Cells by table.
#[derive(Default)]
struct Rows {
    products: Vec<Cells>,
    variants: Vec<Cells>,
    codes: Vec<Cells>,
    words: Vec<Cells>,
    prices: Vec<Cells>,
    pictures: Vec<Cells>,
    wanted: Vec<Cells>,
    links: Vec<Cells>,
}

impl Rows {
    fn of(products: &[ProductRecord]) -> Self {
        let mut rows = Self::default();
        for product in products {
            rows.product(product);
        }
        rows
    }

    fn product(&mut self, product: &ProductRecord) {
        let ProductRecord { id, key, country, position, given, given_count, retired_at, created_at, .. } = product;
        self.products.push(vec![
            json!(id),
            json!(key),
            json!(country),
            json!(position),
            json!(given),
            json!(given_count),
            json!(retired_at),
            json!(created_at),
        ]);
        self.described("product", &id.to_string(), &product.words, &product.pictures);
        let links = product.links.iter().enumerate();
        self.links.extend(links.map(|(position, link)| {
            vec![json!(id), json!(position), json!(link.kind), json!(link.url), json!(link.title), json!(link.language)]
        }));
        for variant in &product.variants {
            let size = variant.dimensions;
            self.variants.push(vec![
                json!(variant.id),
                json!(id),
                json!(variant.position),
                json!(variant.colour),
                json!(size.map(|size| size.width)),
                json!(size.map(|size| size.height)),
                json!(size.map(|size| size.depth)),
                json!(variant.retired_at),
            ]);
            let codes =
                variant.codes.iter().map(|code| vec![json!(variant.id), json!(code.kind), json!(code.code), json!(code.retired_at)]);
            self.codes.extend(codes);
            self.prices.extend(variant.prices.iter().map(|price| {
                vec![
                    json!(variant.id),
                    json!(price.id),
                    json!(price.store),
                    json!(price.currency),
                    json!(price.minor),
                    json!(price.sale),
                    json!(price.from),
                    json!(price.until),
                ]
            }));
            self.described("variant", &variant.id.to_string(), &variant.words, &variant.pictures);
        }
    }

    fn described(&mut self, entity: &str, id: &str, words: &Words, pictures: &[PictureRecord]) {
        for (field, languages) in words {
            let cells =
                languages.iter().map(|(language, value)| vec![json!(entity), json!(id), json!(field), json!(language), json!(value)]);
            self.words.extend(cells);
        }
        for (position, picture) in pictures.iter().enumerate() {
            match picture {
                PictureRecord::Here(hash) => self.pictures.push(vec![json!(entity), json!(id), json!(position), json!(hash)]),
                PictureRecord::Wanted(source) => self.wanted.push(vec![json!(entity), json!(id), json!(position), json!(source)]),
            }
        }
    }
}
