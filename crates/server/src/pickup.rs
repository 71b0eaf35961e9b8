//! The desk: the queue, and what staff does with it.

mod accept_pickup;
mod collect_pickup;
mod extend_pickup;
mod find_pickup;
mod get_walk;
mod list_claims;
mod list_pickups;
mod list_substitutes;
pub mod put_back;
mod ready_pickup;
mod reject_pickup;
mod resend_notice;
mod scan_item;
mod search_pickups;
mod short_item;
mod take_in_hand;
mod tell_pickup;
mod unaccept_pickup;
mod unpick_item;
pub(crate) mod view;

use crate::app::App;
use crate::command::Key;
use crate::contract::{Caller, EndpointExt as _};
use crate::failure::Failure;
use crate::live::LiveStore;
use crate::reservation::act::{self, Act, Order};
use crate::store;
use crate::stores;
use api::Code;
use api::pickup::Pickup;
use axum::Router;
use domain::ids::ReservationId;
use domain::reservation::Actor;
use serde::Serialize;

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .endpoint(list_pickups::list_pickups)
        .endpoint(find_pickup::find_pickup)
        .endpoint(accept_pickup::accept_pickup)
        .endpoint(unaccept_pickup::unaccept_pickup)
        .endpoint(scan_item::scan_item)
        .endpoint(unpick_item::unpick_item)
        .endpoint(short_item::short_item)
        .endpoint(ready_pickup::ready_pickup)
        .endpoint(collect_pickup::collect_pickup)
        .endpoint(extend_pickup::extend_pickup)
        .endpoint(reject_pickup::reject_pickup)
        .endpoint(resend_notice::resend_notice)
        .endpoint(tell_pickup::tell_pickup)
        .endpoint(put_back::put_back)
        .endpoint(get_walk::get_walk)
        .endpoint(list_claims::list_claims)
        .endpoint(list_substitutes::list_substitutes)
        .endpoint(search_pickups::search_pickups)
        .endpoint(take_in_hand::take_in_hand)
}

/// A person's command on an order of a store: `asked` is what the idempotency key stands for.
async fn staff(app: &App, caller: &Caller, store: &str, id: ReservationId, asked: &impl Serialize, act: Act) -> Result<Pickup, Failure> {
    carry_out(app, caller, store, id, asked, act).await?;
    let live = stores::find(app, store)?;
    read(app, &live, id).await
}

/// On which order, by whom, under which key.
fn order<'a>(
    app: &'a App,
    caller: &Caller,
    live: &'a LiveStore,
    id: ReservationId,
    asked: &impl Serialize,
) -> Result<(Order<'a>, Key), Failure> {
    let (person, version) = (caller.person()?.id, caller.version()?);
    let key = Key::new(format!("person:{person}"), caller.key()?, &(id, version, asked));
    Ok((Order { app, live, id, actor: Actor::Staff(person), version: Some(version) }, key))
}

/// An order as it is now.
async fn read(app: &App, live: &LiveStore, id: ReservationId) -> Result<Pickup, Failure> {
    let kept = store::reservation::get(&mut app.store().read().await?, live.id, id).await?;
    let kept = kept.ok_or_else(|| Failure::new(Code::NoSuchReservation, "there is no such reservation in this store"))?;
    Ok(view::pickup(&live.snapshot(), kept))
}

async fn carry_out(app: &App, caller: &Caller, store: &str, id: ReservationId, asked: &impl Serialize, act: Act) -> Result<(), Failure> {
    let live = stores::find(app, store)?;
    let (order, key) = order(app, caller, &live, id, asked)?;
    act::carry_out(&order, &key, &act).await
}
