//! Figures of a file become adjustment movements; one that leaves more claimed than is there opens a shortfall.

use super::super::Terms;
use super::Done;
use super::batch::Batch;
use crate::store::record::stock as figures;
use crate::store::stock::Movement;
use crate::store::{StoreError, Tx, shortfall};
use domain::ids::{MovementId, ProductId, ShortfallId, StoreId, VariantId};
use domain::stock::{Bucket, Reason, Stock, Transfer};
use std::collections::{BTreeMap, HashSet};
use uuid::Uuid;

/// Who moves stock for an import.
pub(in crate::import) const ACTOR: &str = "import";

/// Writes a batch's figures; the products whose figures are others now.
pub(super) async fn write(tx: &mut Tx, terms: &Terms, batch: &Batch, done: &mut Done) -> Result<HashSet<ProductId>, StoreError> {
    let mut moved = HashSet::new();
    let mut by_store: BTreeMap<StoreId, BTreeMap<VariantId, (ProductId, Option<u32>)>> = BTreeMap::new();
    for ((store, variant), figure) in &batch.figures {
        by_store.entry(*store).or_default().insert(*variant, *figure);
    }
    for (store, wanted) in by_store {
        let variants: Vec<VariantId> = wanted.keys().copied().collect();
        let before = figures::lock(tx, store, &variants).await?;
        let (mut after, mut transfers) = (BTreeMap::new(), Vec::new());
        for (variant, (product, units)) in wanted {
            let row = before.get(&variant);
            let mut stock = row.copied().unwrap_or_default();
            let transfer = units.and_then(|units| towards(&stock, units, row.is_none()));
            if row.is_some() && transfer.is_none() {
                continue;
            }
            if let Some(transfer) = transfer {
                stock.apply(transfer).map_err(|error| StoreError::Corrupt(format!("{variant}: {error:?}")))?;
                transfers.push((variant, transfer));
            }
            done.remember("stock", format!("{store}/{variant}"), row.map(|row| row.floor).as_ref())?;
            moved.insert(product);
            after.insert(variant, stock);
        }
        move_units(tx, store, terms, &after, &transfers).await?;
        if let Some(seen) = &mut done.told {
            seen.moved(store, &after);
        }
    }
    Ok(moved)
}

/// Rows, ledger and shortfalls together.
pub(in crate::import) async fn move_units(
    tx: &mut Tx,
    store: StoreId,
    terms: &Terms,
    after: &BTreeMap<VariantId, Stock>,
    transfers: &[(VariantId, Transfer)],
) -> Result<(), StoreError> {
    let reference = terms.id.to_string();
    let movement = |(variant, transfer): &(VariantId, Transfer)| Movement {
        id: MovementId::new(Uuid::now_v7()),
        variant: *variant,
        transfer: *transfer,
        actor: ACTOR,
        reference: &reference,
    };
    let movements: Vec<Movement<'_>> = transfers.iter().map(movement).collect();
    figures::record(tx, store, &movements, terms.now).await?;
    figures::save(tx, store, after, terms.now).await?;
    // Only what is claimed can be short, or have been.
    for (variant, stock) in after.iter().filter(|(_, stock)| stock.claimed > 0) {
        shortfall::settle(tx, store, *variant, stock.available() < 0, ShortfallId::new(Uuid::now_v7()), terms.now).await?;
    }
    Ok(())
}

/// What moves so that this many are on the floor; `None` when they are.
pub(in crate::import) fn towards(stock: &Stock, units: u32, is_new: bool) -> Option<Transfer> {
    let reason = if is_new { Reason::Delivery } else { Reason::Adjusted };
    match (units.checked_sub(stock.floor), stock.floor.checked_sub(units)) {
        (Some(more), _) if more > 0 => Some(Transfer { from: Bucket::Supplier, to: Bucket::Floor, quantity: more, reason }),
        (_, Some(less)) if less > 0 => Some(Transfer { from: Bucket::Floor, to: Bucket::Shrink, quantity: less, reason }),
        _ => None,
    }
}
