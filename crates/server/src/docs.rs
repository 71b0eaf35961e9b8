//! The contract's documents: `/api/openapi.json`, and `/api/docs` as a page without scripts that opens offline.

mod page;

use crate::app::App;
use crate::contract::{BUILD, tagged};
use api::openapi;
use axum::Router;
use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::Response;
use axum::routing::get;
use std::sync::LazyLock;

static DOCUMENT: LazyLock<String> = LazyLock::new(|| {
    let document = openapi::document(BUILD);
    serde_json::to_string_pretty(&document).unwrap_or_default()
});
static PAGE: LazyLock<String> = LazyLock::new(|| page::page(&openapi::document(BUILD)));
static POLICY: LazyLock<String> = LazyLock::new(|| {
    format!("default-src 'none'; style-src '{}'; frame-ancestors 'none'; base-uri 'none'", crate::front::hash_of(page::STYLE))
});

/// The document as `vitrine openapi` prints it.
pub(crate) fn document() -> &'static str {
    &DOCUMENT
}

/// The documents' paths.
pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route(openapi::DOCUMENT, get(async |headers: HeaderMap| served(&DOCUMENT, "application/json", &headers)))
        .route(openapi::PAGE, get(async |headers: HeaderMap| served(&PAGE, "text/html; charset=utf-8", &headers)))
}

fn served(text: &str, kind: &'static str, headers: &HeaderMap) -> Response {
    let mut response = tagged(text.as_bytes().to_vec(), headers.get(header::IF_NONE_MATCH));
    let given = response.headers_mut();
    given.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    given.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    if let Ok(policy) = HeaderValue::from_str(&POLICY) {
        given.insert(header::CONTENT_SECURITY_POLICY, policy);
    }
    response
}
