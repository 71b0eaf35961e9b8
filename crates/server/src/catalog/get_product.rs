//! `GET /api/v1/stores/{store}/products/{gtin}`

use crate::app::App;
use crate::contract::Caller;
use crate::failure::Failure;
use crate::live::catalogue;
use crate::live::snapshot::Snapshot;
use crate::store::stores::Kept;
use crate::stores;
use api::Code;
use api::catalog::get_product::GetProduct;
use api::catalog::{Elsewhere, Product, StockHere, Variant};
use domain::Instant;
use domain::ids::VariantId;
use std::sync::Arc;

/// From snapshots alone.
///
/// # Errors
/// `NoSuchStore`, `NotInRange`.
pub async fn get_product(app: App, _: Caller, ask: GetProduct) -> Result<Product, Failure> {
    let live = stores::find(&app, &ask.store)?;
    let here = live.snapshot();
    let product = in_range(&here, ask.gtin)?;
    let others = others(&app, &here);
    let variants = product.variants.iter().map(|variant| self::variant(&here, &others, variant)).collect();
    Ok(Product {
        id: product.id,
        name: product.name.clone(),
        brand: product.brand.clone(),
        category: product.category.clone(),
        description: product.description.clone(),
        origin: product.origin.clone(),
        variants,
        ratings: product.ratings,
        why: product.why.clone(),
        note: product.note.clone(),
    })
}

/// The product that a code leads to, when this store has any of its variants in its range.
///
/// # Errors
/// `NotInRange`.
pub fn in_range(snapshot: &Snapshot, gtin: domain::Gtin) -> Result<Arc<catalogue::Product>, Failure> {
    let known = snapshot.catalogue.by_gtin(gtin).and_then(|variant| snapshot.catalogue.variant(variant));
    let product = known.map(|(product, _)| product).filter(|product| is_in_range(snapshot, product));
    product.cloned().ok_or_else(|| Failure::new(Code::NotInRange, "not in this shop's range").param("gtin", gtin))
}

/// A stock row, even of zero, is the store's assortment.
pub(super) fn is_in_range(snapshot: &Snapshot, product: &catalogue::Product) -> bool {
    product.variants.iter().any(|variant| snapshot.stock.contains_key(&variant.id))
}

/// The organisation's other stores, the nearest first.
fn others(app: &App, here: &Snapshot) -> Vec<Arc<Snapshot>> {
    let stores = app.live().stores();
    let mut others: Vec<_> = stores
        .iter()
        .map(|live| live.snapshot())
        .filter(|other| other.store.id != here.store.id && other.store.org == here.store.org)
        .collect();
    let (latitude, longitude) = here.store.place;
    others.sort_by_key(|other| (other.store.place.0 - latitude).pow(2) + (other.store.place.1 - longitude).pow(2));
    others
}

fn variant(here: &Snapshot, others: &[Arc<Snapshot>], variant: &catalogue::Variant) -> Variant {
    Variant {
        id: variant.id,
        gtin: variant.gtin,
        colour: variant.colour.clone(),
        size: variant.size.clone(),
        price: variant.price,
        dimensions: variant.dimensions,
        pictures: variant.pictures.clone(),
        stock: stock_here(here, variant.id),
        elsewhere: others.iter().filter_map(|other| elsewhere(other, variant.id)).collect(),
        locations: here.locations_of(variant.id).to_vec(),
    }
}

fn stock_here(snapshot: &Snapshot, variant: VariantId) -> StockHere {
    let available = snapshot.available(variant);
    let Some(figure) = snapshot.stock.get(&variant) else {
        return StockHere { available, display: 0, as_of: Instant::default(), held_until: None };
    };
    let held_until = figure.held_until.filter(|_| available == 0);
    StockHere { available, display: figure.stock.display, as_of: figure.changed_at, held_until }
}

fn elsewhere(other: &Snapshot, variant: VariantId) -> Option<Elsewhere> {
    let available = other.available(variant);
    let Kept { slug, name, .. } = &*other.store;
    (available > 0).then(|| Elsewhere { slug: slug.clone(), name: name.clone(), available })
}
