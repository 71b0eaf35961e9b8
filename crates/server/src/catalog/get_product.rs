//! `GET /api/v1/stores/{store}/products/{gtin}`

use crate::app::App;
use crate::catalog::card::card;
use crate::catalog::elsewhere::{elsewhere, others};
use crate::contract::Caller;
use crate::failure::Failure;
use crate::live::catalogue;
use crate::live::snapshot::Snapshot;
use crate::{count, stores};
use api::Code;
use api::catalog::get_product::GetProduct;
use api::catalog::{Product, StockHere, Together, Variant};
use domain::Instant;
use domain::curation::Measure;
use domain::ids::{ProductId, VariantId};
use std::sync::Arc;

/// What fits under a product; the rest is for rules of collections.
const MOST_TOGETHER: usize = 8;

/// From snapshots alone.
///
/// # Errors
/// `NoSuchStore`, `NotInRange`.
pub async fn get_product(app: App, _: Caller, ask: GetProduct) -> Result<Product, Failure> {
    let live = stores::find(&app, &ask.store)?;
    let here = live.snapshot();
    let product = in_range(&here, ask.gtin)?;
    app.activity().count(&live, product.id, Measure::View, 1, app.now());
    let others = others(&app, &here);
    let variants = product.variants.iter().map(|variant| self::variant(&here, &others, variant, app.now())).collect();
    Ok(Product {
        id: product.id,
        name: product.name.clone(),
        brand: product.brand.clone(),
        category: product.category.clone(),
        description: product.description.clone(),
        origin: product.origin.clone(),
        variants,
        ratings: product.ratings,
        why: live.curated().why(product.id),
        note: product.note.clone(),
        together: together(&here, product.id),
        pause: stores::pause(&here, app.now()),
        documents: here.catalogue.beside.documents(product.id).to_vec(),
    })
}

/// Those that this store has, so that none leads to "not in our range".
fn together(here: &Snapshot, product: ProductId) -> Vec<Together> {
    let with = here.catalogue.beside.together(product).iter();
    let known = with.filter_map(|(other, baskets)| here.catalogue.product(*other).map(|other| (other, *baskets)));
    let here_too = known.filter(|(other, _)| is_in_range(here, other)).take(MOST_TOGETHER);
    here_too.map(|(other, baskets)| Together { card: card(here, other), baskets }).collect()
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
pub(crate) fn is_in_range(snapshot: &Snapshot, product: &catalogue::Product) -> bool {
    product.variants.iter().any(|variant| snapshot.stock.contains_key(&variant.id))
}

fn variant(here: &Snapshot, others: &[(u32, Arc<Snapshot>)], variant: &catalogue::Variant, now: Instant) -> Variant {
    Variant {
        id: variant.id,
        gtin: variant.gtin,
        colour: variant.colour.clone(),
        size: variant.size.clone(),
        price: here.price(variant.id),
        dimensions: variant.dimensions,
        pictures: variant.pictures.clone(),
        pictured: variant.pictured,
        stock: stock_here(here, variant.id, now),
        elsewhere: elsewhere(others, variant.id),
        locations: here.locations_of(variant.id).to_vec(),
    }
}

/// Units of a variant in this store.
pub(crate) fn stock_here(snapshot: &Snapshot, variant: VariantId, now: Instant) -> StockHere {
    let available = snapshot.available(variant);
    let check = snapshot.check(variant, now).map(|task| count::view::check(snapshot, task));
    let Some(figure) = snapshot.stock.get(&variant) else {
        return StockHere { available, display: 0, as_of: Instant::default(), held_until: None, check };
    };
    let held_until = figure.held_until.filter(|_| available == 0);
    StockHere { available, display: figure.stock.display, as_of: figure.changed_at, held_until, check }
}
