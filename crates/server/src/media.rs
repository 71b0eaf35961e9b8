//! Pictures that a shop brings: decoded within limits, turned upright, re-encoded in several widths, kept under a name that never
//! means anything else.
//!
//! The name is blake3 of the file that was *brought*: the same file again is known before any work is done. What is kept is never that
//! file but what was drawn from its pixels, so no metadata and no script survives. Below `{data}/media` lie `{hash}` (JPEG, or PNG
//! where it can be seen through: for whoever reads no WebP) and `{hash}.{width}` (WebP). Absent: SVG (the demo's drawings are written
//! by `seed`), AVIF, clearing away what nothing names any more.

pub mod address;
pub mod bring;
mod decode;
mod encode;
pub mod fetch;
mod file;
mod keep_picture;
mod refusal;

pub use file::{path, path_in_width, sweep};
pub use refusal::Refusal;

use crate::app::App;
use crate::contract::EndpointExt as _;
use api::catalog::Picture;
use api::endpoint::fill;
use api::page::MEDIA;
use axum::Router;
use std::path::Path;
use tokio::sync::Semaphore;

/// Bytes that a picture may have.
pub const MOST_BYTES: usize = 20_000_000;
/// Pixels that it may have.
pub const MOST_PIXELS: u64 = 40_000_000;
/// Pixels that a side may have.
pub const LONGEST_SIDE: u32 = 16_384;
/// The widths that are made; none is wider than the picture itself.
pub const WIDTHS: [u32; 4] = [160, 320, 640, 1280];

/// Megapixels that may be decoded at once: what bounds the memory, whoever asks.
const ROOM: u32 = 48;
/// What a small picture counts for, so that there are never more at work than these.
const LEAST: u32 = 12;
static PLACES: Semaphore = Semaphore::const_new(ROOM as usize);

/// A picture that is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// blake3 of the file that was brought, in hexadecimal.
    pub hash: String,
    /// Of the file for everybody: `image/jpeg` or `image/png`.
    pub media_type: String,
    /// All its files together.
    pub bytes: u64,
    /// In pixels, upright.
    pub width: u32,
    /// In pixels, upright.
    pub height: u32,
    /// Of the WebP files, the smallest first. The last is the picture's own where that is less than 1280.
    pub widths: Vec<u32>,
    /// `#rrggbb`: all of it blurred into one colour. `None` where it can be seen through.
    pub colour: Option<String>,
}

impl Kept {
    /// As it is shown.
    pub fn picture(&self) -> Picture {
        Picture {
            url: fill(MEDIA, &[("hash", &self.hash)]),
            width: Some(self.width),
            height: Some(self.height),
            widths: self.widths.clone(),
            colour: self.colour.clone(),
            ..Picture::default()
        }
    }
}

pub(crate) fn routes() -> Router<App> {
    Router::new().file_endpoint(keep_picture::keep_picture)
}

/// The name that a file gets.
pub fn hash(bytes: &[u8]) -> String {
    blake3::hash(bytes).to_hex().to_string()
}

/// Keeps a picture in a data folder. The same file again changes nothing and gives the same answer. A few at a time, off the async
/// threads; whoever is beyond that waits.
///
/// # Errors
/// When it is no picture, too large, damaged, or the disk takes no more; then nothing of it is there.
pub async fn keep(data: &Path, bytes: Vec<u8>) -> Result<Kept, Refusal> {
    let header = decode::header(&bytes)?;
    let place = PLACES.acquire_many(header.megapixels().clamp(LEAST, ROOM)).await.map_err(|_| Refusal::Damaged)?;
    let folder = data.join("media");
    let work = tokio::task::spawn_blocking(move || {
        let _place = place;
        keep_now(&folder, &bytes)
    });
    // A decoder that panics has met a file that no encoder wrote.
    work.await.map_err(|_| Refusal::Damaged)?
}

fn keep_now(folder: &Path, bytes: &[u8]) -> Result<Kept, Refusal> {
    let hash = hash(bytes);
    let picture = decode::decode(bytes)?;
    let files = encode::encode(&picture)?;
    std::fs::create_dir_all(folder)?;
    for (width, webp) in &files.webp {
        file::write(&path_in_width(folder, &hash, *width), webp)?;
    }
    // The last one: where it is, all of them are.
    file::write(&path(folder, &hash), &files.plain)?;
    file::settle(folder)?;
    Ok(Kept {
        bytes: files.bytes(),
        width: picture.width(),
        height: picture.height(),
        widths: files.webp.iter().map(|(width, _)| *width).collect(),
        media_type: files.media_type.to_owned(),
        colour: encode::colour(&picture)?,
        hash,
    })
}

#[cfg(test)]
mod tests;
