//! Pages: each is its entry's HTML; a product's has its first content in it.

use super::{assets, first, parts, policy};
use crate::app::App;
use crate::contract::{Caller, no_such_path, tagged};
use axum::extract::{MatchedPath, OriginalUri, Path, Query, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use std::collections::HashMap;
use std::sync::LazyLock;

/// An entry's HTML with its policy.
pub(super) struct Entry {
    pub(super) html: String,
    policy: HeaderValue,
}

/// What is shown when the front ends are not built: the place of first content is there all the same.
const NOT_BUILT: &str = "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Vitrine</title></head><body><div id=\"first\"></div>\
    <h1>The front end is not built</h1><p>Run <code>cargo xtask front</code>, then start the server again. \
    The interface is there: <a href=\"/api/docs\">/api/docs</a>.</p></body></html>";

static SHOP: LazyLock<Entry> = LazyLock::new(|| entry(&assets::SHOP, "index.html"));
static STUDIO: LazyLock<Entry> = LazyLock::new(|| entry(&assets::STUDIO, "studio.html"));

fn entry(files: &assets::Files, name: &str) -> Entry {
    let file = files.get(name).or_else(|| files.get("index.html"));
    let html = file.map_or_else(|| NOT_BUILT.to_owned(), |file| String::from_utf8_lossy(&file.plain).into_owned());
    let policy = HeaderValue::from_str(&policy::policy(&html)).unwrap_or(HeaderValue::from_static("default-src 'none'"));
    Entry { html, policy }
}

/// These are pages, not files to fetch by name.
pub(super) fn is_entry(name: &str) -> bool {
    matches!(name, "index.html" | "studio.html")
}

pub(super) async fn shop(path: MatchedPath, headers: HeaderMap) -> Response {
    page(&SHOP, parts::hurried(&SHOP.html, path.as_str()), &headers)
}

pub(super) async fn studio(headers: HeaderMap) -> Response {
    page(&STUDIO, STUDIO.html.clone(), &headers)
}

/// A ticket's link is a secret: nothing that the page opens is told where it came from.
pub(super) async fn ticket(path: MatchedPath, headers: HeaderMap) -> Response {
    let mut response = shop(path, headers).await;
    response.headers_mut().insert(header::REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-cache"));
    response
}

/// What the address asks for beside its path. A map takes any query: a link with an odd one still opens.
type Asked = Query<HashMap<String, String>>;

fn visit<'a>(asked: &'a Asked, headers: &'a HeaderMap) -> first::Visit<'a> {
    first::Visit { headers, lang: asked.get("lang").map(String::as_str).filter(|lang| matches!(*lang, "ko" | "en")) }
}

pub(super) async fn product(
    State(app): State<App>,
    Path((store, gtin)): Path<(String, String)>,
    asked: Asked,
    path: MatchedPath,
    headers: HeaderMap,
    caller: Caller,
) -> Response {
    let html = first::product(&app, caller, &store, &gtin, visit(&asked, &headers), &SHOP.html).await;
    page(&SHOP, parts::hurried(&html, path.as_str()), &headers)
}

/// A label's link, and one with a batch: the same product.
pub(super) async fn label(
    State(app): State<App>,
    Path(values): Path<HashMap<String, String>>,
    asked: Asked,
    path: MatchedPath,
    headers: HeaderMap,
    caller: Caller,
) -> Response {
    let gtin = values.get("gtin").map(String::as_str).unwrap_or_default();
    let html = first::label(&app, caller, gtin, asked.get("q").map(String::as_str), visit(&asked, &headers), &SHOP.html).await;
    page(&SHOP, parts::hurried(&html, path.as_str()), &headers)
}

/// Everything else: a problem below `/api`, a page that says so elsewhere.
pub(crate) async fn nowhere(OriginalUri(uri): OriginalUri, headers: HeaderMap) -> Response {
    if format!("{}/", uri.path()).starts_with(api::page::API) {
        return no_such_path().into_response();
    }
    let accepts = headers.get(header::ACCEPT).and_then(|accept| accept.to_str().ok()).unwrap_or_default();
    if !accepts.contains("text/html") {
        return StatusCode::NOT_FOUND.into_response();
    }
    let mut response = page(&SHOP, parts::hurried(&SHOP.html, ""), &HeaderMap::new());
    *response.status_mut() = StatusCode::NOT_FOUND;
    response
}

fn page(entry: &Entry, html: String, headers: &HeaderMap) -> Response {
    let mut response = tagged(html.into_bytes(), headers.get(header::IF_NONE_MATCH));
    let given = response.headers_mut();
    let mut set = |name: header::HeaderName, value: &'static str| given.insert(name, HeaderValue::from_static(value));
    set(header::CONTENT_TYPE, "text/html; charset=utf-8");
    set(header::CACHE_CONTROL, "no-cache");
    set(header::VARY, "accept-language, cookie");
    set(header::REFERRER_POLICY, "same-origin");
    set(header::X_FRAME_OPTIONS, "DENY");
    set(header::HeaderName::from_static("cross-origin-opener-policy"), "same-origin");
    set(
        header::HeaderName::from_static("permissions-policy"),
        "camera=(self), screen-wake-lock=(self), geolocation=(), microphone=(), payment=(), usb=()",
    );
    given.insert(header::CONTENT_SECURITY_POLICY, entry.policy.clone());
    response
}
