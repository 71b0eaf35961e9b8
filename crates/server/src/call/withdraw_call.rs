//! `POST /api/v1/stores/{store}/calls/mine/withdraw`

use super::act::{Act, carry_out};
use super::{unknown, view};
use crate::app::App;
use crate::command::Key;
use crate::contract::Caller;
use crate::failure::Failure;
use crate::{store, stores};
use api::call::Call;
use api::call::withdraw_call::WithdrawCall;

pub(super) async fn withdraw_call(app: App, caller: Caller, ask: WithdrawCall) -> Result<Call, Failure> {
    let live = stores::find(&app, &ask.store)?;
    let device = app.secret().device_hash(caller.token()?);
    let mine = store::call::latest(&mut app.store().read().await?, live.id, &device).await?.ok_or_else(unknown)?;
    let key = Key::new(format!("call:{}:{device}", live.id), caller.key()?, &"withdraw");
    let id = carry_out(&app, &live, &key, &Act::Withdraw(mine.id)).await?;
    let kept = store::call::get(&mut app.store().read().await?, live.id, id).await?.ok_or_else(unknown)?;
    Ok(view::call(&live.snapshot(), kept))
}
