//! `cargo run --release -p scanner --example film -- FILE.y4m TEXT…`: a film for Chromium's fake camera. A table, then each text on it for
//! a while: 13 and 8 digits as EAN, anything else as QR.

#[path = "synthetic/codes.rs"]
#[allow(dead_code)]
mod codes;
#[path = "synthetic/scene.rs"]
#[allow(dead_code)]
mod scene;

use codes::Code;
use scene::{Kind, Luck};
use std::fs::File;
use std::io::{BufWriter, Write as _};

/// Frames a second.
const RATE: u32 = 10;
const EMPTY: usize = 5;
const SHOWN: usize = 15;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut words = std::env::args().skip(1);
    let mut film = BufWriter::new(File::create(words.next().ok_or("a file")?)?);
    let mut luck = Luck::new(20);
    let mut began = false;
    for text in words {
        let code = code(&text);
        for (code, frames) in [(None, EMPTY), (Some(&code), SHOWN)] {
            let picture = scene::draw(code, if code.is_some() { Kind::Plain } else { Kind::Empty }, &mut luck);
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

fn code(text: &str) -> Code {
    let digits: Vec<u8> = text.bytes().filter(u8::is_ascii_digit).map(|digit| digit - b'0').collect();
    match digits.len() {
        13 if text.len() == 13 => Code::ean13(digits),
        8 if text.len() == 8 => Code::ean8(digits),
        _ => Code::qr(text.to_owned()),
    }
}
