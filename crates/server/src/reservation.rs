//! Keep one for me: the shopper's commands. The desk's and the clock's go through the same [`step`].

pub mod act;
mod cancel_reservation;
mod confirm_reservation;
mod create_reservation;
mod decide_substitute;
mod extend_reservation;
mod get_ticket;
pub mod hold;
mod keep_hold;
mod list_offers;
pub mod refusal;
pub mod step;
pub mod sweep;
mod ticket;

use crate::app::App;
use crate::contract::{Caller, EndpointExt as _};
use crate::failure::Failure;
use crate::live::LiveStore;
use crate::store;
use act::{Act, Order};
use api::Code;
use api::reservation::Ticket;
use axum::Router;
use domain::ids::ReservationId;
use domain::reservation::Actor;
use serde::Serialize;
use std::sync::Arc;

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .endpoint(list_offers::list_offers)
        .endpoint(create_reservation::create_reservation)
        .endpoint(get_ticket::get_ticket)
        .endpoint(keep_hold::keep_hold)
        .endpoint(confirm_reservation::confirm_reservation)
        .endpoint(cancel_reservation::cancel_reservation)
        .endpoint(extend_reservation::extend_reservation)
        .endpoint(decide_substitute::decide_substitute)
}

/// The reservation that the caller's token opens.
pub(crate) async fn opened(app: &App, caller: &Caller) -> Result<(Arc<LiveStore>, ReservationId), Failure> {
    let hash = app.secret().token_hash(caller.token()?);
    let found = store::reservation::find_by_token(&mut app.store().read().await?, &hash).await?;
    let unknown = || Failure::new(Code::NoSuchReservation, "the token opens no reservation");
    let (store, id) = found.ok_or_else(unknown)?;
    Ok((app.live().store_by_id(store).ok_or_else(unknown)?, id))
}

/// A shopper's command: `asked` is what the idempotency key stands for.
async fn shopper(app: &App, caller: &Caller, version: Option<u32>, asked: &impl Serialize, act: Act) -> Result<Ticket, Failure> {
    let (live, id) = opened(app, caller).await?;
    let key = crate::command::Key::new(format!("reservation:{id}"), caller.key()?, asked);
    let order = Order { app, live: &live, id, actor: Actor::Shopper, version };
    act::carry_out(&order, &key, &act).await?;
    ticket::read(app, &live, id).await
}
