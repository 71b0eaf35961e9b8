//! `GET /api/v1/slots/{slot}`

use crate::app::App;
use crate::contract::Caller;
use crate::failure::Failure;
use crate::live::LiveStore;
use crate::live::snapshot::Snapshot;
use crate::store::planogram;
use api::Code;
use api::planogram::SlotPlace;
use api::planogram::get_slot::GetSlot;
use domain::Gtin;
use domain::crockford::SlotCode;
use domain::curation::Measure;
use domain::ids::{ProductId, VariantId};
use std::collections::BTreeSet;
use std::sync::Arc;

/// From the snapshot; only what is on no live plan is looked up in the database.
pub(super) async fn get_slot(app: App, _: Caller, ask: GetSlot) -> Result<SlotPlace, Failure> {
    if let Some(live) = app.live().store_of_slot(ask.slot) {
        let snapshot = live.snapshot();
        let standing = snapshot.slots.get(&ask.slot).cloned().unwrap_or_default();
        count(&app, &live, &standing, ask.gtin);
        let at = snapshot.planogram.as_ref().and_then(|planogram| planogram.place_of(ask.slot));
        return Ok(SlotPlace { place: at, ..place(&snapshot, &standing, ask.gtin, false) });
    }
    let (live, stood) = retired(&app, ask.slot).await?;
    Ok(place(&live.snapshot(), &stood, ask.gtin, true))
}

async fn retired(app: &App, slot: SlotCode) -> Result<(Arc<LiveStore>, Vec<VariantId>), Failure> {
    let known = planogram::remembered(&mut app.store().read().await?, slot).await?;
    let known = known.and_then(|known| Some((app.live().store_by_id(known.store)?, known.stood)));
    known.ok_or_else(|| Failure::new(Code::NoSuchSlot, "no planogram has had this slot").param("slot", slot))
}

fn place(snapshot: &Snapshot, standing: &[VariantId], gtin: Option<Gtin>, retired: bool) -> SlotPlace {
    let good = |variant: &VariantId| super::good(snapshot, *variant);
    let changed = gtin.is_some_and(|gtin| !says(snapshot, standing, gtin));
    let printed = gtin.filter(|_| changed).and_then(|gtin| snapshot.catalogue.by_gtin(gtin));
    SlotPlace {
        store: snapshot.store.slug.clone(),
        store_name: snapshot.store.name.clone(),
        place: None,
        goods: standing.iter().filter_map(good).collect(),
        retired,
        changed,
        printed: printed.as_ref().and_then(good),
    }
}

/// Whether a label that names this product is out of date at a slot of the live plan.
pub(crate) fn has_changed(snapshot: &Snapshot, slot: SlotCode, gtin: Gtin) -> bool {
    snapshot.slots.get(&slot).is_some_and(|standing| !says(snapshot, standing, gtin))
}

/// Whether a label that names this product says what stands there.
fn says(snapshot: &Snapshot, standing: &[VariantId], gtin: Gtin) -> bool {
    product(snapshot, gtin).is_some_and(|printed| stands(snapshot, standing, printed))
}

fn product(snapshot: &Snapshot, gtin: Gtin) -> Option<ProductId> {
    product_of(snapshot, snapshot.catalogue.by_gtin(gtin)?)
}

fn product_of(snapshot: &Snapshot, variant: VariantId) -> Option<ProductId> {
    snapshot.catalogue.variant(variant).map(|(product, _)| product.id)
}

fn stands(snapshot: &Snapshot, standing: &[VariantId], product: ProductId) -> bool {
    standing.iter().any(|variant| product_of(snapshot, *variant) == Some(product))
}

/// Only a scanned label leads here. Of a slot with several products nobody knows which was meant, unless the label says it: each has
/// been looked at.
fn count(app: &App, live: &LiveStore, standing: &[VariantId], gtin: Option<Gtin>) {
    let snapshot = live.snapshot();
    let meant = gtin.and_then(|gtin| product(&snapshot, gtin)).filter(|product| stands(&snapshot, standing, *product));
    let all = || standing.iter().filter_map(|variant| product_of(&snapshot, *variant)).collect::<BTreeSet<_>>();
    let products = meant.map_or_else(all, |product| BTreeSet::from([product]));
    products.into_iter().for_each(|product| app.activity().count(live, product, Measure::Scan, 1, app.now()));
}
