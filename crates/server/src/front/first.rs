//! First content: what a product's page shows before its program arrives.

use crate::app::App;
use axum::http::HeaderMap;

pub(super) async fn product(_: &App, _store: &str, _gtin: &str, _: &HeaderMap, html: &str) -> String {
    html.to_owned()
}

pub(super) async fn label(_: &App, _gtin: &str, _slot: Option<&str>, _: &HeaderMap, html: &str) -> String {
    html.to_owned()
}
