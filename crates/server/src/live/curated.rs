//! Collections as one store shows them: members with their reasons, as shoppers read them.
//!
//! They are looked at again when something they rest on has changed (an event, counted activity, the store's day), at most once a
//! second, and on the way those that fell below their rule become tasks.

mod facts;
mod fall;
mod source;

pub use facts::World;
pub use source::{Set, Source, words_field};

use super::{Live, LiveStore, Shared};
use crate::clock::Clock;
use crate::hours;
use crate::store::{Store, StoreError, standing};
use api::catalog::{Because, Why};
use domain::Instant;
use domain::curation::{Choices, Evidence, Facts, Member, Rule, evaluate};
use domain::ids::{CollectionId, ProductId};
use std::collections::HashMap;
use std::sync::atomic::Ordering;
use std::sync::{Arc, Weak};
use std::time::Duration;

/// What has changed is looked at this often.
const BEAT: Duration = Duration::from_secs(1);
/// Without any word: a day begins, and another node has counted.
const LONGEST: domain::Span = domain::Span::minutes(1);

/// All collections of a store at one moment.
#[derive(Default)]
pub struct Curated {
    /// In the organisation's order.
    pub sets: Vec<Arc<Shown>>,
    /// When they were looked at.
    pub as_of: Instant,
    /// A change of stock may change them.
    pub is_about_stock: bool,
    /// The first set that a product is in, and its place there.
    first: HashMap<ProductId, (usize, usize)>,
}

/// A collection with its members.
pub struct Shown {
    /// Its words, its rule and who stands for it.
    pub set: Set,
    /// Its members in their order.
    pub members: Vec<Explained>,
    /// What waits for a decision.
    pub tasks: Vec<standing::Task>,
    /// Since when its figures are so, today at the earliest: a reply that says nothing new keeps its entity tag.
    pub as_of: Instant,
}

/// A member with what is said of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explained {
    /// Which, and what its membership rests on.
    pub member: Member,
    /// The same with the names of other products.
    pub because: Vec<Because>,
}

impl Curated {
    /// A collection by its slug.
    pub fn find(&self, slug: &str) -> Option<&Arc<Shown>> {
        self.sets.iter().find(|shown| shown.set.slug == slug)
    }

    /// A collection by its id.
    pub fn by_id(&self, id: CollectionId) -> Option<&Arc<Shown>> {
        self.sets.iter().find(|shown| shown.set.id == id)
    }

    /// Why a product is here: its place in the first collection that it is in.
    pub fn why(&self, product: ProductId) -> Option<Why> {
        let (set, place) = *self.first.get(&product)?;
        let Shown { set, members, as_of, .. } = &**self.sets.get(set)?;
        let because = members.get(place)?.because.clone();
        Some(Why {
            collection: set.slug.clone(),
            title: set.here(&set.title),
            reason: set.words_about(product),
            because,
            as_of: *as_of,
            curator: set.curator.clone(),
        })
    }

    fn of(sets: Vec<Arc<Shown>>, as_of: Instant) -> Self {
        let mut first = HashMap::new();
        for (index, shown) in sets.iter().enumerate() {
            for (place, one) in shown.members.iter().enumerate() {
                first.entry(one.member.product).or_insert((index, place));
            }
        }
        let is_about_stock = sets.iter().any(|shown| shown.set.rule.as_ref().is_some_and(Rule::is_about_stock));
        Self { sets, as_of, is_about_stock, first }
    }
}

/// A rule with choices held against a world.
pub fn explained(rule: Option<&Rule>, choices: &Choices, facts: &[Facts<'_>], world: &World) -> Vec<Explained> {
    let members = evaluate(rule, choices, facts, world.today);
    members.into_iter().map(|member| Explained { because: world.because(&member.why), member }).collect()
}

/// Until the last `Live` is gone.
pub(super) async fn keep_up(shared: Weak<Shared>, store: Store, clock: Clock) {
    while let Some(live) = shared.upgrade().filter(|live| !live.is_closed()) {
        let stores = live.stores();
        for one in stores.iter().filter(|one| one.is_curation_due(clock.now())) {
            if let Err(error) = renew(one, &stores, &store, &clock).await {
                tracing::warn!(store = one.slug, "collections cannot be looked at: {error}");
                one.curate_soon();
            }
        }
        drop((live, stores));
        tokio::time::sleep(BEAT).await;
    }
}

/// Looks at a store's collections now.
///
/// # Errors
/// When the database is away; then they stay as they were.
pub(super) async fn renew(one: &Arc<LiveStore>, stores: &[Arc<LiveStore>], store: &Store, clock: &Clock) -> Result<(), StoreError> {
    let _alone = one.curating.lock().await;
    // Said before it is read: what comes in between is looked at again.
    one.begin_curation();
    let (snapshot, now) = (one.snapshot(), clock.now());
    let mut reader = store.read().await?;
    // Before the tasks: what another node sees fall meanwhile is found in either place, or in both, and never in none.
    let stood = standing::all(&mut reader, one.id).await?;
    let mut source = Source::read(&mut reader, &snapshot).await?;
    let world = World::read(&mut reader, &snapshot, stores, now, &source.rules()).await?;
    drop(reader);
    let (before, midnight) = (one.curated(), hours::midnight(&snapshot.store, now));
    let looked = tokio::task::spawn_blocking(move || {
        let changes = fall::changes(&source, &stood, &world, &snapshot);
        source.tasks = changes.tasks(&source.tasks);
        let facts = world.facts(&snapshot);
        let sets = std::mem::take(&mut source.sets);
        let show = |set: Set| {
            let tasks = source.tasks_of(set.id);
            let members = explained(set.rule.as_ref(), &set.choices(&tasks), &facts, &world);
            let old = before.by_id(set.id).filter(|old| old.members == members && old.as_of >= midnight);
            Arc::new(Shown { as_of: old.map_or(now, |old| old.as_of), set, members, tasks })
        };
        let sets = sets.into_iter().map(show).collect();
        (Curated::of(sets, world.now), changes, stood)
    });
    let (curated, changes, stood) = looked.await.map_err(|error| StoreError::Corrupt(error.to_string()))?;
    fall::write(store, one, &curated, &changes, &stood, now).await?;
    one.curate(curated);
    Ok(())
}

impl Live {
    /// Looks at a store's collections now, for a command that is to see what it did.
    ///
    /// # Errors
    /// When the database is away.
    pub async fn curate(&self, one: &Arc<LiveStore>, store: &Store, clock: &Clock) -> Result<(), StoreError> {
        renew(one, &self.stores(), store, clock).await
    }
}

impl LiveStore {
    /// Collections may have changed: they are looked at within a second.
    pub fn curate_soon(&self) {
        self.curation_due.store(true, Ordering::Release);
    }

    fn begin_curation(&self) {
        self.curation_due.store(false, Ordering::Release);
    }

    fn is_curation_due(&self, now: Instant) -> bool {
        self.curation_due.load(Ordering::Acquire) || now.since(self.curated().as_of) >= LONGEST
    }
}

/// Evidence that speaks of another product.
fn other_product(evidence: &Evidence) -> Option<ProductId> {
    match evidence {
        Evidence::Together { with, .. } => *with,
        _ => None,
    }
}
