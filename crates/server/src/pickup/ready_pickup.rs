//! `POST /api/v1/stores/{store}/pickups/{reservation}/ready`

use super::staff;
use crate::app::App;
use crate::contract::Caller;
use crate::failure::Failure;
use crate::reservation::act::Act;
use api::Code;
use api::error::FieldProblem;
use api::pickup::Pickup;
use api::pickup::ready_pickup::ReadyPickup;

const BIN: usize = 12;

pub(super) async fn ready_pickup(app: App, caller: Caller, ask: ReadyPickup) -> Result<Pickup, Failure> {
    let bin = ask.bin.trim().to_owned();
    if bin.chars().count() > BIN {
        return Err(Failure::new(Code::BadInput, "a bin's name has 1 to 12 characters").field("bin", FieldProblem::TooLong));
    }
    staff(&app, &caller, &ask.store, ask.reservation, &("ready", &bin), Act::Ready { bin: bin.clone() }).await
}
