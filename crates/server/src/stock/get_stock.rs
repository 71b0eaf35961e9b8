//! `GET /api/v1/stores/{store}/stock/{gtin}`

use super::{here, view};
use crate::app::App;
use crate::contract::Caller;
use crate::failure::Failure;
use crate::stores;
use api::stock::StockCard;
use api::stock::get_stock::GetStock;

pub(super) async fn get_stock(app: App, _: Caller, ask: GetStock) -> Result<StockCard, Failure> {
    let snapshot = stores::find(&app, &ask.store)?.snapshot();
    let variant = here(&snapshot, ask.gtin)?;
    view::card(&snapshot, &mut app.store().read().await?, variant).await
}
