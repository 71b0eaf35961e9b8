//! `GET /api/v1/stores/{store}/calls/mine`

use super::{unknown, view};
use crate::app::App;
use crate::contract::Caller;
use crate::failure::Failure;
use crate::{store, stores};
use api::call::Call;
use api::call::get_call::GetCall;

pub(super) async fn get_call(app: App, caller: Caller, ask: GetCall) -> Result<Call, Failure> {
    let live = stores::find(&app, &ask.store)?;
    let device = app.secret().device_hash(caller.token()?);
    let kept = store::call::latest(&mut app.store().read().await?, live.id, &device).await?.ok_or_else(unknown)?;
    Ok(view::call(&live.snapshot(), kept))
}
