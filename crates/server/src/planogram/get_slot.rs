//! `GET /api/v1/slots/{slot}`

use crate::app::App;
use crate::contract::Caller;
use crate::failure::Failure;
use crate::live::LiveStore;
use api::Code;
use api::planogram::SlotPlace;
use api::planogram::get_slot::GetSlot;
use domain::curation::Measure;
use domain::ids::VariantId;
use std::collections::BTreeSet;

pub(super) async fn get_slot(app: App, _: Caller, ask: GetSlot) -> Result<SlotPlace, Failure> {
    let live = app.live().store_of_slot(ask.slot);
    let live = live.ok_or_else(|| Failure::new(Code::NoSuchSlot, "no live planogram has this slot").param("slot", ask.slot))?;
    let snapshot = live.snapshot();
    let variants = snapshot.slots.get(&ask.slot).into_iter().flatten();
    count(&app, &live, variants.clone());
    Ok(SlotPlace { store: live.slug.clone(), goods: variants.filter_map(|variant| super::good(&snapshot, *variant)).collect() })
}

/// Only a scanned label leads here. Of a slot with several products nobody knows which was meant: each has been looked at.
fn count<'a>(app: &App, live: &LiveStore, variants: impl Iterator<Item = &'a VariantId>) {
    let snapshot = live.snapshot();
    let products: BTreeSet<_> = variants.filter_map(|variant| Some(snapshot.catalogue.variant(*variant)?.0.id)).collect();
    products.into_iter().for_each(|product| app.activity().count(live, product, Measure::Scan, 1, app.now()));
}
