//! Products with very many reviews: their shelves are read before anybody asks, because reading a hundred thousand takes a second.

use crate::app::App;
use crate::live::catalogue::{Catalogue, Product};
use crate::live::snapshot::Snapshot;
use crate::store::StoreError;
use std::cmp::Reverse;
use std::collections::HashMap;
use std::sync::{Arc, Weak};
use std::time::Duration;

/// From so many reviews on.
const MANY: u64 = 5_000;
/// Of a store; the others wait for their first visitor.
const MOST: usize = 8;
/// A catalogue that is another at each look is being imported: reading along would only be in the way.
const BEAT: Duration = Duration::from_secs(5);

/// Until the process is about to end.
pub async fn run(app: App) {
    let mut seen: HashMap<_, (Weak<Catalogue>, bool)> = HashMap::new();
    while !app.live().is_closed() {
        for live in app.live().stores().iter() {
            let snapshot = live.snapshot();
            let now = Arc::downgrade(&snapshot.catalogue);
            let (before, is_warm) = seen.entry(live.id).or_default();
            if !before.ptr_eq(&now) {
                (*before, *is_warm) = (now, false);
            } else if !*is_warm {
                *is_warm = true;
                if let Err(error) = warm(&app, &snapshot, MANY).await {
                    tracing::warn!(store = live.slug, "reviews cannot be read ahead: {error}");
                }
            }
        }
        tokio::time::sleep(BEAT).await;
    }
}

/// Reads what has at least so many reviews, the most first.
///
/// # Errors
/// When the database is away.
pub async fn warm(app: &App, snapshot: &Arc<Snapshot>, many: u64) -> Result<(), StoreError> {
    let is_large = |product: &&Arc<Product>| product.ratings.total() >= many;
    let mut large: Vec<_> = snapshot.catalogue.products.iter().filter(is_large).cloned().collect();
    large.sort_by_key(|product| Reverse(product.ratings.total()));
    for product in large.iter().take(MOST) {
        app.shelves().of(app, snapshot, product).await?;
    }
    Ok(())
}
