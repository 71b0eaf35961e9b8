//! Whom rules brought in a store, and who has fallen since.

use super::{Ask, StoreError, Tx, text};
use domain::Instant;
use domain::curation::Missed;
use domain::ids::{CollectionId, CurationTaskId, OrgId, ProductId, StoreId};

/// A member that fell and waits for a decision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Task {
    /// Its id.
    pub id: CurationTaskId,
    /// Of which collection.
    pub collection: CollectionId,
    /// Which product.
    pub product: ProductId,
    /// What it missed then.
    pub missed: Vec<Missed>,
    /// Since when.
    pub opened_at: Instant,
}

/// Who stood in which collection when it was looked at last.
///
/// # Errors
/// When the database is away.
pub async fn all(ask: &mut (impl Ask + Send), store: StoreId) -> Result<Vec<(CollectionId, ProductId)>, StoreError> {
    let rows = ask.fetch("SELECT collection_id, product_id FROM collection_standing WHERE store_id = $1", &[text(store)]).await?;
    rows.iter().map(|row| Ok((row.parse(0)?, row.parse(1)?))).collect()
}

/// It stands there now.
///
/// # Errors
/// When the database refuses.
pub async fn stand(tx: &mut Tx, store: StoreId, collection: CollectionId, product: ProductId) -> Result<(), StoreError> {
    let sql = "INSERT INTO collection_standing (store_id, collection_id, product_id) VALUES ($1, $2, $3) \
               ON CONFLICT (store_id, collection_id, product_id) DO NOTHING";
    tx.execute(sql, &[text(store), text(collection), text(product)]).await?;
    Ok(())
}

/// It does not stand there any more; true when it did until now. Of several nodes that see it fall, one is told so.
///
/// # Errors
/// When the database refuses.
pub async fn leave(tx: &mut Tx, store: StoreId, collection: CollectionId, product: ProductId) -> Result<bool, StoreError> {
    let sql = "DELETE FROM collection_standing WHERE store_id = $1 AND collection_id = $2 AND product_id = $3";
    Ok(tx.execute(sql, &[text(store), text(collection), text(product)]).await? == 1)
}

/// Another rule begins without members: nobody has fallen from it.
///
/// # Errors
/// When the database refuses.
pub async fn begin_anew(tx: &mut Tx, collection: CollectionId) -> Result<(), StoreError> {
    tx.execute("DELETE FROM collection_standing WHERE collection_id = $1", &[text(collection)]).await?;
    Ok(())
}

/// What waits for a decision in a store, the oldest first.
///
/// # Errors
/// When the database is away.
pub async fn tasks(ask: &mut (impl Ask + Send), org: OrgId, store: StoreId) -> Result<Vec<Task>, StoreError> {
    let sql = "SELECT task_id, collection_id, product_id, why, opened_at FROM collection_task \
               WHERE org_id = $1 AND store_id = $2 AND closed_at IS NULL ORDER BY opened_at, task_id";
    let mut tasks = Vec::new();
    for row in ask.fetch(sql, &[text(org), text(store)]).await? {
        let (id, collection, product, opened_at) = (row.parse(0)?, row.parse(1)?, row.parse(2)?, row.instant(4)?);
        let missed = serde_json::from_str(row.text(3)?).map_err(|error| StoreError::Corrupt(format!("a task: {error}")))?;
        tasks.push(Task { id, collection, product, missed, opened_at });
    }
    Ok(tasks)
}

/// Opens one.
///
/// # Errors
/// When the database refuses.
pub async fn open(tx: &mut Tx, org: OrgId, store: StoreId, task: &Task) -> Result<(), StoreError> {
    let sql = "INSERT INTO collection_task (org_id, task_id, collection_id, product_id, store_id, why, opened_at) \
               VALUES ($1, $2, $3, $4, $5, $6, $7)";
    let why = serde_json::to_string(&task.missed).map_err(|error| StoreError::Corrupt(error.to_string()))?;
    let Task { id, collection, product, opened_at, .. } = task;
    let values = [text(org), text(id), text(collection), text(product), text(store), text(why), (*opened_at).into()];
    tx.execute(sql, &values).await?;
    Ok(())
}

/// Closes one; false when there is none that is open. `by` is a person's id, or `rule` when the product came back by itself.
///
/// # Errors
/// When the database refuses.
pub async fn close(tx: &mut Tx, org: OrgId, task: CurationTaskId, by: impl ToString, now: Instant) -> Result<bool, StoreError> {
    let sql = "UPDATE collection_task SET closed_at = $3, closed_by = $4 WHERE org_id = $1 AND task_id = $2 AND closed_at IS NULL";
    Ok(tx.execute(sql, &[text(org), text(task), now.into(), text(by)]).await? == 1)
}

/// Closes all of a collection, or those about one product, in every store.
///
/// # Errors
/// When the database refuses.
pub async fn close_all(
    tx: &mut Tx,
    org: OrgId,
    collection: CollectionId,
    product: Option<ProductId>,
    by: impl ToString,
    now: Instant,
) -> Result<(), StoreError> {
    let sql = match product {
        None => "UPDATE collection_task SET closed_at = $3, closed_by = $4 WHERE org_id = $1 AND collection_id = $2 AND closed_at IS NULL",
        Some(_) => {
            "UPDATE collection_task SET closed_at = $3, closed_by = $4 WHERE org_id = $1 AND collection_id = $2 \
             AND product_id = $5 AND closed_at IS NULL"
        }
    };
    let mut values = vec![text(org), text(collection), now.into(), text(by)];
    values.extend(product.map(text));
    tx.execute(sql, &values).await?;
    Ok(())
}
