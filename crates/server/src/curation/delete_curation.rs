//! `DELETE /api/v1/stores/{store}/curation/{curation}`

use super::act::Act;
use super::command::Order;
use crate::app::App;
use crate::contract::Caller;
use crate::failure::Failure;
use api::curation::delete_curation::DeleteCuration;

pub(super) async fn delete_curation(app: App, caller: Caller, ask: DeleteCuration) -> Result<(), Failure> {
    let order = Order::new(&app, &caller, &ask.store, ask.curation, Some(caller.version()?), &"delete")?;
    order.carry_out(&Act::Delete).await?;
    Ok(app.live().curate(&order.live, app.store(), app.clock()).await?)
}
