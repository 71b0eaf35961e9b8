//! Everything that is served, in one place.

use crate::app::App;
use crate::{
    beacon, call, catalog, connections, contract, count, curation, import, integration, live, media, pickup, planogram, reservation,
    reviews, stock, stores,
};
use axum::Router;
use axum::routing::get;

/// The whole router, ready to serve.
pub fn router(app: App) -> Router {
    let endpoints = Router::new()
        .merge(stores::routes())
        .merge(catalog::routes())
        .merge(curation::routes())
        .merge(beacon::routes())
        .merge(planogram::routes())
        .merge(reservation::routes())
        .merge(pickup::routes())
        .merge(count::routes())
        .merge(stock::routes())
        .merge(call::routes())
        .merge(connections::routes())
        .merge(integration::routes())
        .merge(reviews::routes())
        .merge(media::routes())
        .merge(import::http::routes())
        .route(api::event::PATH, get(live::stream::events));
    contract::dress(endpoints).with_state(app)
}
