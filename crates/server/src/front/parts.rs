//! The shop's program comes in parts; the one that a page needs is told to the browser at once, so that it need not wait for the
//! program to ask for it.

use super::assets;
use std::collections::HashMap;
use std::sync::LazyLock;

/// Part to files below the entry's folder; `cargo xtask front` writes it.
static PARTS: LazyLock<HashMap<String, Vec<String>>> = LazyLock::new(|| {
    let file = assets::SHOP.get("parts.json");
    file.and_then(|file| serde_json::from_slice(&file.plain).ok()).unwrap_or_default()
});

/// What draws the page at a path of [`api::page`].
pub(super) fn files(pattern: &str) -> &'static [String] {
    PARTS.get(api::page::part(pattern)).map(Vec::as_slice).unwrap_or_default()
}

/// The page at a path of [`api::page`], with its part named in the head.
pub(super) fn hurried(html: &str, pattern: &str) -> String {
    let files = files(pattern);
    let link =
        |file: &String| format!("<link rel=\"preload\" as=\"fetch\" type=\"application/wasm\" crossorigin href=\"/assets/shop/{file}\">");
    let links: String = files.iter().map(link).collect();
    html.replacen("</head>", &format!("{links}</head>"), 1)
}
