//! `POST /api/v1/stores/{store}/pickups/{reservation}/scan`

use super::staff;
use crate::app::App;
use crate::contract::Caller;
use crate::failure::Failure;
use crate::reservation::act::Act;
use crate::stores;
use api::Code;
use api::pickup::Pickup;
use api::pickup::scan_item::ScanItem;

pub(super) async fn scan_item(app: App, caller: Caller, ask: ScanItem) -> Result<Pickup, Failure> {
    let known = stores::find(&app, &ask.store)?.snapshot().catalogue.by_gtin(ask.gtin);
    let variant = known.ok_or_else(|| Failure::new(Code::NotInRange, "not in this shop's range").param("gtin", ask.gtin))?;
    staff(&app, &caller, &ask.store, ask.reservation, &("scan", ask.gtin), Act::Scan(variant)).await
}
