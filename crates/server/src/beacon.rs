//! What screens tell about use.

mod send_beacons;

use crate::app::App;
use crate::contract::EndpointExt as _;
use axum::Router;

pub(crate) fn routes() -> Router<App> {
    Router::new().endpoint(send_beacons::send_beacons)
}
