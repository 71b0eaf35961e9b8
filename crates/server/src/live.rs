//! Live figures: a snapshot per store, and the streams that follow it.
//!
//! The event table is the truth. One task per node reads it (woken by a commit in this process, by `NOTIFY` from another,
//! or by its own second's beat), renews the snapshot and then tells the streams. A node holds no state that another needs.

pub mod catalogue;
pub mod curated;
pub mod follow;
pub mod snapshot;
pub mod stream;

use crate::clock::Clock;
use crate::store::event::Kept;
use crate::store::{self, Store, StoreError};
use curated::Curated;
use domain::crockford::SlotCode;
use domain::ids::StoreId;
use snapshot::Snapshot;
use std::collections::VecDeque;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, PoisonError, RwLock};
use tokio::sync::{Notify, watch};

/// The stores of this deployment as shoppers read them.
#[derive(Clone)]
pub struct Live(Arc<Shared>);

struct Shared {
    stores: RwLock<Arc<Vec<Arc<LiveStore>>>>,
    wake: Notify,
    /// This process has committed since the other nodes were told.
    committed: AtomicBool,
}

/// One store: its snapshot, its latest events, and word of new ones.
pub struct LiveStore {
    /// Its id.
    pub id: StoreId,
    /// In links.
    pub slug: String,
    snapshot: RwLock<Arc<Snapshot>>,
    curated: RwLock<Arc<Curated>>,
    /// Collections wait to be looked at.
    curation_due: AtomicBool,
    recent: RwLock<VecDeque<Arc<Kept>>>,
    seq: watch::Sender<i64>,
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
        let live = Self(Arc::new(Shared { stores: RwLock::default(), wake: Notify::new(), committed: AtomicBool::new(false) }));
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
        let mut stores = Vec::new();
        for kept in store::stores::all(&mut reader).await? {
            // The number first: what happens while the rest is read is applied again, which does no harm.
            let seq = store::event::last(&mut reader, kept.id).await?;
            let (id, slug) = (kept.id, kept.slug.clone());
            let snapshot = Snapshot::read(&mut reader, kept, seq, clock.now()).await?;
            stores.push(Arc::new(LiveStore {
                id,
                slug,
                snapshot: RwLock::new(Arc::new(snapshot)),
                curated: RwLock::default(),
                curation_due: AtomicBool::new(false),
                recent: RwLock::default(),
                seq: watch::Sender::new(seq),
                closed: watch::Sender::new(false),
            }));
        }
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

    fn renew(&self, snapshot: Snapshot, events: Vec<Kept>) {
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
