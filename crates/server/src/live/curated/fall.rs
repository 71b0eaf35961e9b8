//! Who has fallen below a rule since it was looked at last, and who is back.

use super::{Curated, Set, Source, World};
use crate::live::LiveStore;
use crate::live::snapshot::Snapshot;
use crate::store::{Store, StoreError, standing};
use domain::Instant;
use domain::curation::{Fallen, Standing, fallen};
use domain::ids::{CollectionId, CurationTaskId, ProductId};
use std::collections::HashSet;
use uuid::Uuid;

/// What becomes of tasks.
pub(super) struct Changes {
    opened: Vec<standing::Task>,
    closed: Vec<CurationTaskId>,
}

type Stood = [(CollectionId, ProductId)];

/// A product that stands on a shelf must not vanish from it in silence: it becomes a task. One without a place goes by itself.
pub(super) fn changes(source: &Source, stood: &Stood, world: &World, snapshot: &Snapshot) -> Changes {
    let facts = world.facts(snapshot);
    let mut changes = Changes { opened: Vec::new(), closed: Vec::new() };
    for set in &source.sets {
        let open = source.tasks_of(set.id);
        let mut before: Vec<_> = stood.iter().filter(|(of, _)| *of == set.id).map(|(_, product)| *product).collect();
        before.extend(open.iter().map(|task| task.product));
        let down = match &set.rule {
            Some(rule) if !before.is_empty() => fallen(&before, rule, &set.choices(&open), &facts, world.today),
            _ => Vec::new(),
        };
        let is_down = |product| down.iter().any(|one| one.product == product);
        changes.closed.extend(open.iter().filter(|task| !is_down(task.product)).map(|task| task.id));
        let is_open = |one: &Fallen| open.iter().any(|task| task.product == one.product);
        let news = down.iter().filter(|one| !is_open(one) && stands_on_a_shelf(snapshot, one.product));
        changes.opened.extend(news.map(|one| task(set, one, world.now)));
    }
    changes
}

impl Changes {
    /// The tasks after them.
    pub(super) fn tasks(&self, before: &[standing::Task]) -> Vec<standing::Task> {
        before.iter().filter(|task| !self.closed.contains(&task.id)).chain(&self.opened).cloned().collect()
    }
}

/// Writes what changed, in one transaction; nothing when nothing did.
pub(super) async fn write(
    store: &Store,
    live: &LiveStore,
    curated: &Curated,
    changes: &Changes,
    stood: &Stood,
    now: Instant,
) -> Result<(), StoreError> {
    let by_rule = |set: &std::sync::Arc<super::Shown>| {
        let ruled = set.members.iter().filter(|one| one.member.standing == Standing::Rule);
        ruled.map(|one| (set.set.id, one.member.product)).collect::<Vec<_>>()
    };
    let stands: HashSet<_> = curated.sets.iter().flat_map(by_rule).collect();
    let stood: HashSet<_> = stood.iter().copied().collect();
    let is_same = stands == stood && changes.opened.is_empty() && changes.closed.is_empty();
    if is_same {
        return Ok(());
    }
    let org = live.snapshot().store.org;
    let mut tx = store.begin().await?;
    // In one order, so that two nodes do not wait for each other.
    let mut gone: Vec<_> = stood.difference(&stands).copied().collect();
    gone.sort();
    for (collection, product) in gone {
        let was_there = standing::leave(&mut tx, live.id, collection, product).await?;
        let task = changes.opened.iter().find(|task| task.collection == collection && task.product == product);
        if let Some(task) = task.filter(|_| was_there) {
            standing::open(&mut tx, org, live.id, task).await?;
        }
    }
    for task in &changes.closed {
        standing::close(&mut tx, org, *task, "rule", now).await?;
    }
    let mut came: Vec<_> = stands.difference(&stood).copied().collect();
    came.sort();
    for (collection, product) in came {
        standing::stand(&mut tx, live.id, collection, product).await?;
    }
    tx.commit().await
}

fn task(set: &Set, one: &Fallen, now: Instant) -> standing::Task {
    let id = CurationTaskId::new(Uuid::now_v7());
    standing::Task { id, collection: set.id, product: one.product, missed: one.missed.clone(), opened_at: now }
}

fn stands_on_a_shelf(snapshot: &Snapshot, product: ProductId) -> bool {
    let variants = snapshot.catalogue.product(product).map(|product| product.variants.as_slice()).unwrap_or_default();
    variants.iter().any(|variant| !snapshot.locations_of(variant.id).is_empty())
}
