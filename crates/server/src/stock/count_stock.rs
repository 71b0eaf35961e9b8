//! `POST /api/v1/stores/{store}/stock/{gtin}/count`

use super::change::Change;
use super::changed;
use crate::app::App;
use crate::contract::Caller;
use crate::failure::Failure;
use api::stock::StockCard;
use api::stock::count_stock::CountStock;

pub(super) async fn count_stock(app: App, caller: Caller, ask: CountStock) -> Result<StockCard, Failure> {
    changed(&app, &caller, &ask.store, ask.gtin, Change::Count(ask.found), ask.expected).await
}
