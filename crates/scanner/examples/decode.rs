//! `cargo run --release -p scanner --example decode -- [--time] FILES…` prints `path<TAB>format<TAB>text` for each code of each
//! picture, with empty format and text where there is none; with `--time` also the milliseconds that it took. The same way as the
//! worker's for a photograph.

use scanner::{Frame, Scanner, Symbology};
use std::time::Instant;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let (flags, paths): (Vec<_>, Vec<_>) = std::env::args().skip(1).partition(|word| word.starts_with("--"));
    let is_timed = flags.iter().any(|flag| flag == "--time");
    for path in paths {
        let picture = image::open(&path)?.into_luma8();
        let (width, height) = (picture.width() as usize, picture.height() as usize);
        let frame = Frame::new(width, height, picture.into_raw()).ok_or("a picture without pixels")?;
        let began = Instant::now();
        let found = Scanner::still(&frame);
        let time = if is_timed { format!("\t{:.2}", began.elapsed().as_secs_f64() * 1000.0) } else { String::new() };
        if found.is_empty() {
            println!("{path}\t\t{time}");
        }
        for read in found {
            println!("{path}\t{}\t{}{time}", name(read.symbology), read.text);
        }
    }
    Ok(())
}

fn name(symbology: Symbology) -> &'static str {
    match symbology {
        Symbology::Ean13 => "EAN-13",
        Symbology::Ean8 => "EAN-8",
        Symbology::UpcA => "UPC-A",
        Symbology::UpcE => "UPC-E",
        Symbology::Itf14 => "ITF-14",
        Symbology::Qr => "QR",
    }
}
