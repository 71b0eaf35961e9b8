//! `POST /api/v1/stores/{store}/pickups/{reservation}/unaccept`

use super::staff;
use crate::app::App;
use crate::contract::Caller;
use crate::failure::Failure;
use crate::reservation::act::Act;
use api::pickup::Pickup;
use api::pickup::unaccept_pickup::UnacceptPickup;

pub(super) async fn unaccept_pickup(app: App, caller: Caller, ask: UnacceptPickup) -> Result<Pickup, Failure> {
    staff(&app, &caller, &ask.store, ask.reservation, &"unaccept", Act::Unaccept).await
}
