//! What things cost in a store. Most prices hold everywhere, so stores share them.

use crate::store::catalog as rows;
use crate::store::{Reader, StoreError};
use api::catalog::Price;
use domain::ids::{OrgId, StoreId, VariantId};
use domain::{Currency, Instant};
use std::collections::HashMap;
use std::hash::Hash;
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

/// An organisation's prices at one moment, by what they are in: a store sells in one currency.
pub(super) struct OrgPrices {
    everywhere: HashMap<Currency, Arc<HashMap<VariantId, Price>>>,
    by_store: HashMap<(StoreId, Currency), Arc<HashMap<VariantId, Price>>>,
    /// Until then no price begins or ends.
    pub(super) until: Option<Instant>,
}

impl OrgPrices {
    pub(super) async fn read(reader: &mut Reader, org: OrgId, now: Instant) -> Result<Self, StoreError> {
        let (mut everywhere, mut by_store) = (HashMap::<_, HashMap<_, _>>::new(), HashMap::<_, HashMap<_, _>>::new());
        // Rows come by when they begin, so a later one wins.
        for row in rows::prices(reader, org, now).await? {
            let before = row.sale.map(|_| row.price);
            let until = row.until.filter(|_| row.sale.is_some());
            let (price, currency) = (Price { now: row.sale.unwrap_or(row.price), before, until }, row.price.currency);
            let prices = match row.store {
                Some(store) => by_store.entry((store, currency)).or_default(),
                None => everywhere.entry(currency).or_default(),
            };
            prices.insert(row.variant, price);
        }
        Ok(Self { everywhere: shared(everywhere), by_store: shared(by_store), until: rows::next_price_change(reader, org, now).await? })
    }

    pub(super) fn of_store(&self, store: StoreId, currency: Currency) -> Prices {
        Prices {
            everywhere: self.everywhere.get(&currency).cloned().unwrap_or_default(),
            here: self.by_store.get(&(store, currency)).cloned().unwrap_or_default(),
        }
    }
}

fn shared<K: Eq + Hash>(prices: HashMap<K, HashMap<VariantId, Price>>) -> HashMap<K, Arc<HashMap<VariantId, Price>>> {
    prices.into_iter().map(|(key, prices)| (key, Arc::new(prices))).collect()
}
