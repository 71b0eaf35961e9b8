//! The live planogram, read from the snapshot.

mod get_planogram;
mod get_shelf;
mod get_slot;
mod list_goods;

use crate::app::App;
use crate::contract::EndpointExt as _;
use crate::live::snapshot::Snapshot;
use api::planogram::Good;
use axum::Router;
use domain::ids::VariantId;

pub(crate) use get_slot::has_changed;
pub(crate) use list_goods::goods;

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .endpoint(get_planogram::get_planogram)
        .endpoint(get_shelf::get_shelf)
        .endpoint(get_slot::get_slot)
        .endpoint(list_goods::list_goods)
}

fn good(snapshot: &Snapshot, variant: VariantId) -> Option<Good> {
    let (product, known) = snapshot.catalogue.variant(variant)?;
    Some(Good { variant, gtin: known.gtin, name: product.name.clone(), picture: known.pictures.first().cloned() })
}
