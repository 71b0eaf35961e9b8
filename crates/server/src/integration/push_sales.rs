//! `POST /api/v1/integration/sales`

use super::batch::push;
use super::reading::{Reading, SHORT};
use crate::app::App;
use crate::contract::Caller;
use crate::failure::Failure;
use api::integration::push_sales::PushSales;
use api::integration::{Batch, SaleItem};
use domain::import::{Basket, Entry, Reason};

pub(super) async fn push_sales(app: App, caller: Caller, ask: PushSales) -> Result<Batch, Failure> {
    push(&app, &caller, "sales", ask.items, read).await
}

fn read(item: SaleItem, reading: &mut Reading<'_>) -> Vec<Entry> {
    let key = reading.text("basket", Some(item.basket), SHORT);
    if key.is_none() {
        reading.flag("basket", "", Reason::NoKey);
    }
    if item.lines.is_empty() {
        reading.flag("lines", "", Reason::Unreadable);
    }
    let mut lines = Vec::new();
    for (index, line) in item.lines.into_iter().enumerate() {
        let code = reading.text(&format!("lines[{index}].item"), Some(line.item), SHORT);
        match (code, line.quantity) {
            (Some(code), units) if units != 0 => lines.push((code, units)),
            (None, _) => reading.flag(format!("lines[{index}].item"), "", Reason::NoKey),
            (_, units) => reading.flag(format!("lines[{index}].quantity"), units, Reason::NotAQuantity),
        }
    }
    vec![Entry::Basket(Basket { key: key.unwrap_or_default(), at: item.at, lines })]
}
