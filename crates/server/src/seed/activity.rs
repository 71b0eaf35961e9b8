//! What shoppers did before the shop is opened.

use crate::hours;
use crate::store::activity::{self, Counted};
use crate::store::{StoreError, Tx, stores};
use domain::Instant;
use fixtures::Shop;

pub(super) async fn activity(tx: &mut Tx, shop: &Shop, now: Instant) -> Result<(), StoreError> {
    let stores = stores::all(tx).await?;
    for did in &shop.activity {
        if let Some(store) = stores.iter().find(|store| store.id == did.store) {
            let day = hours::day_number(store, now) - i32::from(did.days_ago);
            let counted = Counted { product: did.product, day, measure: did.measure, count: did.count };
            activity::add(tx, did.store, &counted).await?;
        }
    }
    Ok(())
}
