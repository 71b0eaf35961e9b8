//! `GET /api/v1/stores/{store}/calls`

use super::view;
use crate::app::App;
use crate::contract::Caller;
use crate::failure::Failure;
use crate::{store, stores};
use api::call::Call;
use api::call::list_calls::ListCalls;
use domain::call::over_before;

pub(super) async fn list_calls(app: App, _: Caller, ask: ListCalls) -> Result<Vec<Call>, Failure> {
    let live = stores::find(&app, &ask.store)?;
    let kept = store::call::open(&mut app.store().read().await?, live.id, over_before(app.now())).await?;
    let snapshot = live.snapshot();
    Ok(kept.into_iter().map(|kept| view::call(&snapshot, kept)).collect())
}
