//! What people chose above a collection's rule.

use super::{Ask, Row, StoreError, Tx, int, text};
use domain::Instant;
use domain::ids::{CollectionId, OrgId, PersonId, ProductId};

/// One choice: a product has one at most in a collection.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// Which product.
    pub product: ProductId,
    /// What was chosen.
    pub kind: Kind,
    /// The place given by hand, from 1; 0 without one.
    pub position: u32,
    /// By whom.
    pub person: PersonId,
    /// When.
    pub at: Instant,
}

/// What was chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// In.
    Pin,
    /// Out.
    Exclude,
    /// Only its place.
    Order,
}

/// All of an organisation, in the order in which they were made.
///
/// # Errors
/// When the database is away.
pub async fn all(ask: &mut (impl Ask + Send), org: OrgId) -> Result<Vec<(CollectionId, Kept)>, StoreError> {
    let sql = "SELECT collection_id, product_id, kind, position, person_id, at FROM collection_choice WHERE org_id = $1 \
               ORDER BY at, product_id";
    let rows = ask.fetch(sql, &[text(org)]).await?;
    rows.iter().map(|row| Ok((row.parse(0)?, decode(row)?))).collect()
}

/// Pins or excludes; a place that was given stays.
///
/// # Errors
/// When the database refuses.
pub async fn save(tx: &mut Tx, org: OrgId, collection: CollectionId, choice: &Kept, reason: &str) -> Result<(), StoreError> {
    let sql = "INSERT INTO collection_choice (org_id, collection_id, product_id, kind, position, person_id, reason, at) \
               VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (org_id, collection_id, product_id) \
               DO UPDATE SET kind = excluded.kind, person_id = excluded.person_id, reason = excluded.reason, at = excluded.at";
    let Kept { product, kind, position, person, at } = choice;
    let values = [text(org), text(collection), text(product), text(name(*kind)), int(*position), text(person), text(reason), (*at).into()];
    tx.execute(sql, &values).await?;
    Ok(())
}

/// Takes a pin or an exclusion back.
///
/// # Errors
/// When the database refuses.
pub async fn remove(tx: &mut Tx, org: OrgId, collection: CollectionId, product: ProductId) -> Result<(), StoreError> {
    let sql = "DELETE FROM collection_choice WHERE org_id = $1 AND collection_id = $2 AND product_id = $3";
    tx.execute(sql, &[text(org), text(collection), text(product)]).await?;
    Ok(())
}

/// Gives these their places, the first 1, and takes everybody else's away.
///
/// # Errors
/// When the database refuses.
pub async fn order(
    tx: &mut Tx,
    org: OrgId,
    collection: CollectionId,
    products: &[ProductId],
    person: PersonId,
    now: Instant,
) -> Result<(), StoreError> {
    let whose = [text(org), text(collection)];
    tx.execute("DELETE FROM collection_choice WHERE org_id = $1 AND collection_id = $2 AND kind = 'order'", &whose).await?;
    tx.execute("UPDATE collection_choice SET position = 0 WHERE org_id = $1 AND collection_id = $2", &whose).await?;
    for (product, position) in products.iter().zip(1_i64..) {
        let sql = "INSERT INTO collection_choice (org_id, collection_id, product_id, kind, position, person_id, reason, at) \
                   VALUES ($1, $2, $3, 'order', $4, $5, '', $6) ON CONFLICT (org_id, collection_id, product_id) \
                   DO UPDATE SET position = excluded.position";
        tx.execute(sql, &[text(org), text(collection), text(product), int(position), text(person), now.into()]).await?;
    }
    Ok(())
}

fn name(kind: Kind) -> &'static str {
    match kind {
        Kind::Pin => "pin",
        Kind::Exclude => "exclude",
        Kind::Order => "order",
    }
}

fn decode(row: &Row) -> Result<Kept, StoreError> {
    let kind = match row.text(2)? {
        "pin" => Kind::Pin,
        "exclude" => Kind::Exclude,
        "order" => Kind::Order,
        other => return Err(StoreError::Corrupt(format!("there is no choice {other}"))),
    };
    Ok(Kept { product: row.parse(1)?, kind, position: row.number(3)?, person: row.parse(4)?, at: row.instant(5)? })
}
