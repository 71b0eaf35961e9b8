//! Collections with their rules.

use super::{Ask, Row, StoreError, Tx, int, text, text_or_null};
use crate::store::choice;
use domain::curation::Rule;
use domain::ids::{CollectionId, OrgId, PersonId, ProductId};
use std::collections::HashMap;

/// A collection as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// Its id.
    pub id: CollectionId,
    /// In links.
    pub slug: String,
    /// Who stands for it.
    pub curator: PersonId,
    /// Grows with each change.
    pub version: u32,
    /// Its rule; none is a list made by hand.
    pub rule: Option<Rule>,
    /// What was put in by a list without author, in order.
    pub listed: Vec<ProductId>,
    /// What people chose, in the order in which they did.
    pub choices: Vec<choice::Kept>,
}

const ALL: &str =
    "SELECT collection_id, slug, curator_id, version, rule FROM collection WHERE org_id = $1 ORDER BY position, collection_id";
const ONE: &str = "SELECT collection_id, slug, curator_id, version, rule FROM collection WHERE org_id = $1 AND collection_id = $2";
const ONE_LOCKED: &str =
    "SELECT collection_id, slug, curator_id, version, rule FROM collection WHERE org_id = $1 AND collection_id = $2 FOR UPDATE";

/// All of an organisation, in its order.
///
/// # Errors
/// When the database is away.
pub async fn all(ask: &mut (impl Ask + Send), org: OrgId) -> Result<Vec<Kept>, StoreError> {
    let mut listed = HashMap::<CollectionId, Vec<ProductId>>::new();
    let sql = "SELECT collection_id, product_id FROM collection_member WHERE org_id = $1 ORDER BY collection_id, position";
    for row in ask.fetch(sql, &[text(org)]).await? {
        listed.entry(row.parse(0)?).or_default().push(row.parse(1)?);
    }
    let mut chosen = HashMap::<CollectionId, Vec<choice::Kept>>::new();
    for (collection, choice) in choice::all(ask, org).await? {
        chosen.entry(collection).or_default().push(choice);
    }
    let mut all = Vec::new();
    for row in ask.fetch(ALL, &[text(org)]).await? {
        let mut kept = decode(&row)?;
        kept.listed = listed.remove(&kept.id).unwrap_or_default();
        kept.choices = chosen.remove(&kept.id).unwrap_or_default();
        all.push(kept);
    }
    Ok(all)
}

/// Reads one without members and choices, and keeps others from changing it meanwhile.
///
/// # Errors
/// When the database is away.
pub async fn lock(tx: &mut Tx, org: OrgId, id: CollectionId) -> Result<Option<Kept>, StoreError> {
    let sql = if tx.locks_rows() { ONE_LOCKED } else { ONE };
    tx.fetch_one(sql, &[text(org), text(id)]).await?.map(|row| decode(&row)).transpose()
}

/// Writes a new one, last in the order.
///
/// # Errors
/// `Taken` when its slug is; otherwise when the database refuses.
pub async fn insert(tx: &mut Tx, org: OrgId, kept: &Kept) -> Result<(), StoreError> {
    let last = tx.fetch_one("SELECT COALESCE(MAX(position), -1) FROM collection WHERE org_id = $1", &[text(org)]).await?;
    let position = last.map_or(Ok(0), |row| row.int(0))? + 1;
    let sql =
        "INSERT INTO collection (org_id, collection_id, slug, position, curator_id, rule, version) VALUES ($1, $2, $3, $4, $5, $6, $7)";
    let rule = text_or_null(written(kept.rule.as_ref())?);
    let values = [text(org), text(kept.id), text(&kept.slug), int(position), text(kept.curator), rule, int(kept.version)];
    tx.execute(sql, &values).await?;
    Ok(())
}

/// Slugs that begin so.
///
/// # Errors
/// When the database is away.
pub async fn slugs(ask: &mut (impl Ask + Send), org: OrgId) -> Result<Vec<String>, StoreError> {
    let rows = ask.fetch("SELECT slug FROM collection WHERE org_id = $1", &[text(org)]).await?;
    rows.iter().map(|row| row.text(0).map(str::to_owned)).collect()
}

/// Writes curator and rule, and the next version.
///
/// # Errors
/// When the database refuses.
pub async fn change(tx: &mut Tx, org: OrgId, id: CollectionId, curator: PersonId, rule: Option<&Rule>) -> Result<(), StoreError> {
    let sql = "UPDATE collection SET curator_id = $3, rule = $4, version = version + 1 WHERE org_id = $1 AND collection_id = $2";
    tx.execute(sql, &[text(org), text(id), text(curator), text_or_null(written(rule)?)]).await?;
    Ok(())
}

/// The next version, where something beside it changed.
///
/// # Errors
/// When the database refuses.
pub async fn touch(tx: &mut Tx, org: OrgId, id: CollectionId) -> Result<(), StoreError> {
    tx.execute("UPDATE collection SET version = version + 1 WHERE org_id = $1 AND collection_id = $2", &[text(org), text(id)]).await?;
    Ok(())
}

/// Takes a product off a list without author.
///
/// # Errors
/// When the database refuses.
pub async fn unlist(tx: &mut Tx, org: OrgId, id: CollectionId, product: ProductId) -> Result<(), StoreError> {
    let sql = "DELETE FROM collection_member WHERE org_id = $1 AND collection_id = $2 AND product_id = $3";
    tx.execute(sql, &[text(org), text(id), text(product)]).await?;
    Ok(())
}

/// Takes it away with all that belongs to it.
///
/// # Errors
/// When the database refuses.
pub async fn delete(tx: &mut Tx, org: OrgId, id: CollectionId) -> Result<(), StoreError> {
    for sql in [
        "DELETE FROM collection_task WHERE org_id = $1 AND collection_id = $2",
        "DELETE FROM collection_choice WHERE org_id = $1 AND collection_id = $2",
        "DELETE FROM collection_member WHERE org_id = $1 AND collection_id = $2",
        "DELETE FROM text WHERE org_id = $1 AND entity = 'collection' AND entity_id = $2",
        "DELETE FROM collection WHERE org_id = $1 AND collection_id = $2",
    ] {
        tx.execute(sql, &[text(org), text(id)]).await?;
    }
    tx.execute("DELETE FROM collection_standing WHERE collection_id = $1", &[text(id)]).await?;
    Ok(())
}

fn written(rule: Option<&Rule>) -> Result<Option<String>, StoreError> {
    rule.map(serde_json::to_string).transpose().map_err(|error| StoreError::Corrupt(error.to_string()))
}

fn decode(row: &Row) -> Result<Kept, StoreError> {
    let rule = row.text_or_null(4)?.map(serde_json::from_str).transpose();
    Ok(Kept {
        id: row.parse(0)?,
        slug: row.text(1)?.to_owned(),
        curator: row.parse(2)?,
        version: row.number(3)?,
        rule: rule.map_err(|error| StoreError::Corrupt(format!("a rule: {error}")))?,
        listed: Vec::new(),
        choices: Vec::new(),
    })
}
