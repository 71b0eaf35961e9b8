//! `POST /api/v1/stores/{store}/stock/{gtin}/adjust`

use super::change::Change;
use super::changed;
use crate::app::App;
use crate::contract::Caller;
use crate::failure::Failure;
use api::stock::StockCard;
use api::stock::adjust_stock::AdjustStock;

pub(super) async fn adjust_stock(app: App, caller: Caller, ask: AdjustStock) -> Result<StockCard, Failure> {
    changed(&app, &caller, &ask.store, ask.gtin, Change::Adjust(ask.why, ask.quantity), ask.expected).await
}
