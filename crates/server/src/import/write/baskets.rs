//! Sales of a file: whole baskets, each once.

use super::super::Terms;
use super::Done;
use super::batch::Batch;
use crate::store::baskets::{self as rows, Line};
use crate::store::{StoreError, Tx};
use std::collections::{BTreeMap, HashSet};

pub(super) async fn write(tx: &mut Tx, terms: &Terms, batch: &Batch, done: &mut Done) -> Result<(), StoreError> {
    let mut lines: BTreeMap<(String, String), Line> = BTreeMap::new();
    let mut baskets = HashSet::new();
    for (row, basket) in &batch.baskets {
        // A file without numbers calls a basket by its row, which means nothing in another file.
        let key =
            if basket.key == row.to_string() && !terms.origin.is_empty() { format!("{}:{row}", terms.origin) } else { basket.key.clone() };
        baskets.insert(key.clone());
        for (item, quantity) in &basket.lines {
            let variant = batch.variant_called(item).map(|(_, variant)| variant);
            let fresh = Line { basket: key.clone(), item: item.clone(), quantity: 0, variant, at: basket.at };
            lines.entry((key.clone(), item.clone())).or_insert(fresh).quantity += i64::from(*quantity);
        }
    }
    // A basket may stand in several rows: what is there is told by basket and item.
    let keys: Vec<String> = baskets.into_iter().collect();
    let known: HashSet<(String, String)> = rows::known(tx, terms.org, &keys).await?.into_iter().collect();
    let mut made = HashSet::new();
    let fresh: Vec<Line> = lines.into_iter().filter(|(key, _)| !known.contains(key)).map(|(_, line)| line).collect();
    for line in &fresh {
        done.count.aside += u64::from(line.variant.is_none());
        if made.insert(line.basket.clone()) {
            done.remember("basket", &line.basket, None::<&()>)?;
        }
    }
    if let Some(seen) = &mut done.told {
        seen.baskets(&made);
    }
    done.count.made += made.len() as u64;
    done.count.same += (keys.len() - made.len()) as u64;
    rows::insert(tx, terms.org, &fresh).await?;
    attach(tx, terms, batch).await
}

/// Lines that waited for the products of this batch.
async fn attach(tx: &mut Tx, terms: &Terms, batch: &Batch) -> Result<(), StoreError> {
    let mut names = Vec::new();
    for (product, _) in batch.settled().filter(|(product, _)| !batch.is_known(product.id)) {
        names.extend(product.variants.iter().flat_map(|variant| &variant.codes).map(|code| code.code.clone()));
    }
    rows::attach(tx, terms.org, &names).await
}
