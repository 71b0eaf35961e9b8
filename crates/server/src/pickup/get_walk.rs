//! `GET /api/v1/stores/{store}/walk`

use crate::app::App;
use crate::contract::Caller;
use crate::failure::Failure;
use crate::stores;
use api::Code;
use api::pickup::get_walk::{GetWalk, MOST};
use api::pickup::{Walk, WalkStop};
use domain::crockford::SlotCode;
use domain::planogram::Planogram;

pub(super) async fn get_walk(app: App, _: Caller, ask: GetWalk) -> Result<Walk, Failure> {
    let slots: Vec<SlotCode> = ask.slots.split(',').filter_map(|code| code.parse().ok()).take(MOST).collect();
    let Some(planogram) = stores::find(&app, &ask.store)?.snapshot().planogram.clone() else { return Ok(Walk::default()) };
    // A large floor takes a while: others are answered meanwhile.
    let walk = tokio::task::spawn_blocking(move || walk(&planogram, &slots)).await;
    walk.map_err(|error| Failure::new(Code::Internal, error.to_string()))
}

fn walk(planogram: &Planogram, slots: &[SlotCode]) -> Walk {
    let round = planogram.round(slots);
    let stops = round.stops.iter().map(|stop| WalkStop { slot: stop.slot, left: stop.left, width: stop.width }).collect();
    Walk { stops, length: u32::try_from(round.length).unwrap_or(0) }
}
