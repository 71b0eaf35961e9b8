//! `GET /api/v1/stores/{store}/fixtures/{fixture}/goods`

use crate::app::App;
use crate::catalog::get_product::stock_here;
use crate::contract::Caller;
use crate::failure::Failure;
use crate::live::snapshot::Snapshot;
use crate::stores;
use api::planogram::ShelfGood;
use api::planogram::get_shelf::GetShelf;
use domain::Instant;
use domain::ids::VariantId;
use domain::planogram::Planogram;
use std::collections::HashSet;

pub(super) async fn get_shelf(app: App, _: Caller, ask: GetShelf) -> Result<Vec<ShelfGood>, Failure> {
    let snapshot = stores::find(&app, &ask.store)?.snapshot();
    let places = snapshot.planogram.as_deref().into_iter().flat_map(Planogram::locations);
    let standing = places.filter(|(_, at)| at.fixture == ask.fixture).map(|(variant, _)| variant);
    let mut met = HashSet::new();
    Ok(standing.filter(|variant| met.insert(*variant)).filter_map(|variant| good(&snapshot, variant, app.now())).collect())
}

pub(super) fn good(snapshot: &Snapshot, variant: VariantId, now: Instant) -> Option<ShelfGood> {
    let (product, known) = snapshot.catalogue.variant(variant)?;
    Some(ShelfGood {
        variant,
        gtin: known.gtin,
        name: product.name.clone(),
        detail: known.detail(),
        picture: known.pictures.first().cloned(),
        price: snapshot.price(variant),
        rating: product.rating(),
        stock: stock_here(snapshot, variant, now),
        dimensions: snapshot.catalogue.boxes.of(product, known),
        measured: known.dimensions.is_some(),
    })
}
