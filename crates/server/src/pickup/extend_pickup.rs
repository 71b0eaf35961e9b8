//! `POST /api/v1/stores/{store}/pickups/{reservation}/extend`

use super::staff;
use crate::app::App;
use crate::contract::Caller;
use crate::failure::Failure;
use crate::reservation::act::Act;
use api::pickup::Pickup;
use api::pickup::extend_pickup::ExtendPickup;

pub(super) async fn extend_pickup(app: App, caller: Caller, ask: ExtendPickup) -> Result<Pickup, Failure> {
    staff(&app, &caller, &ask.store, ask.reservation, &"extend", Act::Extend).await
}
