//! `POST /api/v1/integration/stock`

use super::batch::push;
use super::goods::named;
use super::reading::Reading;
use crate::app::App;
use crate::contract::Caller;
use crate::failure::Failure;
use api::integration::push_stock::PushStock;
use api::integration::{Batch, StockItem};
use domain::import::{Entry, Goods, Reason};

/// More units of one thing are in no shop.
const MOST: i64 = 1_000_000;

pub(super) async fn push_stock(app: App, caller: Caller, ask: PushStock) -> Result<Batch, Failure> {
    push(&app, &caller, "stock", ask.items, read).await
}

fn read(item: StockItem, reading: &mut Reading<'_>) -> Vec<Entry> {
    let goods = named(item.sku, item.gtin, None, reading);
    let quantity = match item.quantity {
        Some(units) if units < 0 => {
            reading.flag("quantity", units, Reason::NegativeQuantity);
            Some(0)
        }
        Some(units) if units <= MOST => u32::try_from(units).ok(),
        other => {
            reading.flag("quantity", other.map(|units| units.to_string()).unwrap_or_default(), Reason::NotAQuantity);
            None
        }
    };
    vec![Entry::Goods(Box::new(Goods { quantity, store: item.store, ..goods }))]
}
