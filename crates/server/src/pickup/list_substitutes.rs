//! `GET /api/v1/stores/{store}/substitutes/{variant}`

use crate::app::App;
use crate::contract::Caller;
use crate::failure::Failure;
use crate::live::catalogue::{Product, Variant};
use crate::live::snapshot::Snapshot;
use crate::stores;
use api::pickup::Suggestion;
use api::pickup::list_substitutes::ListSubstitutes;
use domain::ids::VariantId;
use std::cmp::Reverse;

/// What fits on a phone held in one hand.
const MOST: usize = 8;

pub(super) async fn list_substitutes(app: App, _: Caller, ask: ListSubstitutes) -> Result<Vec<Suggestion>, Failure> {
    Ok(suggestions(&stores::find(&app, &ask.store)?.snapshot(), ask.variant))
}

/// The same product first, then its category, of which the best rated first; free here, all of them.
pub(super) fn suggestions(snapshot: &Snapshot, variant: VariantId) -> Vec<Suggestion> {
    let Some((missing, _)) = snapshot.catalogue.variant(variant) else { return Vec::new() };
    let mut kin: Vec<_> = snapshot.catalogue.products.iter().filter(|product| product.category == missing.category).collect();
    kin.sort_by_key(|product| (product.id != missing.id, Reverse((product.ratings.rank() * 1000.0) as u64)));
    let free = |other: &&Variant| other.id != variant && snapshot.available(other.id) > 0;
    // Of another product one variant is enough to ask about.
    let of = |product: &'_ Product| if product.id == missing.id { usize::MAX } else { 1 };
    let all = kin.into_iter().flat_map(|product| product.variants.iter().filter(free).take(of(product)).map(move |other| (product, other)));
    all.take(MOST).map(|(product, other)| suggestion(snapshot, product, other)).collect()
}

fn suggestion(snapshot: &Snapshot, product: &Product, variant: &Variant) -> Suggestion {
    Suggestion {
        variant: variant.id,
        title: product.name.clone(),
        detail: variant.detail(),
        picture: variant.pictures.first().cloned(),
        price: snapshot.price(variant.id).map(|price| price.now),
        available: snapshot.available(variant.id),
        location: snapshot.locations_of(variant.id).first().cloned(),
    }
}
