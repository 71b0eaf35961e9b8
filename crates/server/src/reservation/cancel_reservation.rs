//! `POST /api/v1/reservation/cancel`

use super::{act::Act, shopper};
use crate::app::App;
use crate::contract::Caller;
use crate::failure::Failure;
use api::reservation::Ticket;
use api::reservation::cancel_reservation::CancelReservation;

pub(super) async fn cancel_reservation(app: App, caller: Caller, _ask: CancelReservation) -> Result<Ticket, Failure> {
    let version = caller.version()?;
    shopper(&app, &caller, Some(version), &("cancel", version), Act::Cancel).await
}
