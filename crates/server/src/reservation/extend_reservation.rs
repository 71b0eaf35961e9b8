//! `POST /api/v1/reservation/extend`

use super::{act::Act, shopper};
use crate::app::App;
use crate::contract::Caller;
use crate::failure::Failure;
use api::reservation::Ticket;
use api::reservation::extend_reservation::ExtendReservation;

pub(super) async fn extend_reservation(app: App, caller: Caller, _ask: ExtendReservation) -> Result<Ticket, Failure> {
    let version = caller.version()?;
    shopper(&app, &caller, Some(version), &("extend", version), Act::Extend).await
}
