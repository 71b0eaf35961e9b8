//! Products and collections, read from the snapshot.

pub mod card;
mod collection;
pub(crate) mod elsewhere;
mod get_collection;
pub mod get_product;
mod list_collections;
mod list_sought;
mod search_products;
mod write_note;

use crate::app::App;
use crate::contract::EndpointExt as _;
use axum::Router;

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .endpoint(get_product::get_product)
        .endpoint(write_note::write_note)
        .endpoint(search_products::search_products)
        .endpoint(list_sought::list_sought)
        .endpoint(list_collections::list_collections)
        .endpoint(get_collection::get_collection)
}
