//! From a file's bytes to upright pixels in sRGB, no larger than anything that is shown.
//!
//! How many pixels there are is read from the header before any is decoded.

use super::{LONGEST_SIDE, MOST_BYTES, MOST_PIXELS, Refusal, WIDTHS, encode};
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageError, ImageFormat, ImageReader, Limits};
use moxcms::{ColorProfile, DataColorSpace, Layout, TransformOptions};
use std::io::Cursor;

/// A strip is not kept taller than this: WebP ends at 16,383.
const TALLEST: u32 = 4096;

/// What a file says of itself.
pub(super) struct Header {
    format: ImageFormat,
    width: u32,
    height: u32,
}

impl Header {
    /// Rounded up.
    pub(super) fn megapixels(&self) -> u32 {
        u32::try_from((u64::from(self.width) * u64::from(self.height)).div_ceil(1_000_000)).unwrap_or(u32::MAX)
    }
}

/// Reads the header, and refuses what is too large by it.
pub(super) fn header(bytes: &[u8]) -> Result<Header, Refusal> {
    if bytes.len() > MOST_BYTES {
        return Err(Refusal::TooLarge);
    }
    let format = image::guess_format(bytes).map_err(|_| Refusal::NotAPicture)?;
    if !matches!(format, ImageFormat::Jpeg | ImageFormat::Png | ImageFormat::WebP | ImageFormat::Gif) {
        return Err(Refusal::NotAPicture);
    }
    let (width, height) = reader(bytes, format).into_dimensions().map_err(refused)?;
    if width.max(height) > LONGEST_SIDE || u64::from(width) * u64::from(height) > MOST_PIXELS {
        return Err(Refusal::TooManyPixels);
    }
    if format == ImageFormat::Jpeg && !ends(bytes) {
        return Err(Refusal::Damaged);
    }
    Ok(Header { format, width, height })
}

/// The picture, upright, in the largest width that is shown; of a moving one the first frame.
pub(super) fn decode(bytes: &[u8]) -> Result<DynamicImage, Refusal> {
    let format = header(bytes)?.format;
    let mut decoder = reader(bytes, format).into_decoder().map_err(refused)?;
    if decoder.total_bytes() > 4 * MOST_PIXELS {
        return Err(Refusal::TooManyPixels);
    }
    // A file whose metadata is broken is a picture all the same.
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let profile = decoder.icc_profile().ok().flatten();
    let image = eight_bits(DynamicImage::from_decoder(decoder).map_err(refused)?);
    let mut image = shrunk(image, orientation)?;
    image.apply_orientation(orientation);
    Ok(in_srgb(image, profile.as_deref()))
}

fn reader(bytes: &[u8], format: ImageFormat) -> ImageReader<Cursor<&[u8]>> {
    let mut limits = Limits::default();
    limits.max_image_width = Some(LONGEST_SIDE);
    limits.max_image_height = Some(LONGEST_SIDE);
    limits.max_alloc = Some(8 * MOST_PIXELS);
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    reader.limits(limits);
    reader
}

fn refused(error: ImageError) -> Refusal {
    match error {
        ImageError::Limits(_) => Refusal::TooManyPixels,
        ImageError::Unsupported(_) => Refusal::NotAPicture,
        _ => Refusal::Damaged,
    }
}

/// The decoder fills what is missing of a JPEG with grey. After the last scan begins (FF DA) there must be an end (FF D9): within a
/// scan neither stands.
fn ends(jpeg: &[u8]) -> bool {
    let last = |marker: [u8; 2]| jpeg.windows(2).rposition(|window| window == marker);
    last([0xFF, 0xD9]) > last([0xFF, 0xDA])
}

/// RGB, or RGBA where something can be seen through.
fn eight_bits(image: DynamicImage) -> DynamicImage {
    if !image.color().has_alpha() {
        return DynamicImage::ImageRgb8(image.into_rgb8());
    }
    let image = image.into_rgba8();
    match image.pixels().all(|pixel| pixel[3] == u8::MAX) {
        true => DynamicImage::ImageRgb8(DynamicImage::ImageRgba8(image).into_rgb8()),
        false => DynamicImage::ImageRgba8(image),
    }
}

/// Made smaller before it is turned: turning copies it.
fn shrunk(image: DynamicImage, orientation: Orientation) -> Result<DynamicImage, Refusal> {
    use Orientation::{Rotate90, Rotate90FlipH, Rotate270, Rotate270FlipH};
    let lies = matches!(orientation, Rotate90 | Rotate90FlipH | Rotate270 | Rotate270FlipH);
    let (width, height) = (image.width(), image.height());
    let (across, down) = if lies { (height, width) } else { (width, height) };
    let by_height = encode::in_proportion(across, down, TALLEST.min(down));
    let new_across = WIDTHS[WIDTHS.len() - 1].min(across).min(by_height);
    if new_across == across {
        return Ok(image);
    }
    let new_down = encode::in_proportion(down, across, new_across);
    let (width, height) = if lies { (new_down, new_across) } else { (new_across, new_down) };
    encode::resized(&image, width, height)
}

/// Phones photograph in wider colours than a page has without a profile. A profile that says nothing we understand is passed over.
fn in_srgb(mut image: DynamicImage, profile: Option<&[u8]>) -> DynamicImage {
    let profile = profile.and_then(|profile| ColorProfile::new_from_slice(profile).ok());
    let Some(profile) = profile.filter(|profile| profile.color_space == DataColorSpace::Rgb) else { return image };
    let layout = if image.color().has_alpha() { Layout::Rgba } else { Layout::Rgb };
    let srgb = ColorProfile::new_srgb();
    let Ok(transform) = profile.create_transform_8bit(layout, &srgb, layout, TransformOptions::default()) else { return image };
    let from = image.as_bytes().to_vec();
    let to = match &mut image {
        DynamicImage::ImageRgb8(image) => image.as_flat_samples_mut().samples,
        DynamicImage::ImageRgba8(image) => image.as_flat_samples_mut().samples,
        _ => return image,
    };
    match transform.transform(&from, to) {
        Ok(()) => image,
        // Half a transform is worse than none.
        Err(_) => {
            to.copy_from_slice(&from);
            image
        }
    }
}
