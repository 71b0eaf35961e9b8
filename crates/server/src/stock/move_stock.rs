//! `POST /api/v1/stores/{store}/stock/{gtin}/move`

use super::change::Change;
use super::changed;
use crate::app::App;
use crate::contract::Caller;
use crate::failure::Failure;
use api::stock::StockCard;
use api::stock::move_stock::MoveStock;

pub(super) async fn move_stock(app: App, caller: Caller, ask: MoveStock) -> Result<StockCard, Failure> {
    changed(&app, &caller, &ask.store, ask.gtin, Change::Move(ask.way, ask.quantity), ask.expected).await
}
