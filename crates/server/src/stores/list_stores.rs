//! `GET /api/v1/stores`

use crate::app::App;
use crate::contract::Caller;
use crate::failure::Failure;
use api::store::StoreCard;
use api::store::list_stores::ListStores;

pub(super) async fn list_stores(app: App, _: Caller, _: ListStores) -> Result<Vec<StoreCard>, Failure> {
    Ok(app.live().stores().iter().map(|live| super::card(&live.snapshot().store)).collect())
}
