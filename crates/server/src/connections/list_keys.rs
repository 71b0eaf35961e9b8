//! `GET /api/v1/stores/{store}/keys`

use crate::app::App;
use crate::contract::Caller;
use crate::failure::Failure;
use crate::store::key;
use api::connections::Keys;
use api::connections::list_keys::ListKeys;

pub(super) async fn list_keys(app: App, _: Caller, ask: ListKeys) -> Result<Keys, Failure> {
    let org = super::org(&app, &ask.store)?;
    Ok(Keys { keys: key::all(&mut app.store().read().await?, org).await? })
}
