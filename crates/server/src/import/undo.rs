//! Takes an import back: everything is as it was before, the latest change first. What came to hang on goods meanwhile is respected:
//! a product that somebody reserved is retired, not deleted.

use super::Terms;
use super::write::{move_units, tell, towards};
use crate::store::import::{self, Change, Import, ImportState};
use crate::store::record::review::{self, Aside, ReviewRecord};
use crate::store::record::{self, ProductRecord, stock};
use crate::store::{Store, StoreError, Tx, baskets, named, reservation};
use domain::ids::{ProductId, ReviewId, StoreId, VariantId};
use std::collections::{BTreeMap, HashSet};

const BATCH: u32 = 1000;

/// Takes an import back. May be cut short and called again. Says how far it is: changes left.
///
/// # Errors
/// When the database refuses; what was taken back stays so.
pub async fn undo(store: &Store, terms: &Terms, import: &Import, mut left: impl FnMut(u64)) -> Result<(), StoreError> {
    loop {
        let mut tx = store.begin().await?;
        let changes = import::last_changes(&mut tx, terms.org, terms.id, BATCH).await?;
        let Some((first, _)) = changes.last() else {
            named::forget(&mut tx, terms.org, terms.id).await?;
            import::progress(&mut tx, terms.org, terms.id, &import.count, ImportState::Undone, Some(terms.now)).await?;
            return tx.commit().await;
        };
        let first = *first;
        batch(&mut tx, terms, changes.into_iter().map(|(_, change)| change).collect()).await?;
        import::forget_changes(&mut tx, terms.org, terms.id, first).await?;
        // Half taken back it may go on in either direction.
        import::progress(&mut tx, terms.org, terms.id, &import.count, ImportState::Stopped, None).await?;
        tell(&mut tx, terms).await?;
        tx.commit().await?;
        left(first);
    }
}

/// Changes by kind. Only the earliest change of a thing counts, which stands last; kinds do not meet but for products, whose stock
/// goes first.
async fn batch(tx: &mut Tx, terms: &Terms, changes: Vec<Change>) -> Result<(), StoreError> {
    let mut by_kind: BTreeMap<String, BTreeMap<String, Option<String>>> = BTreeMap::new();
    for Change { entity, id, before } in changes {
        by_kind.entry(entity).or_default().insert(id, before);
    }
    let mut take = |kind: &str| by_kind.remove(kind).unwrap_or_default();
    figures(tx, terms, take("stock")).await?;
    let baskets: Vec<String> = take("basket").into_keys().collect();
    baskets::remove(tx, terms.org, &baskets).await?;
    reviews(tx, terms, take("review")).await?;
    asides(tx, terms, take("aside")).await?;
    products(tx, terms, take("product")).await
}

async fn products(tx: &mut Tx, terms: &Terms, changes: BTreeMap<String, Option<String>>) -> Result<(), StoreError> {
    let (mut made, mut before) = (Vec::new(), Vec::new());
    for (id, record) in changes {
        match record {
            Some(record) => before.push(read::<ProductRecord>(&record)?),
            None => made.push(id.parse::<ProductId>().map_err(|error| StoreError::Corrupt(error.to_string()))?),
        }
    }
    let reserved: HashSet<ProductId> = reservation::products_with_lines(tx, terms.org, &made).await?.into_iter().collect();
    let (kept, gone): (Vec<ProductId>, Vec<ProductId>) = made.into_iter().partition(|id| reserved.contains(id));
    let mut kept = record::load(tx, terms.org, &kept).await?;
    kept.iter_mut().for_each(|product| product.retired_at = Some(terms.now.millis()));
    before.append(&mut kept);
    // All out before any in: codes and keys may have changed hands.
    record::remove(tx, terms.org, &gone).await?;
    record::replace(tx, terms.org, &before).await
}

async fn reviews(tx: &mut Tx, terms: &Terms, changes: BTreeMap<String, Option<String>>) -> Result<(), StoreError> {
    let (mut made, mut before) = (Vec::new(), Vec::new());
    for (id, record) in changes {
        match record {
            Some(record) => before.push(read::<ReviewRecord>(&record)?),
            None => made.push(review_id(&id)?),
        }
    }
    review::remove(tx, terms.org, &made).await?;
    review::save(tx, terms.org, &before).await
}

async fn asides(tx: &mut Tx, terms: &Terms, changes: BTreeMap<String, Option<String>>) -> Result<(), StoreError> {
    let (mut made, mut before) = (Vec::new(), Vec::new());
    for (id, record) in changes {
        match record {
            Some(record) => {
                let (key, body) = read::<(String, String)>(&record)?;
                before.push(Aside { id: review_id(&id)?, key, body });
            }
            None => made.push(review_id(&id)?),
        }
    }
    review::take_from_aside(tx, terms.org, &made).await?;
    review::put_aside(tx, terms.org, &before).await
}

/// Figures go back by movements; rows to which nothing else happened go.
async fn figures(tx: &mut Tx, terms: &Terms, changes: BTreeMap<String, Option<String>>) -> Result<(), StoreError> {
    let mut by_store: BTreeMap<StoreId, BTreeMap<VariantId, Option<u32>>> = BTreeMap::new();
    for (id, before) in changes {
        let parts = id.split_once('/').and_then(|(store, variant)| Some((store.parse().ok()?, variant.parse().ok()?)));
        let (store, variant) = parts.ok_or_else(|| StoreError::Corrupt(format!("stock of {id}")))?;
        let floor = before.map(|floor| read::<u32>(&floor)).transpose()?;
        by_store.entry(store).or_default().insert(variant, floor);
    }
    for (store, wanted) in by_store {
        let made: Vec<VariantId> = wanted.iter().filter(|(_, floor)| floor.is_none()).map(|(variant, _)| *variant).collect();
        stock::remove_untouched(tx, terms.org, store, &made, &terms.id.to_string()).await?;
        let mut after = stock::lock(tx, store, &wanted.keys().copied().collect::<Vec<_>>()).await?;
        let mut transfers = Vec::new();
        for (variant, row) in &mut after {
            let floor = wanted.get(variant).copied().flatten().unwrap_or(0);
            if let Some(transfer) = towards(row, floor, false) {
                row.apply(transfer).map_err(|error| StoreError::Corrupt(format!("{variant}: {error:?}")))?;
                transfers.push((*variant, transfer));
            }
        }
        move_units(tx, store, terms, &after, &transfers).await?;
    }
    Ok(())
}

fn review_id(id: &str) -> Result<ReviewId, StoreError> {
    id.parse().map_err(|_| StoreError::Corrupt(format!("review {id}")))
}

fn read<T: serde::de::DeserializeOwned>(json: &str) -> Result<T, StoreError> {
    serde_json::from_str(json).map_err(|error| StoreError::Corrupt(error.to_string()))
}
