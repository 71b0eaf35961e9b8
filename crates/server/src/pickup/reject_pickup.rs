//! `POST /api/v1/stores/{store}/pickups/{reservation}/reject`

use super::staff;
use crate::app::App;
use crate::contract::Caller;
use crate::failure::Failure;
use crate::reservation::act::Act;
use api::Code;
use api::error::FieldProblem;
use api::pickup::Pickup;
use api::pickup::reject_pickup::RejectPickup;

const REASON: usize = 200;

pub(super) async fn reject_pickup(app: App, caller: Caller, ask: RejectPickup) -> Result<Pickup, Failure> {
    let reason = ask.reason.trim().to_owned();
    if reason.chars().count() > REASON {
        return Err(Failure::new(Code::BadInput, "a reason has 1 to 200 characters").field("reason", FieldProblem::TooLong));
    }
    staff(&app, &caller, &ask.store, ask.reservation, &("reject", &reason), Act::Reject { reason: reason.clone() }).await
}
