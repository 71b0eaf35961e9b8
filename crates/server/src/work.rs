//! One command's transaction: stock rows locked in sorted order, movements, tasks, events, the commit.
//!
//! Lock order everywhere: idempotency key, reservation rows, stock rows by variant, the day's number, the event counter.

use crate::app::App;
use crate::live::LiveStore;
use crate::store::stock::Movement;
use crate::store::{self, StoreError, Tx};
use crate::trouble::Trouble;
use api::event::Happening;
use domain::Instant;
use domain::curation::Measure;
use domain::ids::{MovementId, ShortfallId, StoreId, VariantId};
use domain::stock::{Stock, Transfer};
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// What is under way.
pub struct Work<'a> {
    /// Everything else.
    pub app: &'a App,
    /// The store it happens in.
    pub live: &'a LiveStore,
    /// The database's transaction.
    pub tx: Tx,
    /// The moment it happens at.
    pub now: Instant,
    stock: BTreeMap<VariantId, Stock>,
    changed: BTreeSet<VariantId>,
    happenings: Vec<Happening>,
    counts: Vec<(VariantId, Measure, u32)>,
    /// Of every store of the organisation.
    everywhere: Vec<Happening>,
}

impl<'a> Work<'a> {
    /// Begins.
    ///
    /// # Errors
    /// When the database is away.
    pub async fn begin(app: &'a App, live: &'a LiveStore) -> Result<Self, StoreError> {
        let tx = app.store().begin().await?;
        // After the wait for the writer: a hold that ran out meanwhile has run out.
        let now = app.clock().now();
        Ok(Self {
            app,
            live,
            tx,
            now,
            stock: BTreeMap::new(),
            changed: BTreeSet::new(),
            happenings: Vec::new(),
            counts: Vec::new(),
            everywhere: Vec::new(),
        })
    }

    /// Locks stock rows, in sorted order. Rows that the store does not have are left out.
    ///
    /// # Errors
    /// When the database is away.
    pub async fn lock_stock(&mut self, variants: impl IntoIterator<Item = VariantId>) -> Result<(), StoreError> {
        for variant in variants.into_iter().collect::<BTreeSet<_>>() {
            // What this transaction has changed already is newer than the row.
            if self.stock.contains_key(&variant) {
                continue;
            }
            if let Some(stock) = store::stock::lock(&mut self.tx, self.live.id, variant).await? {
                self.stock.insert(variant, stock);
            }
        }
        Ok(())
    }

    /// A locked row; `None` when the store does not have the variant.
    pub fn stock(&self, variant: VariantId) -> Option<&Stock> {
        self.stock.get(&variant)
    }

    /// Moves units: the row and the ledger together.
    ///
    /// # Errors
    /// When a bucket would fall below zero (a broken invariant), or the database refuses.
    pub async fn transfer(&mut self, variant: VariantId, transfer: Transfer, actor: &str, reference: &str) -> Result<(), Trouble> {
        let stock = self.stock.entry(variant).or_default();
        let broken = |error: domain::stock::NotEnough| StoreError::Corrupt(format!("{variant}: {:?} has only {}", error.bucket, error.has));
        stock.apply(transfer).map_err(broken)?;
        self.changed.insert(variant);
        let movement = Movement { id: MovementId::new(Uuid::now_v7()), variant, transfer, actor, reference };
        store::stock::record(&mut self.tx, self.live.id, &movement, self.now).await?;
        Ok(())
    }

    /// Somebody looked: the figure of a locked row is true now, whether it changed or not.
    pub fn prove(&mut self, variant: VariantId) {
        self.changed.insert(variant);
    }

    /// Adds to (or takes from) what is claimed of locked rows.
    ///
    /// # Errors
    /// When more would be released than is claimed (a broken invariant).
    pub fn claim(&mut self, changes: impl IntoIterator<Item = (VariantId, i64)>) -> Result<(), StoreError> {
        for (variant, units) in changes {
            let stock = self.stock.entry(variant).or_default();
            let claimed = i64::from(stock.claimed) + units;
            stock.claimed = u32::try_from(claimed).map_err(|_| StoreError::Corrupt(format!("{variant}: {claimed} claimed")))?;
            self.changed.insert(variant);
        }
        Ok(())
    }

    /// Something happened, to be told after the commit.
    pub fn happened(&mut self, what: Happening) {
        if !self.happenings.contains(&what) {
            self.happenings.push(what);
        }
    }

    /// Shoppers did something, to be counted after the commit.
    pub fn count(&mut self, variant: VariantId, measure: Measure, times: u32) {
        self.counts.push((variant, measure, times));
    }

    /// Something happened that every store of the organisation shows.
    pub fn happened_everywhere(&mut self, what: Happening) {
        if !self.everywhere.contains(&what) {
            self.everywhere.push(what);
        }
    }

    /// Writes stock rows and events, commits, wakes the streams.
    ///
    /// # Errors
    /// When the database refuses; then nothing happened.
    pub async fn finish(mut self) -> Result<(), StoreError> {
        for variant in std::mem::take(&mut self.changed) {
            let stock = self.stock.get(&variant).copied().unwrap_or_default();
            store::stock::save(&mut self.tx, self.live.id, variant, &stock, self.now).await?;
            let fresh = ShortfallId::new(Uuid::now_v7());
            if store::shortfall::settle(&mut self.tx, self.live.id, variant, stock.available() < 0, fresh, self.now).await? {
                self.happened(Happening::Shortfall);
            }
            let available = u32::try_from(stock.available()).unwrap_or(0);
            let held_until = match available {
                0 => store::stock::figure_of(&mut self.tx, self.live.id, variant).await?.and_then(|(_, figure)| figure.held_until),
                _ => None,
            };
            self.happened(Happening::Stock { variant, available, held_until });
        }
        let told = self.told();
        for (store, happenings) in &told {
            store::event::append(&mut self.tx, *store, self.now, happenings).await?;
        }
        self.tx.commit().await?;
        let snapshot = self.live.snapshot();
        for (variant, measure, times) in self.counts {
            if let Some((product, _)) = snapshot.catalogue.variant(variant) {
                self.app.activity().count(self.live, product.id, measure, times, self.now);
            }
        }
        if !told.is_empty() {
            self.app.live().wake();
        }
        Ok(())
    }

    /// Events by store, in the order in which the counters are locked.
    fn told(&self) -> BTreeMap<StoreId, Vec<Happening>> {
        let mut told = BTreeMap::new();
        if !self.happenings.is_empty() {
            told.insert(self.live.id, self.happenings.clone());
        }
        if !self.everywhere.is_empty() {
            let org = self.live.snapshot().store.org;
            for store in self.app.live().stores().iter().filter(|store| store.snapshot().store.org == org) {
                told.entry(store.id).or_default().extend(self.everywhere.iter().cloned());
            }
        }
        told
    }
}
