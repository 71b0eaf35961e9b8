//! `POST /api/v1/stores/{store}/pickups/find`

use super::view;
use crate::app::App;
use crate::contract::Caller;
use crate::failure::Failure;
use crate::{store, stores};
use api::Code;
use api::pickup::Pickup;
use api::pickup::find_pickup::FindPickup;
use domain::crockford::PickupCode;

pub(super) async fn find_pickup(app: App, caller: Caller, ask: FindPickup) -> Result<Pickup, Failure> {
    let live = stores::find(&app, &ask.store)?;
    let tried = app.code_tries().begin(format!("{}:{}", live.slug, caller.person()?.id))?;
    // Unknown and wrong get the same answer.
    let wrong = || Failure::new(Code::WrongCode, "the code opens no order in this store");
    let code: PickupCode = ask.code.parse().map_err(|_| wrong())?;
    let mut reader = app.store().read().await?;
    let id = store::reservation::find_by_code(&mut reader, live.id, &app.secret().code_hash(&code)).await?.ok_or_else(wrong)?;
    let kept = store::reservation::get(&mut reader, live.id, id).await?.ok_or_else(wrong)?;
    tried.right();
    Ok(view::pickup(&live.snapshot(), kept))
}
