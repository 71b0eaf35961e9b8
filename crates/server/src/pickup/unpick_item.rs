//! `POST /api/v1/stores/{store}/pickups/{reservation}/unpick`

use super::staff;
use crate::app::App;
use crate::contract::Caller;
use crate::failure::Failure;
use crate::reservation::act::Act;
use api::pickup::Pickup;
use api::pickup::unpick_item::UnpickItem;

pub(super) async fn unpick_item(app: App, caller: Caller, ask: UnpickItem) -> Result<Pickup, Failure> {
    staff(&app, &caller, &ask.store, ask.reservation, &("unpick", ask.variant), Act::Unpick(ask.variant)).await
}
