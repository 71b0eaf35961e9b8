//! Which files name which pictures.

use super::bulk::{AskBulk, Bulk, Cells};
use super::record::PictureRecord;
use super::{Ask, Row, StoreError, Tx, int, text};
use crate::bulk;
use domain::ids::{OrgId, ProductId};
use serde_json::json;
use std::collections::BTreeSet;
use uuid::Uuid;

/// What a picture is on: `product` or `variant`, and which.
pub type Bearer = (String, String);

/// A picture that a file named.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Named {
    /// On what.
    pub bearer: Bearer,
    /// Its address or file name.
    pub source: String,
}

/// A picture of a bearer, and whether anybody still names it.
#[derive(Clone, Debug)]
pub struct Claim {
    /// On what.
    pub bearer: Bearer,
    /// The picture under its address, and once it has come.
    pub pictures: Vec<PictureRecord>,
    /// It is named by this import or by another kind of file.
    pub is_wanted: bool,
}

/// Says that an import of this origin names these.
///
/// # Errors
/// When the database refuses.
pub async fn say(tx: &mut Tx, org: OrgId, origin: &str, import: Uuid, named: &BTreeSet<Named>) -> Result<(), StoreError> {
    const SQL: Bulk = bulk!(
        "INSERT INTO picture_named (org_id, entity, entity_id, origin, source, import_id, gone) \
         SELECT $2, r.value->>0, r.value->>1, $3, r.value->>2, $4, FALSE FROM",
        "WHERE TRUE ON CONFLICT (org_id, entity, entity_id, origin, source) DO UPDATE SET import_id = excluded.import_id, gone = FALSE"
    );
    let rows: Vec<Cells> = named.iter().map(|one| vec![json!(one.bearer.0), json!(one.bearer.1), json!(one.source)]).collect();
    tx.execute_bulk(SQL, &rows, &[text(org), text(origin), text(import)]).await?;
    Ok(())
}

/// What has pictures of this origin that this import named others for and not these, in order; after a bearer, so many.
///
/// # Errors
/// When the database is away.
pub async fn outdated(
    ask: &mut (impl Ask + Send),
    org: OrgId,
    origin: &str,
    import: Uuid,
    after: &Bearer,
    limit: u32,
) -> Result<Vec<Bearer>, StoreError> {
    let sql = "SELECT DISTINCT s.entity, s.entity_id FROM picture_named n \
               JOIN picture_named s ON s.org_id = n.org_id AND s.entity = n.entity AND s.entity_id = n.entity_id AND s.origin = n.origin \
               WHERE n.org_id = $1 AND n.origin = $2 AND n.import_id = $3 AND s.import_id <> $3 \
               AND (s.entity, s.entity_id) > ($4, $5) ORDER BY s.entity, s.entity_id LIMIT $6";
    let values = [text(org), text(origin), text(import), text(&after.0), text(&after.1), int(limit)];
    ask.fetch(sql, &values).await?.iter().map(bearer).collect()
}

/// Everything that files ever named for these.
///
/// # Errors
/// When the database is away.
pub async fn claims(ask: &mut impl AskBulk, org: OrgId, origin: &str, import: Uuid, bearers: &[Bearer]) -> Result<Vec<Claim>, StoreError> {
    const SQL: Bulk = bulk!(
        "SELECT n.entity, n.entity_id, n.source, (SELECT s.hash FROM picture_source s WHERE s.org_id = $2 AND s.source = n.source), \
         n.import_id = $4 OR (n.origin <> $3 AND NOT n.gone) FROM picture_named n \
         WHERE n.org_id = $2 AND (n.entity, n.entity_id) IN (SELECT r.value->>0, r.value->>1 FROM",
        ")"
    );
    let rows: Vec<Cells> = bearers.iter().map(|(entity, id)| vec![json!(entity), json!(id)]).collect();
    let claim = |row: &Row| -> Result<Claim, StoreError> {
        let mut pictures = vec![PictureRecord::Wanted(row.text(2)?.to_owned())];
        pictures.extend(row.text_or_null(3)?.map(|hash| PictureRecord::Here(hash.to_owned())));
        Ok(Claim { bearer: bearer(row)?, pictures, is_wanted: row.bool(4)? })
    };
    ask.fetch_bulk(SQL, &rows, &[text(org), text(origin), text(import)]).await?.iter().map(claim).collect()
}

/// Says that what this import did not name is taken off these. The rows stay: an undo puts the pictures back.
///
/// # Errors
/// When the database refuses.
pub async fn take_off(tx: &mut Tx, org: OrgId, origin: &str, import: Uuid, bearers: &[Bearer]) -> Result<(), StoreError> {
    const SQL: Bulk = bulk!(
        "UPDATE picture_named SET gone = TRUE WHERE org_id = $2 AND origin = $3 AND import_id <> $4 \
         AND (entity, entity_id) IN (SELECT r.value->>0, r.value->>1 FROM",
        ")"
    );
    let rows: Vec<Cells> = bearers.iter().map(|(entity, id)| vec![json!(entity), json!(id)]).collect();
    tx.execute_bulk(SQL, &rows, &[text(org), text(origin), text(import)]).await?;
    Ok(())
}

/// An import that is taken back names nothing. What an earlier one of its origin named, too, is named by nobody then and stays.
///
/// # Errors
/// When the database refuses.
pub async fn forget(tx: &mut Tx, org: OrgId, import: Uuid) -> Result<(), StoreError> {
    tx.execute("DELETE FROM picture_named WHERE org_id = $1 AND import_id = $2", &[text(org), text(import)]).await?;
    Ok(())
}

/// The products that these are, or are variants of.
///
/// # Errors
/// When the database is away.
pub async fn products(ask: &mut impl AskBulk, org: OrgId, bearers: &[Bearer]) -> Result<BTreeSet<ProductId>, StoreError> {
    const VARIANTS: Bulk =
        bulk!("SELECT DISTINCT v.product_id FROM variant v WHERE v.org_id = $2 AND v.variant_id IN (SELECT r.value->>0 FROM", ")");
    const PRODUCTS: Bulk =
        bulk!("SELECT p.product_id FROM product p WHERE p.org_id = $2 AND p.product_id IN (SELECT r.value->>0 FROM", ")");
    let rows: Vec<Cells> = bearers.iter().map(|(_, id)| vec![json!(id)]).collect();
    let mut found = ask.fetch_bulk(VARIANTS, &rows, &[text(org)]).await?;
    found.append(&mut ask.fetch_bulk(PRODUCTS, &rows, &[text(org)]).await?);
    found.iter().map(|row| row.parse(0)).collect()
}

fn bearer(row: &Row) -> Result<Bearer, StoreError> {
    Ok((row.text(0)?.to_owned(), row.text(1)?.to_owned()))
}
