//! The ticket's service worker: our file, and before it what it keeps, which is this build's.

use super::{assets, parts};
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
    let own = assets::SHOP.keys().filter(|name| is_own(name)).cloned();
    let mut files: Vec<String> =
        own.chain(parts::files(api::page::TICKET).iter().cloned()).map(|name| format!("/assets/shop/{name}")).collect();
    files.sort_by_key(|file| (!file.ends_with("_bg.wasm"), file.clone()));
    files
}

/// Every page's program, glue and sheet; not what a page fetches later or never.
fn is_own(name: &str) -> bool {
    let is_glue = name.ends_with(".js") && name != "sw.js" && !name.starts_with("scan-");
    is_glue || (!name.contains('/') && (name.ends_with(".wasm") || name.ends_with(".css")))
}

/// A browser asks for it at each visit: a new build has other names, so it is another worker.
pub(super) async fn service_worker(headers: HeaderMap) -> Response {
    let mut response = tagged(SCRIPT.clone().into_bytes(), headers.get(header::IF_NONE_MATCH));
    let given = response.headers_mut();
    given.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/javascript; charset=utf-8"));
    given.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_ticket_needs_program_glue_and_sheet_and_no_other_page_s_part() {
        let table = [
            ("shop-0a1b2c3d4e5f6071_bg.wasm", true),
            ("shop-0a1b2c3d4e5f6071.js", true),
            ("shop-0a1b2c3d4e5f6071.css", true),
            ("snippets/vitrine-0a1b/__wasm_split.js", true),
            ("snippets/vitrine-0a1b/split_floor.wasm", false),
            ("scan-0a1b2c3d4e5f6071/worker.js", false),
            ("sw.js", false),
            ("index.html", false),
        ];
        for (name, own) in table {
            assert_eq!(is_own(name), own, "{name}");
        }
    }
}
