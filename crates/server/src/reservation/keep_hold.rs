//! `POST /api/v1/reservation/activity`

use super::{act::Act, shopper};
use crate::app::App;
use crate::contract::Caller;
use crate::failure::Failure;
use api::reservation::Ticket;
use api::reservation::keep_hold::KeepHold;

pub(super) async fn keep_hold(app: App, caller: Caller, _ask: KeepHold) -> Result<Ticket, Failure> {
    shopper(&app, &caller, None, &"activity", Act::Activity).await
}
