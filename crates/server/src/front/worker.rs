//! The ticket's service worker: our file, and before it what it keeps, which is this build's.

use super::{assets, pages, parts};
use crate::contract::tagged;
use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::Response;
use std::sync::LazyLock;

static SCRIPT: LazyLock<String> = LazyLock::new(|| {
    let script = assets::SHOP.get("sw.js").map(|file| String::from_utf8_lossy(&file.plain).into_owned()).unwrap_or_default();
    // Names of ours: nothing in them needs an escape that JSON does not have.
    let files = serde_json::to_string(&files()).unwrap_or_default();
    format!("const FILES = {files};\n{script}")
});

/// What a ticket's page loads, the entry's own program first: its name has the build's hash in it.
fn files() -> Vec<String> {
    let of_page = pages::shop_html().split('"').filter(|part| part.starts_with("/assets/shop/")).map(str::to_owned);
    let of_part = parts::files(api::page::TICKET).iter().map(|file| format!("/assets/shop/{file}"));
    let glue = assets::SHOP.keys().filter(|name| name.ends_with(".js") && *name != "sw.js" && !name.contains("scanner/"));
    let mut files: Vec<String> = of_page.chain(of_part).chain(glue.map(|name| format!("/assets/shop/{name}"))).collect();
    files.sort();
    files.dedup();
    files.sort_by_key(|file| !file.ends_with("_bg.wasm"));
    files
}

/// A browser asks for it at each visit: a new build has other names, so it is another worker.
pub(super) async fn service_worker(headers: HeaderMap) -> Response {
    let mut response = tagged(SCRIPT.clone().into_bytes(), headers.get(header::IF_NONE_MATCH));
    let given = response.headers_mut();
    given.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/javascript; charset=utf-8"));
    given.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    response
}
