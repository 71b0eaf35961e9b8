//! Reviews of products in memory, by store: choosing and counting among 120,000 takes milliseconds there. Read when a product is asked
//! for first, and again once the store's catalogue is another; what was looked at longest ago goes when there are too many.

use crate::app::App;
use crate::live::catalogue::{Catalogue, Product};
use crate::live::snapshot::Snapshot;
use crate::store::{StoreError, review};
use api::review::GivenStars;
use domain::ids::{ProductId, ReviewId, StoreId};
use domain::reviews::Digest;
use std::collections::HashMap;
use std::sync::{Arc, Mutex as Lock, PoisonError, Weak};
use tokio::sync::Mutex;

/// Bytes on one node.
const MOST: usize = 64 << 20;
/// Rows that are read at once.
const PART: u32 = 4096;

/// A product's reviews.
#[derive(Clone, Default)]
pub struct Shelf {
    /// To choose from.
    pub digest: Digest,
    /// What the source computed itself.
    pub given: Option<GivenStars>,
}

/// All that are kept.
#[derive(Default)]
pub struct Shelves(Lock<Kept>);

#[derive(Default)]
struct Kept {
    places: HashMap<(StoreId, ProductId), Place>,
    clock: u64,
}

struct Place {
    slot: Arc<Slot>,
    used: u64,
    bytes: usize,
}

/// One reader at a time fills it; the others wait for that.
#[derive(Default)]
struct Slot(Mutex<Filled>);

/// A shelf and the catalogue that it belongs to.
type Filled = Option<(Weak<Catalogue>, Arc<Shelf>)>;

impl Shelves {
    /// A product's reviews, as of the snapshot's catalogue or newer.
    ///
    /// # Errors
    /// When the database is away.
    pub async fn of(&self, app: &App, snapshot: &Arc<Snapshot>, product: &Arc<Product>) -> Result<Arc<Shelf>, StoreError> {
        let slot = self.slot((snapshot.store.id, product.id));
        if let Some(shelf) = fresh(&*slot.0.lock().await, snapshot) {
            return Ok(shelf);
        }
        // A visitor who leaves does not undo what was read already.
        let fill = fill(app.clone(), snapshot.clone(), product.clone(), slot);
        tokio::spawn(fill).await.map_err(|error| StoreError::Corrupt(error.to_string()))?
    }

    /// Whether a visitor would wait for nothing.
    pub fn is_ready(&self, snapshot: &Snapshot, product: ProductId) -> bool {
        let slot = self.lock().places.get(&(snapshot.store.id, product)).map(|place| place.slot.clone());
        slot.is_some_and(|slot| slot.0.try_lock().is_ok_and(|kept| fresh(&kept, snapshot).is_some()))
    }

    /// A product's reviews have changed here: they are read again.
    pub fn forget(&self, product: ProductId) {
        self.lock().places.retain(|(_, of), _| *of != product);
    }

    /// One more found a review helpful: a word too small to read everything again.
    pub async fn set_helpful(&self, product: ProductId, id: ReviewId, helpful: u32) {
        let slots: Vec<_> = self.lock().places.iter().filter(|((_, of), _)| *of == product).map(|(_, place)| place.slot.clone()).collect();
        for slot in slots {
            if let Some((_, shelf)) = &mut *slot.0.lock().await {
                Arc::make_mut(shelf).digest.set_helpful(id, helpful);
            }
        }
    }

    fn slot(&self, key: (StoreId, ProductId)) -> Arc<Slot> {
        let mut kept = self.lock();
        kept.clock += 1;
        let now = kept.clock;
        let place = kept.places.entry(key).or_insert_with(|| Place { slot: Arc::default(), used: now, bytes: 0 });
        place.used = now;
        place.slot.clone()
    }

    fn weigh(&self, key: (StoreId, ProductId), bytes: usize) {
        let mut kept = self.lock();
        if let Some(place) = kept.places.get_mut(&key) {
            place.bytes = bytes;
        }
        while kept.places.values().map(|place| place.bytes).sum::<usize>() > MOST && kept.places.len() > 1 {
            let oldest = kept.places.iter().filter(|(other, _)| **other != key).min_by_key(|(_, place)| place.used).map(|(key, _)| *key);
            let Some(oldest) = oldest else { return };
            kept.places.remove(&oldest);
        }
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Kept> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What is kept, where it is as new as the snapshot.
fn fresh(kept: &Filled, snapshot: &Snapshot) -> Option<Arc<Shelf>> {
    kept.as_ref().filter(|(of, _)| std::ptr::eq(of.as_ptr(), Arc::as_ptr(&snapshot.catalogue))).map(|(_, shelf)| shelf.clone())
}

async fn fill(app: App, snapshot: Arc<Snapshot>, product: Arc<Product>, slot: Arc<Slot>) -> Result<Arc<Shelf>, StoreError> {
    let mut kept = slot.0.lock().await;
    if let Some(shelf) = fresh(&kept, &snapshot) {
        return Ok(shelf);
    }
    let shelf = Arc::new(read(&app, &snapshot, &product).await?);
    *kept = Some((Arc::downgrade(&snapshot.catalogue), shelf.clone()));
    app.shelves().weigh((snapshot.store.id, product.id), shelf.digest.bytes());
    Ok(shelf)
}

async fn read(app: &App, snapshot: &Snapshot, product: &Product) -> Result<Shelf, StoreError> {
    let (org, id) = (snapshot.store.org, product.id);
    let mut reader = app.store().read().await?;
    let given = review::given(&mut reader, org, id).await?;
    let photos = review::with_photos(&mut reader, org, id).await?;
    let (mut digest, mut after) = (Digest::new(sizes(product)), None);
    loop {
        let rows = review::part(&mut reader, org, id, after, PART).await?;
        rows.iter().for_each(|row| digest.add(&row.entry(photos.contains(&row.id))));
        after = rows.last().map(|row| (row.written_at, row.id));
        if rows.len() < usize::try_from(PART).unwrap_or(0) {
            break;
        }
    }
    drop(reader);
    let names = names(product);
    let counted = move || {
        digest.count_mentions(&names);
        digest
    };
    // Words of many thousand reviews take a while.
    let digest = tokio::task::spawn_blocking(counted).await.map_err(|error| StoreError::Corrupt(error.to_string()))?;
    Ok(Shelf { digest, given })
}

/// As the labels of its variants say them, in their order.
fn sizes(product: &Product) -> Vec<String> {
    let mut sizes: Vec<String> = Vec::new();
    for (_, size) in product.variants.iter().filter_map(|variant| variant.size.as_ref()).flat_map(|size| size.iter()) {
        if !sizes.iter().any(|known| known == size) {
            sizes.push(size.to_owned());
        }
    }
    sizes
}

fn names(product: &Product) -> Vec<String> {
    [&product.name, &product.brand, &product.category].into_iter().flat_map(|text| text.iter()).map(|(_, words)| words.to_owned()).collect()
}
