//! "It is not there": shoppers' reports, and the counts that answer them.

pub mod report;
mod report_missing;
pub mod settle;
mod settle_count;
pub(crate) mod view;

use crate::app::App;
use crate::contract::EndpointExt as _;
use axum::Router;

pub(crate) fn routes() -> Router<App> {
    Router::new().endpoint(report_missing::report_missing).endpoint(settle_count::settle_count)
}
