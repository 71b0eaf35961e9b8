//! RSS and Atom: an item's elements are its cells.

use super::Unreadable;
use super::record::{Cell, ROW, Record};
use quick_xml::Reader;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesRef, BytesStart, Event};
use std::io::{self, BufRead, Read};
use std::sync::Arc;

/// How deep elements may be nested in an item.
const DEPTH: usize = 50;

/// A feed's items.
pub struct Items {
    reader: Reader<Rationed>,
    buffer: Vec<u8>,
    number: u64,
    is_over: bool,
}

/// An item being read: the elements around the place, and their text so far.
#[derive(Default)]
struct Item {
    path: Vec<String>,
    text: String,
    cells: Vec<Cell>,
    size: usize,
}

impl Items {
    /// Items of a feed.
    pub fn new(input: Box<dyn BufRead + Send>) -> Self {
        let mut reader = Reader::from_reader(Rationed { input, left: ROW });
        reader.config_mut().check_end_names = true;
        reader.config_mut().expand_empty_elements = true;
        Self { reader, buffer: Vec::new(), number: 0, is_over: false }
    }

    /// The next item; `None` at the end.
    fn item(&mut self) -> Result<Option<Record>, Unreadable> {
        let mut item: Option<Item> = None;
        loop {
            self.buffer.clear();
            self.reader.get_mut().left = ROW;
            let row = self.number;
            let event = match self.reader.read_event_into(&mut self.buffer) {
                Ok(event) => event,
                Err(quick_xml::Error::Io(error)) => return Err(unshared(&error, row)),
                // What is cut ends in the middle of an element: its item is told as broken, what came before it is good.
                Err(_) => {
                    self.is_over = true;
                    return Ok(Some(Record::broken(row.max(1), &shown(item))));
                }
            };
            match (event, &mut item) {
                (Event::DocType(declared), _) if declared.contains('[') => return Err(Unreadable::Entities),
                (Event::Eof, None) => return Ok(None),
                (Event::Eof, Some(_)) => {
                    self.is_over = true;
                    return Ok(Some(Record::broken(row, &shown(item))));
                }
                (Event::Start(start), None) if is_item(&start) => {
                    self.number += 1;
                    item = Some(Item::default());
                }
                (Event::Start(start), Some(item)) => item.open(&start, row)?,
                (Event::Text(text), Some(item)) => item.add(&text.xml10_content(), row)?,
                (Event::CData(text), Some(item)) => item.add(&text.xml10_content(), row)?,
                (Event::GeneralRef(reference), Some(item)) => match letter(&reference) {
                    Some(letter) => item.add(&letter, row)?,
                    // Only HTML's names are left: they become letters with the rest of the HTML.
                    None => item.add(&format!("&{};", &*reference), row)?,
                },
                (Event::End(_), Some(open)) if open.path.is_empty() => {
                    let cells = std::mem::take(&mut open.cells);
                    return Ok(Some(Record { number: row, cells, ..Record::default() }));
                }
                (Event::End(_), Some(item)) => item.close(),
                _ => {}
            }
        }
    }
}

/// An item's first words, for the report.
fn shown(item: Option<Item>) -> String {
    item.map(|item| item.cells.first().map_or(item.text, |cell| cell.value.clone())).unwrap_or_default()
}

/// The letter of a number, or of one of XML's five names.
fn letter(reference: &BytesRef) -> Option<String> {
    if let Ok(Some(letter)) = reference.resolve_char_ref() {
        return Some(letter.to_string());
    }
    resolve_predefined_entity(reference).map(str::to_owned)
}

fn is_item(start: &BytesStart) -> bool {
    matches!(start.local_name().as_ref(), "item" | "entry")
}

impl Item {
    fn open(&mut self, start: &BytesStart, row: u64) -> Result<(), Unreadable> {
        if self.path.len() >= DEPTH {
            return Err(Unreadable::TooDeep { row });
        }
        self.path.push(start.name().as_ref().to_owned());
        self.text.clear();
        // Atom's links say where they lead in an attribute.
        let href = start.try_get_attribute("href").ok().flatten().map(|href| href.value.into_owned());
        href.map_or(Ok(()), |href| self.add(&href, row))
    }

    fn add(&mut self, text: &str, row: u64) -> Result<(), Unreadable> {
        self.size += text.len();
        if self.size > ROW {
            return Err(Unreadable::LongRow { row });
        }
        self.text.push_str(text);
        Ok(())
    }

    fn close(&mut self) {
        let text = std::mem::take(&mut self.text);
        if !text.trim().is_empty() {
            self.cells.push(Cell { heading: Arc::from(self.path.join(".")), value: text.trim().to_owned() });
        }
        self.path.pop();
    }
}

impl Iterator for Items {
    type Item = Result<Record, Unreadable>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.is_over {
            return None;
        }
        let item = self.item();
        self.is_over |= item.is_err();
        item.transpose()
    }
}

/// Gives one element or text as many bytes as a row may have: the reader itself would take whatever comes before the next `<`.
struct Rationed {
    input: Box<dyn BufRead + Send>,
    left: usize,
}

impl Read for Rationed {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.input.read(buffer)
    }
}

impl BufRead for Rationed {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.left == 0 {
            return Err(Unreadable::LongRow { row: 0 }.into_io());
        }
        self.input.fill_buf()
    }

    fn consume(&mut self, amount: usize) {
        self.left = self.left.saturating_sub(amount);
        self.input.consume(amount);
    }
}

/// The XML reader shares its I/O errors.
fn unshared(error: &io::Error, row: u64) -> Unreadable {
    match error.get_ref().and_then(|inner| inner.downcast_ref::<Unreadable>()) {
        Some(Unreadable::LongRow { .. }) => Unreadable::LongRow { row },
        Some(known) => known.clone(),
        None => Unreadable::Io { message: error.to_string() },
    }
}
