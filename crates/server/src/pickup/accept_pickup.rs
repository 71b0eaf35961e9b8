//! `POST /api/v1/stores/{store}/pickups/{reservation}/accept`

use super::staff;
use crate::app::App;
use crate::contract::Caller;
use crate::failure::Failure;
use crate::reservation::act::Act;
use api::pickup::Pickup;
use api::pickup::accept_pickup::AcceptPickup;

pub(super) async fn accept_pickup(app: App, caller: Caller, ask: AcceptPickup) -> Result<Pickup, Failure> {
    let picker = caller.person()?.id;
    staff(&app, &caller, &ask.store, ask.reservation, &"accept", Act::Accept(picker)).await
}
