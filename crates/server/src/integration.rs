//! For other systems: batches of items, each read on its own, written by the importer's writer in one transaction and listed like an
//! import, which can be taken back.
//!
//! The same idempotency key gets the first answer. No copy of it is kept: the batch's row says in a letter what became of each item,
//! and what was wrong stands among the flags of its import.

mod batch;
mod goods;
mod letters;
mod push_prices;
mod push_products;
mod push_reviews;
mod push_sales;
mod push_stock;
mod reading;

use crate::app::App;
use crate::contract::EndpointExt as _;
use axum::Router;

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .endpoint(push_products::push_products)
        .endpoint(push_prices::push_prices)
        .endpoint(push_stock::push_stock)
        .endpoint(push_reviews::push_reviews)
        .endpoint(push_sales::push_sales)
}
