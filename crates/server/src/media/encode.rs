//! From pixels to the files that are kept.

use super::{Refusal, WIDTHS};
use fast_image_resize::Resizer;
use image::codecs::jpeg::JpegEncoder;
use image::{DynamicImage, ImageFormat};
use std::io::{Cursor, Error};

/// 0 to 100: below this, product photographs begin to show it.
const WEBP: f32 = 80.0;
const JPEG: u8 = 76;

/// What is written.
pub(super) struct Files {
    /// For whoever reads no WebP.
    pub(super) plain: Vec<u8>,
    /// Of `plain`.
    pub(super) media_type: &'static str,
    /// By width, the smallest first.
    pub(super) webp: Vec<(u32, Vec<u8>)>,
}

impl Files {
    pub(super) fn bytes(&self) -> u64 {
        let webp: usize = self.webp.iter().map(|(_, bytes)| bytes.len()).sum();
        (self.plain.len() + webp) as u64
    }
}

pub(super) fn encode(picture: &DynamicImage) -> Result<Files, Refusal> {
    let (plain, media_type) = plain(picture)?;
    let own = picture.width();
    let mut webp = Vec::new();
    for width in WIDTHS.into_iter().filter(|width| *width < own).chain([own]) {
        webp.push((width, self::webp(&in_width(picture, width)?)?));
    }
    Ok(Files { plain, media_type, webp })
}

/// `#rrggbb`: the mean of all pixels; `None` where the picture can be seen through.
pub(super) fn colour(picture: &DynamicImage) -> Result<Option<String>, Refusal> {
    if picture.color().has_alpha() {
        return Ok(None);
    }
    let small = in_width(picture, WIDTHS[0].min(picture.width()))?.into_rgb8();
    let count = u64::from(small.width()) * u64::from(small.height());
    let mean = |channel: usize| small.pixels().map(|pixel| u64::from(pixel[channel])).sum::<u64>() / count.max(1);
    Ok(Some(format!("#{:02x}{:02x}{:02x}", mean(0), mean(1), mean(2))))
}

/// A height for a width, in proportion.
pub(super) fn in_proportion(height: u32, width: u32, to: u32) -> u32 {
    let exact = u64::from(height) * u64::from(to);
    u32::try_from((exact + u64::from(width) / 2) / u64::from(width.max(1))).unwrap_or(u32::MAX).max(1)
}

pub(super) fn resized(picture: &DynamicImage, width: u32, height: u32) -> Result<DynamicImage, Refusal> {
    let mut small = DynamicImage::new(width, height, picture.color());
    Resizer::new().resize(picture, &mut small, None).map_err(|_| Refusal::Damaged)?;
    Ok(small)
}

fn in_width(picture: &DynamicImage, width: u32) -> Result<DynamicImage, Refusal> {
    match width == picture.width() {
        true => Ok(picture.clone()),
        false => resized(picture, width, in_proportion(picture.height(), picture.width(), width)),
    }
}

fn webp(picture: &DynamicImage) -> Result<Vec<u8>, Refusal> {
    let (width, height) = (picture.width(), picture.height());
    let encoder = match picture.color().has_alpha() {
        true => webp::Encoder::from_rgba(picture.as_bytes(), width, height),
        false => webp::Encoder::from_rgb(picture.as_bytes(), width, height),
    };
    let bytes = encoder.encode_simple(false, WEBP).map_err(|error| Error::other(format!("{error:?}")))?;
    Ok(bytes.to_vec())
}

fn plain(picture: &DynamicImage) -> Result<(Vec<u8>, &'static str), Refusal> {
    let mut bytes = Cursor::new(Vec::new());
    let (written, kind) = match picture.color().has_alpha() {
        true => (picture.write_to(&mut bytes, ImageFormat::Png), "image/png"),
        false => (picture.write_with_encoder(JpegEncoder::new_with_quality(&mut bytes, JPEG)), "image/jpeg"),
    };
    written.map_err(Error::other)?;
    Ok((bytes.into_inner(), kind))
}
