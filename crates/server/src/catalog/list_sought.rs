//! `GET /api/v1/stores/{store}/sought`

use crate::app::App;
use crate::contract::Caller;
use crate::failure::Failure;
use crate::store::sought;
use crate::{hours, stores};
use api::catalog::found::Sought;
use api::catalog::list_sought::ListSought;

const DAYS: i64 = 14;

pub(super) async fn list_sought(app: App, _: Caller, ask: ListSought) -> Result<Vec<Sought>, Failure> {
    let live = stores::find(&app, &ask.store)?;
    let first = i64::from(hours::day_number(&live.snapshot().store, app.now())) - (DAYS - 1);
    Ok(sought::in_vain(&mut app.store().read().await?, live.id, first).await?)
}
