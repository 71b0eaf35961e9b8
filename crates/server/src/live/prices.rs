//! What things cost in a store. Most prices hold everywhere, so stores share them.

use crate::store::catalog as rows;
use crate::store::{Reader, StoreError};
use api::catalog::Price;
use domain::Instant;
use domain::ids::{OrgId, StoreId, VariantId};
use std::collections::HashMap;
use std::sync::Arc;

/// One store's prices.
#[derive(Clone, Default)]
pub struct Prices {
    everywhere: Arc<HashMap<VariantId, Price>>,
    /// These win.
    here: Arc<HashMap<VariantId, Price>>,
}

impl Prices {
    /// What a variant costs; `None` is "price on request".
    pub fn of(&self, variant: VariantId) -> Option<Price> {
        self.here.get(&variant).or_else(|| self.everywhere.get(&variant)).copied()
    }
}

/// An organisation's prices at one moment.
pub(super) struct OrgPrices {
    everywhere: Arc<HashMap<VariantId, Price>>,
    by_store: HashMap<StoreId, Arc<HashMap<VariantId, Price>>>,
    /// Until then no price begins or ends.
    pub(super) until: Option<Instant>,
}

impl OrgPrices {
    pub(super) async fn read(reader: &mut Reader, org: OrgId, now: Instant) -> Result<Self, StoreError> {
        let (mut everywhere, mut by_store) = (HashMap::new(), HashMap::<_, HashMap<_, _>>::new());
        // Rows come by when they begin, so a later one wins.
        for row in rows::prices(reader, org, now).await? {
            let before = row.sale.map(|_| row.price);
            let until = row.until.filter(|_| row.sale.is_some());
            let price = Price { now: row.sale.unwrap_or(row.price), before, until };
            row.store.map_or(&mut everywhere, |store| by_store.entry(store).or_default()).insert(row.variant, price);
        }
        let by_store = by_store.into_iter().map(|(store, prices)| (store, Arc::new(prices))).collect();
        Ok(Self { everywhere: Arc::new(everywhere), by_store, until: rows::next_price_change(reader, org, now).await? })
    }

    pub(super) fn of_store(&self, store: StoreId) -> Prices {
        Prices { everywhere: self.everywhere.clone(), here: self.by_store.get(&store).cloned().unwrap_or_default() }
    }
}
