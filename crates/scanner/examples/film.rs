//! `cargo run --release -p scanner --example film -- FILE.y4m TEXT…`: a film for Chromium's fake camera. A table, then each text on it for
//! a while: 13 and 8 digits as EAN, anything else as QR. Up to three texts with spaces between them lie there together, the first in
//! the middle. The corner at the lower left is white while there is a code, and else black: when one came into view can be measured.

#[path = "synthetic/codes.rs"]
#[allow(dead_code)]
mod codes;
#[path = "synthetic/scene.rs"]
#[allow(dead_code)]
mod scene;

use codes::Code;
use image::{GrayImage, Luma};
use scene::{Kind, Luck};
use std::fs::File;
use std::io::{BufWriter, Write as _};

/// Frames a second.
const RATE: u32 = 10;
const EMPTY: usize = 5;
const SHOWN: usize = 15;
/// Where several lie, in pixels: no two bar codes cross a row.
const PLACES: [(u32, u32); 3] = [(640, 350), (210, 130), (1010, 610)];
/// Pixels a module of each.
const MODULE: u32 = 4;
/// Pixels of the corner's sides.
const MARK: u32 = 24;
/// Modules that bars are high.
const HIGH: u32 = 40;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut words = std::env::args().skip(1);
    let mut film = BufWriter::new(File::create(words.next().ok_or("a file")?)?);
    let mut luck = Luck::new(20);
    let mut began = false;
    for text in words {
        let empty = scene::draw(None, Kind::Empty, &mut luck);
        let codes: Vec<Code> = text.split(' ').map(code).collect();
        let shown = match &codes[..] {
            [code] => scene::draw(Some(code), Kind::Plain, &mut luck),
            several => together(&empty, several),
        };
        for (mut picture, frames, mark) in [(empty, EMPTY, 0), (shown, SHOWN, 255)] {
            let bottom = picture.height() - MARK;
            (0..MARK * MARK).for_each(|pixel| picture.put_pixel(pixel % MARK, bottom + pixel / MARK, Luma([mark])));
            if !began {
                writeln!(film, "YUV4MPEG2 W{} H{} F{RATE}:1 Ip A1:1 C420jpeg", picture.width(), picture.height())?;
                began = true;
            }
            let colourless = vec![128; (picture.width() * picture.height() / 2) as usize];
            for _ in 0..frames {
                film.write_all(b"FRAME\n")?;
                film.write_all(picture.as_raw())?;
                film.write_all(&colourless)?;
            }
        }
    }
    Ok(film.flush()?)
}

/// Flat on the table.
fn together(table: &GrayImage, codes: &[Code]) -> GrayImage {
    let mut picture = table.clone();
    for (code, (x, y)) in codes.iter().zip(PLACES) {
        let quiet = code.quiet as u32;
        let (width, height) = (code.width as u32, if code.height == 1 { HIGH } else { code.height as u32 });
        let (across, down) = (width + 2 * quiet, height + 2 * quiet);
        let (left, top) = (x - across * MODULE / 2, y - down * MODULE / 2);
        for (u, v) in (0..down * MODULE).flat_map(|v| (0..across * MODULE).map(move |u| (u, v))) {
            let module = (u / MODULE).checked_sub(quiet).zip((v / MODULE).checked_sub(quiet)).filter(|(u, v)| *u < width && *v < height);
            let is_dark = module.is_some_and(|(u, v)| code.modules[(if code.height == 1 { 0 } else { v * width } + u) as usize]);
            picture.put_pixel(left + u, top + v, Luma([if is_dark { 30 } else { 225 }]));
        }
    }
    picture
}

fn code(text: &str) -> Code {
    let digits: Vec<u8> = text.bytes().filter(u8::is_ascii_digit).map(|digit| digit - b'0').collect();
    match digits.len() {
        13 if text.len() == 13 => Code::ean13(digits),
        8 if text.len() == 8 => Code::ean8(digits),
        _ => Code::qr(text.to_owned()),
    }
}
