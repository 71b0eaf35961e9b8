//! The other stores that have it.

use crate::app::App;
use crate::live::snapshot::Snapshot;
use crate::store::stores::Kept;
use api::catalog::Elsewhere;
use domain::ids::VariantId;
use domain::place::Place;
use std::cmp::Reverse;
use std::sync::Arc;

/// The organisation's other stores with their distance in metres, the nearest first.
pub(crate) fn others(app: &App, here: &Snapshot) -> Vec<(u32, Arc<Snapshot>)> {
    let stores = app.live().stores();
    let others = stores.iter().map(|live| live.snapshot());
    let others = others.filter(|other| other.store.id != here.store.id && other.store.org == here.store.org);
    let mut others: Vec<_> = others.map(|other| (place(here).metres_to(place(&other)), other)).collect();
    others.sort_by_key(|(metres, _)| *metres);
    others
}

fn place(snapshot: &Snapshot) -> Place {
    let (latitude, longitude) = snapshot.store.place;
    Place { latitude, longitude }
}

/// The nearest first; of two in one street the one that has more.
pub(crate) fn elsewhere(others: &[(u32, Arc<Snapshot>)], variant: VariantId) -> Vec<Elsewhere> {
    let with = |(metres, other): &(u32, Arc<Snapshot>)| {
        let available = other.available(variant);
        let Kept { slug, name, .. } = &*other.store;
        (available > 0).then(|| Elsewhere { slug: slug.clone(), name: name.clone(), available, metres: *metres })
    };
    let mut with: Vec<_> = others.iter().filter_map(with).collect();
    with.sort_by_key(|other| (other.metres, Reverse(other.available)));
    with
}
