//! Pictures by their content's hash: a URL never changes its content.

use crate::app::App;
use crate::failure::Failure;
use crate::media;
use api::Code;
use axum::extract::{Path, State};
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use std::path::PathBuf;

/// For everybody: JPEG, PNG, or one of the demo's drawings.
pub(super) async fn media(State(app): State<App>, Path(hash): Path<String>) -> Result<Response, Failure> {
    let hash = proved(&hash)?;
    picture(media::path(app.media(), hash)).await
}

/// WebP in a width.
pub(super) async fn in_width(State(app): State<App>, Path((hash, width)): Path<(String, String)>) -> Result<Response, Failure> {
    let hash = proved(&hash)?;
    // `+160` and `0160` would be other names of the same.
    let width = width.parse::<u32>().ok().filter(|number| number.to_string() == width).ok_or_else(missing)?;
    picture(media::path_in_width(app.media(), hash, width)).await
}

/// Nothing else becomes the name of a file.
fn proved(hash: &str) -> Result<&str, Failure> {
    match hash.len() >= 16 && hash.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        true => Ok(hash),
        false => Err(missing()),
    }
}

fn missing() -> Failure {
    Failure::new(Code::NoSuchPath, "there is no such picture")
}

async fn picture(file: PathBuf) -> Result<Response, Failure> {
    let bytes = tokio::fs::read(file).await.map_err(|_| missing())?;
    let kind = kind(&bytes);
    let mut response = bytes.into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=31536000, immutable"));
    // Opened by itself, a picture runs nothing.
    headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static("default-src 'none'; style-src 'unsafe-inline'; sandbox"));
    Ok(response)
}

/// Read from the first bytes: a shopper's picture asks no database.
fn kind(bytes: &[u8]) -> &'static str {
    match bytes {
        [0x89, b'P', b'N', b'G', ..] => "image/png",
        [0xFF, 0xD8, 0xFF, ..] => "image/jpeg",
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => "image/webp",
        _ if bytes.starts_with(b"<svg") || bytes.starts_with(b"<?xml") => "image/svg+xml",
        _ => "application/octet-stream",
    }
}
