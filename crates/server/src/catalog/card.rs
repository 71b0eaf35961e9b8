//! A product's card.

use crate::live::catalogue::Product;
use crate::live::snapshot::Snapshot;
use api::catalog::Card;

/// Leads to the first variant that is free here, else to the first.
pub fn card(snapshot: &Snapshot, product: &Product) -> Card {
    let free = |variant: &&crate::live::catalogue::Variant| snapshot.available(variant.id) > 0;
    let shown = product.variants.iter().find(free).unwrap_or(&product.variants[0]);
    let mut colours = Vec::new();
    for hex in product.variants.iter().filter_map(|variant| variant.colour.as_ref()?.hex.as_ref()) {
        if !colours.contains(hex) {
            colours.push(hex.clone());
        }
    }
    Card {
        gtin: shown.gtin,
        name: product.name.clone(),
        brand: product.brand.clone(),
        picture: shown.pictures.first().cloned(),
        price: product.variants.iter().filter_map(|variant| snapshot.price(variant.id)).min_by_key(|price| price.now.minor),
        rating: product.rating(),
        available: product.variants.iter().map(|variant| snapshot.available(variant.id)).sum(),
        colours,
    }
}
