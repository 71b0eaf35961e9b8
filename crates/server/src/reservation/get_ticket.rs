//! `GET /api/v1/reservation`

use super::act::{Act, Order, tick};
use super::{opened, ticket};
use crate::app::App;
use crate::contract::Caller;
use crate::failure::Failure;
use crate::live::LiveStore;
use crate::store;
use api::reservation::Ticket;
use api::reservation::get_ticket::GetTicket;
use domain::ids::ReservationId;
use domain::reservation::Actor;

pub(super) async fn get_ticket(app: App, caller: Caller, _ask: GetTicket) -> Result<Ticket, Failure> {
    let (live, id) = opened(&app, &caller).await?;
    tell(&app, &live, id).await?;
    ticket::read(&app, &live, id).await
}

/// Without an address the open ticket is the notice: that it is ready, seen there for the first time, begins the wait.
async fn tell(app: &App, live: &LiveStore, id: ReservationId) -> Result<(), Failure> {
    let kept = store::reservation::get(&mut app.store().read().await?, live.id, id).await?;
    if kept.is_some_and(|kept| kept.machine.is_told_by_its_ticket(app.now())) {
        let order = Order { app, live, id, actor: Actor::Shopper, version: None };
        if let Err(failure) = tick(&order, &Act::Notified).await {
            // Too late by a moment, or the database cannot write: the ticket is shown all the same.
            tracing::info!(reservation = %id, "its ticket does not begin the wait: {}", failure.detail);
        }
    }
    Ok(())
}
