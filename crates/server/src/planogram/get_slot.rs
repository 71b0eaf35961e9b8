//! `GET /api/v1/slots/{slot}`

use crate::app::App;
use crate::contract::Caller;
use crate::failure::Failure;
use api::Code;
use api::planogram::SlotPlace;
use api::planogram::get_slot::GetSlot;

pub(super) async fn get_slot(app: App, _: Caller, ask: GetSlot) -> Result<SlotPlace, Failure> {
    let live = app.live().store_of_slot(ask.slot);
    let live = live.ok_or_else(|| Failure::new(Code::NoSuchSlot, "no live planogram has this slot").param("slot", ask.slot))?;
    let snapshot = live.snapshot();
    let variants = snapshot.slots.get(&ask.slot).into_iter().flatten();
    Ok(SlotPlace { store: live.slug.clone(), goods: variants.filter_map(|variant| super::good(&snapshot, *variant)).collect() })
}
