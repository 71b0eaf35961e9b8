//! `GET /api/v1/stores/{store}/goods`

use super::get_shelf::good;
use crate::app::App;
use crate::catalog::get_product::is_in_range;
use crate::contract::Caller;
use crate::failure::Failure;
use crate::live::snapshot::Snapshot;
use crate::stores;
use api::planogram::ShelfGood;
use api::planogram::list_goods::{ListGoods, MOST};
use domain::{Gtin, Instant};
use std::collections::HashSet;

pub(super) async fn list_goods(app: App, _: Caller, ask: ListGoods) -> Result<Vec<ShelfGood>, Failure> {
    let snapshot = stores::find(&app, &ask.store)?.snapshot();
    Ok(goods(&snapshot, &ask.g, app.now()).take(MOST).collect())
}

/// Those of a text of codes with commas between that a store has, each once and in their order.
pub(crate) fn goods<'a>(snapshot: &'a Snapshot, g: &'a str, now: Instant) -> impl Iterator<Item = ShelfGood> + 'a {
    let mut met = HashSet::new();
    let asked = g.split(',').filter_map(|code| code.parse().ok()).filter(move |gtin| met.insert(*gtin));
    asked.filter_map(move |gtin| here(snapshot, gtin, now))
}

/// What has a page in this store can be on a list, under whichever of its codes it was put there.
fn here(snapshot: &Snapshot, gtin: Gtin, now: Instant) -> Option<ShelfGood> {
    let variant = snapshot.catalogue.by_gtin(gtin)?;
    let (product, _) = snapshot.catalogue.variant(variant)?;
    let good = is_in_range(snapshot, product).then(|| good(snapshot, variant, now)).flatten()?;
    Some(ShelfGood { gtin, ..good })
}
