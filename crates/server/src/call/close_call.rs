//! `POST /api/v1/stores/{store}/calls/{call}/close`

use super::act::{Act, carry_out};
use super::{unknown, view};
use crate::app::App;
use crate::command::Key;
use crate::contract::Caller;
use crate::failure::Failure;
use crate::{store, stores};
use api::call::Call;
use api::call::close_call::CloseCall;

pub(super) async fn close_call(app: App, caller: Caller, ask: CloseCall) -> Result<Call, Failure> {
    let (live, by) = (stores::find(&app, &ask.store)?, caller.person()?.id);
    let key = Key::new(format!("person:{by}"), caller.key()?, &("close call", ask.call));
    let id = carry_out(&app, &live, &key, &Act::Close(ask.call)).await?;
    let kept = store::call::get(&mut app.store().read().await?, live.id, id).await?.ok_or_else(unknown)?;
    Ok(view::call(&live.snapshot(), kept))
}
