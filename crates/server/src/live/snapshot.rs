//! A store at one moment: what a shopper's read needs, so that it touches no database.

use super::catalogue::Catalogue;
use super::prices::{OrgPrices, Prices};
use super::range::Range;
use crate::hours;
use crate::store::count::Task;
use crate::store::stock::Figure;
use crate::store::{Reader, StoreError, count, event, pause, planogram, stock, stores};
use api::catalog::Price;
use domain::crockford::SlotCode;
use domain::ids::VariantId;
use domain::pause::is_on;
use domain::planogram::{Location, Planogram};
use domain::{Instant, Span};
use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

/// What was counted before is no news in any store.
const NEWS: Span = Span::hours(14 * 24);

/// Immutable; renewing makes another one that shares what did not change. What is the organisation's is shared by its stores.
#[derive(Clone)]
pub struct Snapshot {
    /// The last event that it has seen.
    pub seq: i64,
    /// The store with its hours.
    pub store: Arc<stores::Kept>,
    /// Products, collections, texts.
    pub catalogue: Arc<Catalogue>,
    /// What they cost here.
    pub prices: Prices,
    /// Until then no price begins or ends.
    pub prices_until: Option<Instant>,
    /// The live planogram.
    pub planogram: Option<Arc<Planogram>>,
    /// Where each variant stands.
    pub locations: Arc<HashMap<VariantId, Vec<Location>>>,
    /// What stands in each slot, from left to right.
    pub slots: Arc<HashMap<SlotCode, Vec<VariantId>>>,
    /// Units of each variant of the assortment.
    pub stock: Arc<HashMap<VariantId, Figure>>,
    /// What shoppers could not find and what came of it, each variant's latest; see `Self::check`.
    pub(super) checks: Arc<HashMap<VariantId, Task>>,
    /// The last pause of new reservations, which may be past; see `Self::pause`.
    pub(super) pause: Option<pause::Kept>,
    /// What the store has of each product.
    pub range: Arc<Range>,
}

/// What is a store's own, as it is read.
pub(super) struct Own {
    pub(super) store: stores::Kept,
    seq: i64,
    stock: HashMap<VariantId, Figure>,
    planogram: Option<Planogram>,
    checks: HashMap<VariantId, Task>,
    pause: Option<pause::Kept>,
}

impl Own {
    pub(super) async fn read(reader: &mut Reader, store: stores::Kept, now: Instant) -> Result<Self, StoreError> {
        // The number first: what happens while the rest is read is applied again, which does no harm.
        let seq = event::last(reader, store.id).await?;
        let stock = stock::figures(reader, store.id).await?;
        let checks = count::since(reader, store.id, now - NEWS).await?.into_iter().map(|task| (task.variant, task)).collect();
        let pause = pause::get(reader, store.id).await?;
        Ok(Self { seq, stock, checks, pause, planogram: planogram::live(reader, store.id).await?, store })
    }
}

impl Snapshot {
    pub(super) fn new(own: Own, catalogue: Arc<Catalogue>, prices: &OrgPrices) -> Self {
        let mut snapshot = Self {
            seq: own.seq,
            catalogue,
            prices: prices.of_store(own.store.id, own.store.currency),
            prices_until: prices.until,
            planogram: None,
            locations: Arc::default(),
            slots: Arc::default(),
            stock: Arc::new(own.stock),
            checks: Arc::new(own.checks),
            pause: own.pause,
            range: Arc::default(),
            store: Arc::new(own.store),
        };
        snapshot.set_planogram(own.planogram);
        snapshot
    }

    /// Puts in another catalogue with its prices, and the stock as it was read beside it.
    pub(super) fn set_catalogue(&mut self, catalogue: Arc<Catalogue>, prices: &OrgPrices, stock: HashMap<VariantId, Figure>) {
        self.catalogue = catalogue;
        self.stock = Arc::new(stock);
        self.set_prices(prices);
    }

    /// Puts in the prices of another moment.
    pub(super) fn set_prices(&mut self, prices: &OrgPrices) {
        self.prices = prices.of_store(self.store.id, self.store.currency);
        self.prices_until = prices.until;
        self.range = Arc::new(Range::of(self));
    }

    /// Puts in figures that changed.
    pub(super) fn set_stock(&mut self, figures: HashMap<VariantId, Figure>) {
        let variants: BTreeSet<VariantId> = figures.keys().copied().collect();
        Arc::make_mut(&mut self.stock).extend(figures);
        let mut range = (*self.range).clone();
        range.renew(self, &variants);
        self.range = Arc::new(range);
    }

    /// Puts in reports and counts.
    pub(super) fn set_checks(&mut self, tasks: HashMap<VariantId, Task>) {
        Arc::make_mut(&mut self.checks).extend(tasks);
    }

    pub(super) fn set_planogram(&mut self, planogram: Option<Planogram>) {
        let mut locations = HashMap::<_, Vec<_>>::new();
        // One that stands empty is on the plan, too.
        let mut slots: HashMap<_, Vec<_>> = planogram.iter().flat_map(Planogram::slots).map(|slot| (slot.code, Vec::new())).collect();
        for (variant, location) in planogram.iter().flat_map(Planogram::locations) {
            slots.entry(location.slot).or_default().push(variant);
            locations.entry(variant).or_default().push(location);
        }
        self.planogram = planogram.map(Arc::new);
        self.locations = Arc::new(locations);
        self.slots = Arc::new(slots);
        self.range = Arc::new(Range::of(self));
    }

    /// Where a variant stands, the first slot first; empty is "ask us".
    pub fn locations_of(&self, variant: VariantId) -> &[Location] {
        self.locations.get(&variant).map_or(&[], Vec::as_slice)
    }

    /// What a variant costs here; `None` is "price on request".
    pub fn price(&self, variant: VariantId) -> Option<Price> {
        self.prices.of(variant)
    }

    /// Whether a variant is being checked, or what somebody saw who checked it, as long as that is news.
    pub fn check(&self, variant: VariantId, now: Instant) -> Option<&Task> {
        let is_news = |task: &&Task| task.counted.is_none_or(|counted| now < hours::news_until(&self.store, counted.at));
        self.checks.get(&variant).filter(is_news)
    }

    /// What stops new reservations now.
    pub fn pause(&self, now: Instant) -> Option<&pause::Kept> {
        self.pause.as_ref().filter(|pause| is_on(pause.until, now))
    }

    /// What may be held of a variant now.
    pub fn available(&self, variant: VariantId) -> u32 {
        self.stock.get(&variant).map_or(0, |figure| u32::try_from(figure.stock.available()).unwrap_or(0))
    }
}
