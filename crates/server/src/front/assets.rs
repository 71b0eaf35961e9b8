//! Files of the built front ends. They were compressed when they were built.

use super::pages;
use axum::body::{Body, Bytes};
use axum::extract::Path;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use rust_embed::RustEmbed;
use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::LazyLock;

/// The macro below sees new files only when this crate compiles again: `cargo xtask server` names what dist/ holds.
const _: Option<&str> = option_env!("VITRINE_DIST");

#[derive(RustEmbed)]
#[folder = "../../dist/shop"]
struct ShopFiles;

#[derive(RustEmbed)]
#[folder = "../../dist/studio"]
struct StudioFiles;

/// One file, plain and packed.
pub(super) struct File {
    pub(super) plain: Bytes,
    packed: Option<Bytes>,
    tag: HeaderValue,
}

/// The files of an entry by name.
pub(super) type Files = HashMap<String, File>;

pub(super) static SHOP: LazyLock<Files> = LazyLock::new(read::<ShopFiles>);
pub(super) static STUDIO: LazyLock<Files> = LazyLock::new(read::<StudioFiles>);

fn read<E: RustEmbed>() -> Files {
    let bytes = |name: &str| {
        E::get(name).map(|file| match file.data {
            Cow::Borrowed(bytes) => Bytes::from_static(bytes),
            Cow::Owned(bytes) => Bytes::from(bytes),
        })
    };
    let plain = E::iter().filter(|name| !name.ends_with(".br")).filter_map(|name| {
        let plain = bytes(&name)?;
        let tag = HeaderValue::from_str(&format!("\"{}\"", &blake3::hash(&plain).to_hex()[..32])).ok()?;
        Some((name.to_string(), File { plain, packed: bytes(&format!("{name}.br")), tag }))
    });
    plain.collect()
}

pub(super) async fn shop(Path(name): Path<String>, headers: HeaderMap) -> Response {
    file(&SHOP, &name, &headers)
}

pub(super) async fn studio(Path(name): Path<String>, headers: HeaderMap) -> Response {
    file(&STUDIO, &name, &headers)
}

pub(super) async fn favicon(headers: HeaderMap) -> Response {
    let name = ["favicon.ico", "icon.svg", "icons/icon.svg"].into_iter().find(|name| SHOP.contains_key(*name));
    file(&SHOP, name.unwrap_or("favicon.ico"), &headers)
}

fn file(files: &Files, name: &str, headers: &HeaderMap) -> Response {
    // A file of an older build that is asked for by name is gone; a page in its place would be taken for a script.
    let Some(file) = files.get(name).filter(|_| !pages::is_entry(name)) else { return StatusCode::NOT_FOUND.into_response() };
    let seen = headers.get(header::IF_NONE_MATCH).and_then(|seen| seen.to_str().ok()).unwrap_or_default();
    let known = file.tag.to_str().is_ok_and(|tag| seen.contains(tag));
    let packed = file.packed.as_ref().filter(|_| accepts_brotli(headers));
    let body = if known { Body::empty() } else { Body::from(packed.unwrap_or(&file.plain).clone()) };
    let mut response = Response::new(body);
    if known {
        *response.status_mut() = StatusCode::NOT_MODIFIED;
    }
    let given = response.headers_mut();
    given.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind(name)));
    given.insert(header::ETAG, file.tag.clone());
    given.insert(header::CACHE_CONTROL, HeaderValue::from_static(keeping(name)));
    given.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    if packed.is_some() && !known {
        given.insert(header::CONTENT_ENCODING, HeaderValue::from_static("br"));
    }
    response
}

fn accepts_brotli(headers: &HeaderMap) -> bool {
    let accepted = headers.get_all(header::ACCEPT_ENCODING).iter().filter_map(|value| value.to_str().ok());
    accepted.flat_map(|line| line.split(',')).any(|coding| {
        let (name, quality) = coding.split_once(';').unwrap_or((coding, "q=1"));
        name.trim() == "br" && !matches!(quality.trim(), "q=0" | "q=0.0" | "q=0.00" | "q=0.000")
    })
}

/// A name with its content's hash in it never means anything else.
fn keeping(name: &str) -> &'static str {
    let is_hash = |part: &str| part.len() >= 8 && part.bytes().all(|byte| byte.is_ascii_hexdigit());
    match name.split(['-', '_', '.', '/']).any(is_hash) {
        true => "public, max-age=31536000, immutable",
        false => "no-cache",
    }
}

fn kind(name: &str) -> &'static str {
    match name.rsplit('.').next().unwrap_or_default() {
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "wasm" => "application/wasm",
        "css" => "text/css; charset=utf-8",
        "html" => "text/html; charset=utf-8",
        "json" => "application/json",
        "webmanifest" => "application/manifest+json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "webp" => "image/webp",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_with_a_hash_are_kept_for_ever() {
        for (name, forever) in [
            ("shop-0a1b2c3d4e5f6071.js", true),
            ("shop-0a1b2c3d4e5f6071_bg.wasm", true),
            ("scanner/0a1b2c3d/worker.js", true),
            ("manifest.webmanifest", false),
            ("sw.js", false),
        ] {
            assert_eq!(keeping(name).contains("immutable"), forever, "{name}");
        }
    }

    fn asked(files: &Files, name: &str, headers: &[(header::HeaderName, &str)]) -> Response {
        let headers = headers.iter().map(|(name, value)| (name.clone(), value.parse().expect("a header")));
        file(files, name, &headers.collect())
    }

    #[test]
    fn a_file_is_sent_packed_where_it_was_packed_and_not_again_to_those_who_have_it() {
        let (plain, packed) = (Bytes::from_static(b"start()"), Some(Bytes::from_static(b"packed")));
        let one = |packed| File { plain: plain.clone(), packed, tag: HeaderValue::from_static("\"abc\"") };
        let names = [("shop-0a1b2c3d4e5f6071.wasm", packed), ("small.svg", None), ("index.html", None)];
        let files: Files = names.into_iter().map(|(name, packed)| (name.to_owned(), one(packed))).collect();
        let brotli = (header::ACCEPT_ENCODING, "gzip, br");
        let packed = asked(&files, "shop-0a1b2c3d4e5f6071.wasm", std::slice::from_ref(&brotli));
        assert_eq!(packed.headers()["content-encoding"], "br");
        assert_eq!(packed.headers()["content-type"], "application/wasm");
        assert!(!asked(&files, "shop-0a1b2c3d4e5f6071.wasm", &[]).headers().contains_key("content-encoding"));
        assert!(!asked(&files, "small.svg", &[brotli]).headers().contains_key("content-encoding"));
        assert_eq!(asked(&files, "small.svg", &[(header::IF_NONE_MATCH, "\"abc\"")]).status(), 304);
        for gone in ["index.html", "shop-ffffffffffffffff.js"] {
            assert_eq!(asked(&files, gone, &[]).status(), 404, "{gone}");
        }
    }

    #[test]
    fn brotli_is_sent_to_those_who_take_it() {
        for (accepted, takes) in [("gzip, br", true), ("br;q=0.5", true), ("br;q=0", false), ("gzip", false), ("", false)] {
            let headers = HeaderMap::from_iter([(header::ACCEPT_ENCODING, accepted.parse().expect("a header"))]);
            assert_eq!(accepts_brotli(&headers), takes, "{accepted}");
        }
    }
}
