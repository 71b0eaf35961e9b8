//! `GET /api/v1/reservation`

use super::{opened, ticket};
use crate::app::App;
use crate::contract::Caller;
use crate::failure::Failure;
use api::reservation::Ticket;
use api::reservation::get_ticket::GetTicket;

pub(super) async fn get_ticket(app: App, caller: Caller, _ask: GetTicket) -> Result<Ticket, Failure> {
    let (live, id) = opened(&app, &caller).await?;
    ticket::read(&app, &live, id).await
}
