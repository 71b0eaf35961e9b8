//! A file's bytes: unpacked, counted, and no more than was agreed.

use super::Unreadable;
use flate2::bufread::MultiGzDecoder;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// The most that is read of a file, after unpacking, unless the settings say otherwise.
pub const AT_MOST: u64 = 4 << 30;
/// Text shrinks to a tenth or a thirtieth; a bomb to a thousandth.
const RATIO: u64 = 250;
/// Below this nothing can do harm, and a small file of zeros may shrink as it likes.
const HARMLESS: u64 = 16 << 20;

/// The file's bytes, unpacked where it is gzip.
pub fn open(path: &Path, at_most: u64) -> Result<Box<dyn BufRead + Send>, Unreadable> {
    let taken = Arc::new(AtomicU64::new(0));
    let mut packed = BufReader::new(Counted { inner: File::open(path)?, count: Arc::clone(&taken) });
    let bounded = |inner: Box<dyn Read + Send>, taken| Bounded { inner, taken, given: 0, at_most };
    let reader = if packed.fill_buf()?.starts_with(&[0x1f, 0x8b]) {
        bounded(Box::new(MultiGzDecoder::new(packed)), Some(taken))
    } else {
        bounded(Box::new(packed), None)
    };
    Ok(Box::new(BufReader::with_capacity(64 << 10, reader)))
}

/// Counts what is taken from the disk.
struct Counted {
    inner: File,
    count: Arc<AtomicU64>,
}

impl Read for Counted {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(buffer)?;
        self.count.fetch_add(read as u64, Ordering::Relaxed);
        Ok(read)
    }
}

/// Ends with an error past its bounds.
struct Bounded {
    inner: Box<dyn Read + Send>,
    /// Bytes taken from the disk, where they are unpacked on the way.
    taken: Option<Arc<AtomicU64>>,
    given: u64,
    at_most: u64,
}

impl Read for Bounded {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = match self.inner.read(buffer) {
            // An archive that was cut: what came out of it is good, and the row that it cuts is flagged.
            Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => 0,
            other => other?,
        };
        self.given += read as u64;
        if self.given > self.at_most {
            return Err(Unreadable::TooBig { at_most: self.at_most }.into_io());
        }
        let taken = self.taken.as_ref().map_or(u64::MAX, |taken| taken.load(Ordering::Relaxed));
        if self.given > HARMLESS && self.given / RATIO > taken {
            return Err(Unreadable::Bomb.into_io());
        }
        Ok(read)
    }
}
