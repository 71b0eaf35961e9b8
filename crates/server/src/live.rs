//! Live figures: a snapshot per store, and the streams that follow it.
//!
//! The event table is the truth. One task per node reads it (woken by a commit in this process, by `NOTIFY` from another,
//! or by its own second's beat), renews the snapshot and then tells the streams. A node holds no state that another needs.

pub mod beside;
pub mod catalogue;
pub mod curated;
pub mod follow;
pub mod prices;
pub mod range;
mod renewal;
pub mod snapshot;
pub mod stream;

use crate::clock::Clock;
use crate::store::event::Kept;
use crate::store::{self, Store, StoreError};
use catalogue::Catalogue;
use curated::Curated;
use domain::Instant;
use domain::crockford::SlotCode;
use domain::ids::{StoreId, VariantId};
use prices::OrgPrices;
use snapshot::{Own, Snapshot};
use std::collections::{BTreeSet, HashMap, VecDeque};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError, RwLock};
use tokio::sync::{Notify, watch};

/// The stores of this deployment as shoppers read them.
#[derive(Clone)]
pub struct Live(Arc<Shared>);

#[derive(Default)]
struct Shared {
    stores: RwLock<Arc<Vec<Arc<LiveStore>>>>,
    wake: Notify,
    /// This process has committed since the other nodes were told.
    committed: AtomicBool,
    renewals: renewal::Renewals,
}

/// One store: its snapshot, its latest events, and word of new ones.
pub struct LiveStore {
    /// Its id.
    pub id: StoreId,
    /// In links.
    pub slug: String,
    snapshot: RwLock<Arc<Snapshot>>,
    /// Whoever makes the next snapshot; readers never wait for it.
    renewing: Mutex<()>,
    curated: RwLock<Arc<Curated>>,
    /// Whoever looks at collections; two at once would each see half of what the other writes.
    curating: tokio::sync::Mutex<()>,
    /// Collections wait to be looked at.
    curation_due: AtomicBool,
    recent: RwLock<VecDeque<Arc<Kept>>>,
    seq: watch::Sender<i64>,
    /// When a changed catalogue was read last, and the number that the store was at then.
    renewed: watch::Sender<(i64, Instant)>,
    closed: watch::Sender<bool>,
}

/// Events kept in memory per store, for streams that come back after a pause.
const RECENT: usize = 4096;

impl Live {
    /// Reads everything and begins to follow.
    ///
    /// # Errors
    /// When the database is away.
    pub async fn start(store: Store, clock: Clock) -> Result<Self, StoreError> {
        let live = Self(Arc::default());
        live.reload(&store, &clock).await?;
        tokio::spawn(curated::keep_up(Arc::downgrade(&live.0), store.clone(), clock.clone()));
        tokio::spawn(follow::follow(Arc::downgrade(&live.0), store.clone(), clock));
        if let Store::Postgres(engine) = &store {
            tokio::spawn(follow::listen(Arc::downgrade(&live.0), engine.pool()));
        }
        Ok(live)
    }

    /// Reads all stores anew, catalogue and floors included.
    ///
    /// # Errors
    /// When the database is away.
    pub async fn reload(&self, store: &Store, clock: &Clock) -> Result<(), StoreError> {
        let mut reader = store.read().await?;
        let kept = store::stores::all(&mut reader).await?;
        let mut orgs = HashMap::new();
        for org in kept.iter().map(|store| store.org).collect::<BTreeSet<_>>() {
            let catalogue = Catalogue::read(&mut reader, org).await?;
            orgs.insert(org, (catalogue, OrgPrices::read(&mut reader, org, clock.now()).await?));
        }
        // Stores are read while catalogues are indexed.
        let mut owns = HashMap::<_, Vec<_>>::new();
        for (place, store) in kept.into_iter().enumerate() {
            owns.entry(store.org).or_default().push((place, Own::read(&mut reader, store, clock.now()).await?));
        }
        let mut stores = Vec::new();
        for (org, (catalogue, prices)) in orgs {
            let catalogue = catalogue.done().await?;
            let owns = owns.remove(&org).unwrap_or_default().into_iter();
            stores.extend(owns.map(|(place, own)| (place, Arc::new(LiveStore::new(Snapshot::new(own, catalogue.clone(), &prices))))));
        }
        stores.sort_by_key(|(place, _)| *place);
        let stores: Vec<Arc<LiveStore>> = stores.into_iter().map(|(_, store)| store).collect();
        drop(reader);
        for one in &stores {
            curated::renew(one, &stores, store, clock).await?;
        }
        *self.0.stores.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(stores);
        Ok(())
    }

    /// A commit has happened in this process: read the event table now.
    pub fn wake(&self) {
        self.0.committed.store(true, Ordering::Relaxed);
        self.0.wake.notify_one();
    }

    /// The process is about to end: streams end now, and their clients go to another node.
    pub fn close(&self) {
        for store in self.stores().iter() {
            store.closed.send_replace(true);
        }
    }

    /// Whether the process is about to end.
    pub fn is_closed(&self) -> bool {
        self.0.is_closed()
    }

    /// All stores in the organisation's order.
    pub fn stores(&self) -> Arc<Vec<Arc<LiveStore>>> {
        self.0.stores()
    }

    /// The store of a link.
    pub fn store(&self, slug: &str) -> Option<Arc<LiveStore>> {
        self.stores().iter().find(|store| store.slug == slug).cloned()
    }

    /// The store with an id.
    pub fn store_by_id(&self, id: StoreId) -> Option<Arc<LiveStore>> {
        self.stores().iter().find(|store| store.id == id).cloned()
    }

    /// The store in whose live planogram a slot is.
    pub fn store_of_slot(&self, slot: SlotCode) -> Option<Arc<LiveStore>> {
        self.stores().iter().find(|store| store.snapshot().slots.contains_key(&slot)).cloned()
    }
}

impl Shared {
    fn is_closed(&self) -> bool {
        self.stores().iter().any(|store| *store.closed.borrow())
    }

    fn stores(&self) -> Arc<Vec<Arc<LiveStore>>> {
        self.stores.read().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

impl LiveStore {
    fn new(snapshot: Snapshot) -> Self {
        Self {
            id: snapshot.store.id,
            slug: snapshot.store.slug.clone(),
            recent: RwLock::default(),
            seq: watch::Sender::new(snapshot.seq),
            renewed: watch::Sender::new((snapshot.seq, Instant::default())),
            closed: watch::Sender::new(false),
            curated: RwLock::default(),
            curating: tokio::sync::Mutex::default(),
            curation_due: AtomicBool::new(false),
            renewing: Mutex::default(),
            snapshot: RwLock::new(Arc::new(snapshot)),
        }
    }

    /// The figures as of the last event that this node has seen.
    pub fn snapshot(&self) -> Arc<Snapshot> {
        self.snapshot.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Collections with their members, as they were looked at last.
    pub fn curated(&self) -> Arc<Curated> {
        self.curated.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn curate(&self, curated: Curated) {
        *self.curated.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(curated);
    }

    /// Word of new numbers, after the snapshot has them.
    pub fn watch(&self) -> watch::Receiver<i64> {
        self.seq.subscribe()
    }

    /// Word of a changed catalogue, after the snapshot has it.
    pub fn renewed(&self) -> watch::Receiver<(i64, Instant)> {
        self.renewed.subscribe()
    }

    /// Becomes true when the process is about to end.
    pub fn closing(&self) -> watch::Receiver<bool> {
        self.closed.subscribe()
    }

    /// Events after `since`; `None` when some are no longer in memory.
    pub fn events_after(&self, since: i64) -> Option<Vec<Arc<Kept>>> {
        let recent = self.recent.read().unwrap_or_else(PoisonError::into_inner);
        let last = *self.seq.borrow();
        if since >= last {
            return if since == last { Some(Vec::new()) } else { None };
        }
        match recent.front() {
            Some(first) if first.seq <= since + 1 => Some(recent.iter().filter(|event| event.seq > since).cloned().collect()),
            _ => None,
        }
    }

    /// Variants whose stock changed after `since`, as far as that is in memory.
    fn stock_changed_after(&self, since: i64) -> BTreeSet<VariantId> {
        let recent = self.recent.read().unwrap_or_else(PoisonError::into_inner);
        recent.iter().filter(|event| event.seq > since).filter_map(|event| event.stock_of()).collect()
    }

    /// Makes the next snapshot of the latest one, and tells of the events that are in it. Nothing that another writer put in is lost.
    fn update(&self, events: Vec<Kept>, change: impl FnOnce(&mut Snapshot)) {
        let _one_at_a_time = self.renewing.lock().unwrap_or_else(PoisonError::into_inner);
        let mut snapshot = (*self.snapshot()).clone();
        change(&mut snapshot);
        snapshot.seq = events.last().map_or(snapshot.seq, |event| event.seq);
        let seq = snapshot.seq;
        *self.snapshot.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(snapshot);
        let mut recent = self.recent.write().unwrap_or_else(PoisonError::into_inner);
        recent.extend(events.into_iter().map(Arc::new));
        let surplus = recent.len().saturating_sub(RECENT);
        recent.drain(..surplus);
        drop(recent);
        self.seq.send_replace(seq);
    }
}
