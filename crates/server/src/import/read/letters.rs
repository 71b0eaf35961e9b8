//! A file's letters: its bytes as UTF-8, whatever they were written in.

use super::settings::Encoding;
use super::{Unreadable, bytes};
use encoding_rs::{EUC_KR, UTF_16BE, UTF_16LE};
use encoding_rs_io::DecodeReaderBytesBuilder;
use std::io::{BufRead, BufReader, Read};
use std::path::Path;

/// How far the first byte that is not ASCII is sought.
const SAMPLE: u64 = 64 << 20;
/// How much around a byte that is no UTF-8 is tried as Korean.
const AROUND: usize = 4 << 10;

/// A file's letters, and how they were written.
pub struct Letters {
    /// UTF-8, where it was not broken.
    pub text: Box<dyn BufRead + Send>,
    /// As what they were read. A broken one of another encoding arrives as U+FFFD.
    pub encoding: Encoding,
}

/// Opens a file for its letters; a byte order mark is not one of them.
pub fn open(path: &Path, said: Option<Encoding>, at_most: u64) -> Result<Letters, Unreadable> {
    let encoding = match said {
        Some(said) => said,
        None => recognise(bytes::open(path, at_most)?)?,
    };
    let mut bytes = bytes::open(path, at_most)?;
    let other = match encoding {
        Encoding::Utf8 => {
            if bytes.fill_buf()?.starts_with("\u{feff}".as_bytes()) {
                bytes.consume(3);
            }
            return Ok(Letters { text: bytes, encoding });
        }
        Encoding::Utf16Le => UTF_16LE,
        Encoding::Utf16Be => UTF_16BE,
        Encoding::Cp949 => EUC_KR,
    };
    let decoded = DecodeReaderBytesBuilder::new().encoding(Some(other)).strip_bom(true).build(bytes);
    Ok(Letters { text: Box::new(BufReader::new(decoded)), encoding })
}

/// By the mark at its start, by zeros in every other place, else by the first bytes that are no ASCII.
fn recognise(mut bytes: Box<dyn BufRead + Send>) -> Result<Encoding, Unreadable> {
    let start = bytes.fill_buf()?;
    match start {
        [0xff, 0xfe, ..] => return Ok(Encoding::Utf16Le),
        [0xfe, 0xff, ..] => return Ok(Encoding::Utf16Be),
        _ => {}
    }
    let zeros = |from: usize| start.iter().take(512).skip(from).step_by(2).filter(|byte| **byte == 0).count() * 3;
    let half = start.len().min(512) / 2;
    if half > 2 && zeros(0) > half && zeros(1) == 0 {
        return Ok(Encoding::Utf16Be);
    }
    if half > 2 && zeros(1) > half && zeros(0) == 0 {
        return Ok(Encoding::Utf16Le);
    }
    Ok(match first_broken(bytes)? {
        Some(around) if is_korean(&around) => Encoding::Cp949,
        _ => Encoding::Utf8,
    })
}

/// What stands around the first byte that is no UTF-8.
fn first_broken(bytes: Box<dyn BufRead + Send>) -> Result<Option<Vec<u8>>, Unreadable> {
    let mut bytes = bytes.take(SAMPLE);
    let mut held: Vec<u8> = Vec::with_capacity(128 << 10);
    loop {
        let read = (&mut bytes).take(64 << 10).read_to_end(&mut held)?;
        let Err(error) = std::str::from_utf8(&held) else {
            if read == 0 {
                return Ok(None);
            }
            held.clear();
            continue;
        };
        let good = error.valid_up_to();
        if error.error_len().is_none() && read > 0 {
            // A letter cut by the end of the piece.
            held.drain(..good);
            continue;
        }
        (&mut bytes).take(AROUND as u64).read_to_end(&mut held)?;
        // From the line's start: a letter of two bytes is not cut there.
        let start = held[..good].iter().rposition(|byte| *byte == b'\n').map_or(0, |at| at + 1);
        let end = held.len().min(good + AROUND);
        return Ok(Some(held[start..end].to_vec()));
    }
}

/// Whether these bytes are cp949: most of what is not ASCII is pairs that are everyday syllables (KS X 1001, rows 16 to 40). Accented
/// letters of Western Europe stand alone before a plain letter, which is a pair too, but none of these.
fn is_korean(bytes: &[u8]) -> bool {
    let (mut syllables, mut others, mut at) = (0, 0, 0);
    while at < bytes.len() {
        let pair = (bytes[at], bytes.get(at + 1).copied().unwrap_or(0));
        at += match pair {
            (..0x80, _) => 1,
            (0xb0..=0xc8, 0xa1..=0xfe) => {
                syllables += 1;
                2
            }
            (_, trail) => {
                others += 1;
                if trail > 0x40 { 2 } else { 1 }
            }
        };
    }
    syllables > others * 2
}
