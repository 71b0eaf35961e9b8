//! A store at one moment: what a shopper's read needs, so that it touches no database.

use super::catalogue::Catalogue;
use crate::store::{Reader, StoreError, catalog, planogram, stock, stores};
use domain::Instant;
use domain::crockford::SlotCode;
use domain::ids::VariantId;
use domain::planogram::{Location, Planogram};
use std::collections::HashMap;
use std::sync::Arc;

/// Immutable; renewing makes another one that shares what did not change.
#[derive(Clone)]
pub struct Snapshot {
    /// The last event that it has seen.
    pub seq: i64,
    /// The store with its hours.
    pub store: Arc<stores::Kept>,
    /// Products, collections, texts.
    pub catalogue: Arc<Catalogue>,
    /// Until then no price begins or ends.
    pub prices_until: Option<Instant>,
    /// The live planogram.
    pub planogram: Option<Arc<Planogram>>,
    /// Where each variant stands.
    pub locations: Arc<HashMap<VariantId, Vec<Location>>>,
    /// What stands in each slot, from left to right.
    pub slots: Arc<HashMap<SlotCode, Vec<VariantId>>>,
    /// Units of each variant of the assortment.
    pub stock: Arc<HashMap<VariantId, stock::Figure>>,
}

impl Snapshot {
    pub(super) async fn read(reader: &mut Reader, store: stores::Kept, seq: i64, now: Instant) -> Result<Self, StoreError> {
        let catalogue = Catalogue::read(reader, store.org, store.id, now).await?;
        let prices_until = catalog::next_price_change(reader, store.org, now).await?;
        let stock = stock::figures(reader, store.id).await?.into_iter().collect();
        let live = planogram::live(reader, store.id).await?;
        let mut snapshot = Self {
            seq,
            store: Arc::new(store),
            catalogue: Arc::new(catalogue),
            prices_until,
            planogram: None,
            locations: Arc::default(),
            slots: Arc::default(),
            stock: Arc::new(stock),
        };
        snapshot.set_planogram(live);
        Ok(snapshot)
    }

    /// The same with the prices of another moment.
    pub(super) async fn repriced(&self, reader: &mut Reader, now: Instant) -> Result<Self, StoreError> {
        let catalogue = Catalogue::read(reader, self.store.org, self.store.id, now).await?;
        let prices_until = catalog::next_price_change(reader, self.store.org, now).await?;
        Ok(Self { catalogue: Arc::new(catalogue), prices_until, ..self.clone() })
    }

    pub(super) fn set_planogram(&mut self, planogram: Option<Planogram>) {
        let (mut locations, mut slots) = (HashMap::<_, Vec<_>>::new(), HashMap::<_, Vec<_>>::new());
        for (variant, location) in planogram.iter().flat_map(Planogram::locations) {
            slots.entry(location.slot).or_default().push(variant);
            locations.entry(variant).or_default().push(location);
        }
        self.planogram = planogram.map(Arc::new);
        self.locations = Arc::new(locations);
        self.slots = Arc::new(slots);
    }

    /// Where a variant stands, the first slot first; empty is "ask us".
    pub fn locations_of(&self, variant: VariantId) -> &[Location] {
        self.locations.get(&variant).map_or(&[], Vec::as_slice)
    }

    /// What may be held of a variant now.
    pub fn available(&self, variant: VariantId) -> u32 {
        self.stock.get(&variant).map_or(0, |figure| u32::try_from(figure.stock.available()).unwrap_or(0))
    }
}
