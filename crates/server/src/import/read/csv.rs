//! Text with a delimiter: rows of any length, with the line where each starts.
//!
//! On csv-core, which leaves the buffers to its caller: a quote that is never closed must not pull the whole file into memory.

use super::Unreadable;
use super::letters::Letters;
use super::record::{CELL, Cell, ROW, Record, flag};
use super::settings::Encoding;
use csv_core::{ReadRecordResult, Reader, ReaderBuilder};
use domain::import::Reason;
use std::io::BufRead;
use std::sync::Arc;

/// The most columns that a row may have.
const COLUMNS: usize = 4096;

/// Rows as cells.
pub struct Lines {
    reader: Reader,
    input: Box<dyn BufRead + Send>,
    encoding: Encoding,
    line: u64,
    out: Vec<u8>,
    ends: Vec<usize>,
}

/// One row.
pub struct Line {
    /// The line where it starts, from 1.
    pub number: u64,
    /// Its cells; `None` where the bytes are no text.
    pub cells: Vec<Option<String>>,
    /// The file ends inside a quoted cell.
    pub is_cut: bool,
}

impl Lines {
    /// Rows of `letters`.
    pub fn new(letters: Letters, delimiter: u8) -> Self {
        let reader = ReaderBuilder::new().delimiter(delimiter).build();
        Self { reader, input: letters.text, encoding: letters.encoding, line: 1, out: vec![0; 64 << 10], ends: vec![0; 256] }
    }

    /// The next row that is not an empty line.
    pub fn read(&mut self) -> Result<Option<Line>, Unreadable> {
        if !self.skip_empty_lines()? {
            return Ok(None);
        }
        let number = self.line;
        let (mut bytes, mut cells) = (0, 0);
        loop {
            let input = self.input.fill_buf()?;
            let is_end = input.is_empty();
            // Whether the row is whole is asked by a line's end that the file does not have.
            let given = if is_end { &b"\n"[..] } else { input };
            let (result, read, written, ended) = self.reader.read_record(given, &mut self.out[bytes..], &mut self.ends[cells..]);
            self.line += given[..read].iter().filter(|byte| **byte == b'\n').count() as u64;
            if !is_end {
                self.input.consume(read);
            }
            bytes += written;
            cells += ended;
            match result {
                ReadRecordResult::Record => return Ok(Some(self.take(number, cells, false))),
                ReadRecordResult::InputEmpty if is_end => {
                    self.ends[cells] = bytes;
                    return Ok(Some(self.take(number, cells + 1, true)));
                }
                ReadRecordResult::InputEmpty => {}
                ReadRecordResult::OutputFull if self.out.len() < ROW => self.out.resize(self.out.len() * 2, 0),
                ReadRecordResult::OutputEndsFull if self.ends.len() < COLUMNS => self.ends.resize(self.ends.len() * 2, 0),
                ReadRecordResult::OutputFull | ReadRecordResult::OutputEndsFull => return Err(Unreadable::LongRow { row: number }),
                ReadRecordResult::End => return Ok(None),
            }
        }
    }

    /// Whether anything comes after them. The reader would skip them too, and not say on which line the row then starts.
    fn skip_empty_lines(&mut self) -> Result<bool, Unreadable> {
        loop {
            let input = self.input.fill_buf()?;
            let Some(first) = input.first() else { return Ok(false) };
            match first {
                b'\n' => self.line += 1,
                b'\r' => {}
                _ => return Ok(true),
            }
            self.input.consume(1);
        }
    }

    fn take(&self, number: u64, cells: usize, is_cut: bool) -> Line {
        let starts = std::iter::once(0).chain(self.ends[..cells].iter().copied());
        let cells = starts.zip(&self.ends[..cells]).map(|(start, end)| self.text(&self.out[start..*end])).collect();
        Line { number, cells, is_cut }
    }

    fn text(&self, bytes: &[u8]) -> Option<String> {
        let text = std::str::from_utf8(bytes).ok()?;
        // No letter of cp949 is U+FFFD: it stands for bytes that were none.
        (self.encoding == Encoding::Utf8 || !text.contains('\u{fffd}')).then(|| text.to_owned())
    }
}

/// Rows under headings.
pub struct Table {
    lines: Lines,
    headings: Vec<Arc<str>>,
    is_over: bool,
}

impl Table {
    /// Reads the headings; `None` in an empty file. A first line `sep=;`, for Excel, is not one of them.
    pub fn new(mut lines: Lines) -> Result<Option<Self>, Unreadable> {
        let Some(mut first) = lines.read()? else { return Ok(None) };
        if first.number == 1 && first.cells.first().and_then(Option::as_deref).is_some_and(|cell| cell.starts_with("sep=")) {
            let Some(second) = lines.read()? else { return Ok(None) };
            first = second;
        }
        let headings = first.cells.into_iter().map(|cell| Arc::from(cell.unwrap_or_default().trim())).collect();
        Ok(Some(Self { lines, headings, is_over: false }))
    }

    /// The headings, in order.
    pub fn headings(&self) -> &[Arc<str>] {
        &self.headings
    }

    fn record(&self, line: Line) -> Record {
        let (expected, found) = (self.headings.len(), line.cells.len());
        let surplus = line.cells.iter().skip(expected).any(|cell| cell.as_deref().is_none_or(|text| !text.trim().is_empty()));
        let mut record = Record { number: line.number, ..Record::default() };
        if line.is_cut {
            let last = line.cells.last().and_then(Option::as_deref).unwrap_or_default();
            record.flags.push(flag("", last, Reason::Unreadable));
        } else if found < expected || surplus {
            let count = |count| u32::try_from(count).unwrap_or(u32::MAX);
            let first = line.cells.first().and_then(Option::as_deref).unwrap_or_default();
            record.flags.push(flag("", first, Reason::Columns { expected: count(expected), found: count(found) }));
        }
        for (heading, cell) in self.headings.iter().zip(line.cells) {
            match cell {
                None => record.flags.push(flag(heading, "", Reason::NotText)),
                Some(value) if value.is_empty() => {}
                Some(value) => record.cells.push(Cell { heading: Arc::clone(heading), value: short(heading, value, &mut record.flags) }),
            }
        }
        record
    }
}

/// Cuts a cell that is longer than any.
fn short(heading: &str, mut value: String, flags: &mut Vec<domain::import::Flag>) -> String {
    if value.len() > CELL {
        flags.push(flag(heading, &value, Reason::TooLong { at_most: CELL as u32 }));
        value.truncate(value.floor_char_boundary(CELL));
    }
    value
}

impl Iterator for Table {
    type Item = Result<Record, Unreadable>;

    fn next(&mut self) -> Option<Self::Item> {
        while !self.is_over {
            match self.lines.read() {
                Ok(None) => break,
                Err(error) => {
                    self.is_over = true;
                    return Some(Err(error));
                }
                Ok(Some(line)) => {
                    let record = self.record(line);
                    if !record.is_empty() {
                        return Some(Ok(record));
                    }
                }
            }
        }
        self.is_over = true;
        None
    }
}

/// The delimiter under which most of the first rows have as many cells, more than one, as the first.
pub fn delimiter(sample: &str) -> u8 {
    if let Some(said) = sample.strip_prefix("sep=").and_then(|rest| rest.bytes().next()) {
        return said;
    }
    let score = |delimiter: u8| {
        let letters = Letters { text: Box::new(std::io::Cursor::new(sample.as_bytes().to_vec())), encoding: Encoding::Utf8 };
        let mut lines = Lines::new(letters, delimiter);
        let mut counts = Vec::new();
        while let (Ok(Some(line)), true) = (lines.read(), counts.len() < 50) {
            counts.push(line.cells.len());
        }
        let Some((first, rest)) = counts.split_first() else { return 0 };
        let alike = rest.iter().filter(|count| *count == first).count();
        if *first < 2 { counts.iter().filter(|count| **count > 1).count().min(1) } else { (alike + 1) * 16 + first }
    };
    // The first of equals: the comma.
    b",;\t|".iter().copied().rev().max_by_key(|delimiter| score(*delimiter)).unwrap_or(b',')
}
