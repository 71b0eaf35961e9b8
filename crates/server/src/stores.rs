//! Stores as shoppers read them.

mod get_store;
mod list_stores;
mod pause_reservations;
mod resume_reservations;

use crate::app::App;
use crate::contract::EndpointExt as _;
use crate::failure::Failure;
use crate::live::LiveStore;
use crate::live::snapshot::Snapshot;
use crate::store::stores::Kept;
use api::Code;
use api::store::{Pause, StoreCard};
use axum::Router;
use domain::Instant;
use std::sync::Arc;

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .endpoint(list_stores::list_stores)
        .endpoint(get_store::get_store)
        .endpoint(pause_reservations::pause_reservations)
        .endpoint(resume_reservations::resume_reservations)
}

/// The store of a link.
///
/// # Errors
/// `NoSuchStore`.
pub fn find(app: &App, slug: &str) -> Result<Arc<LiveStore>, Failure> {
    app.live().store(slug).ok_or_else(|| Failure::new(Code::NoSuchStore, "there is no such store").param("store", slug))
}

/// What stops new reservations now.
pub fn pause(snapshot: &Snapshot, now: Instant) -> Option<Pause> {
    snapshot.pause(now).map(|pause| Pause { reason: pause.reason, words: pause.words.clone(), until: pause.until })
}

/// A store's card.
pub fn card(store: &Kept) -> StoreCard {
    StoreCard {
        slug: store.slug.clone(),
        name: store.name.clone(),
        address: store.address.clone(),
        time_zone: store.time_zone.clone(),
        currency: store.currency,
    }
}
