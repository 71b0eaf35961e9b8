//! `POST /api/v1/stores/{store}/pickups/{reservation}/told`

use super::staff;
use crate::app::App;
use crate::contract::Caller;
use crate::failure::Failure;
use crate::reservation::act::Act;
use api::pickup::Pickup;
use api::pickup::tell_pickup::TellPickup;

pub(super) async fn tell_pickup(app: App, caller: Caller, ask: TellPickup) -> Result<Pickup, Failure> {
    staff(&app, &caller, &ask.store, ask.reservation, &"told", Act::Notified).await
}
