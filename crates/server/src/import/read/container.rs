//! What holds the rows, told by the first bytes.

use super::csv::{Lines, Table, delimiter};
use super::json::{self, Values};
use super::record::{Cell, Record, Records};
use super::settings::{Container, Encoding, Format, Settings};
use super::xml::Items;
use super::{Unreadable, bytes, letters, sheet};
use std::io::BufRead;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// How to get at a file's rows.
pub struct Source {
    path: PathBuf,
    /// What holds them.
    pub container: Container,
    /// How letters are written.
    pub encoding: Encoding,
    delimiter: u8,
    at_most: u64,
}

impl Source {
    /// Looks at a file's beginning.
    pub fn new(path: &Path, settings: &Settings) -> Result<Self, Unreadable> {
        let at_most = settings.at_most.unwrap_or(bytes::AT_MOST);
        let of = |container, encoding, delimiter| Self { path: path.to_owned(), container, encoding, delimiter, at_most };
        if bytes::open(path, at_most)?.fill_buf()?.starts_with(b"PK\x03\x04") {
            return Ok(of(Container::Xlsx, Encoding::Utf8, b','));
        }
        let mut letters = letters::open(path, settings.encoding, at_most)?;
        let sample = sample(&mut letters.text)?;
        let container = container(&sample).ok_or(Unreadable::Empty)?;
        let delimiter = settings.delimiter.and_then(|said| u8::try_from(said).ok()).unwrap_or_else(|| delimiter(&sample));
        Ok(of(container, letters.encoding, delimiter))
    }

    /// Headings, where the container has them before its rows, and the rows.
    pub fn records(&self, format: Option<Format>) -> Result<(Vec<Arc<str>>, Records), Unreadable> {
        let letters = || letters::open(&self.path, Some(self.encoding), self.at_most);
        match self.container {
            Container::Csv if format == Some(Format::Baskets) => Ok((vec![], bare(Lines::new(letters()?, self.delimiter)))),
            Container::Csv => {
                let table = Table::new(Lines::new(letters()?, self.delimiter))?.ok_or(Unreadable::Empty)?;
                Ok((table.headings().to_vec(), Box::new(table)))
            }
            Container::Xlsx => sheet::open(&self.path),
            Container::Xml => Ok((vec![], Box::new(Items::new(letters()?.text)))),
            Container::Json => Ok((vec![], Box::new(json::records(Values::of_one(letters()?.text))))),
            Container::JsonLines => Ok((vec![], Box::new(json::records(Values::of_lines(letters()?.text))))),
        }
    }
}

/// Rows without headings.
fn bare(mut lines: Lines) -> Records {
    let heading: Arc<str> = Arc::from("");
    let cell = move |value: Option<String>| Cell { heading: Arc::clone(&heading), value: value.unwrap_or_default() };
    Box::new(std::iter::from_fn(move || {
        let line = lines.read().transpose()?;
        Some(line.map(|line| {
            let record = Record { number: line.number, cells: line.cells.into_iter().map(&cell).collect(), ..Record::default() };
            if line.is_cut { Record::broken(line.number, "") } else { record }
        }))
    }))
}

/// The first 64 KB of text.
fn sample(text: &mut dyn BufRead) -> Result<String, Unreadable> {
    let mut start = Vec::new();
    while start.len() < 64 << 10 {
        let piece = text.fill_buf()?;
        if piece.is_empty() {
            break;
        }
        start.extend_from_slice(piece);
        let read = piece.len();
        text.consume(read);
    }
    Ok(String::from_utf8_lossy(&start).into_owned())
}

fn container(sample: &str) -> Option<Container> {
    let text = sample.trim_start();
    Some(match text.chars().next()? {
        '<' => Container::Xml,
        '[' => Container::Json,
        '{' if is_lines(text) => Container::JsonLines,
        '{' => Container::Json,
        _ => Container::Csv,
    })
}

/// Whether the first line is a whole value.
fn is_lines(text: &str) -> bool {
    text.split_once('\n')
        .is_some_and(|(first, rest)| rest.trim_start().starts_with('{') && serde_json::from_str::<serde::de::IgnoredAny>(first).is_ok())
}
