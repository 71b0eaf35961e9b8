//! `POST /api/v1/integration/prices`

use super::batch::push;
use super::goods::{named, price};
use super::reading::Reading;
use crate::app::App;
use crate::contract::Caller;
use crate::failure::Failure;
use api::integration::push_prices::PushPrices;
use api::integration::{Batch, VariantPrice};
use domain::import::{Entry, Goods};

pub(super) async fn push_prices(app: App, caller: Caller, ask: PushPrices) -> Result<Batch, Failure> {
    push(&app, &caller, "prices", ask.items, read).await
}

fn read(item: VariantPrice, reading: &mut Reading<'_>) -> Vec<Entry> {
    let goods = named(item.sku, item.gtin, item.product, reading);
    vec![Entry::Goods(Box::new(Goods { price: price("price", &item.price, reading), ..goods }))]
}
