//! JSON, value by value: the elements of an array, or a value a line.
//!
//! Elements are cut out of the stream by their brackets and quotes, so that one is in memory at a time, and then parsed.

use super::Unreadable;
use super::record::{Cell, ROW, Record};
use serde_json::Value;
use std::io::BufRead;
use std::sync::Arc;

/// How deep values may be nested; a parser that calls itself has a stack to lose.
const DEPTH: usize = 100;
/// How deep members become columns (`meta.barcode`).
const COLUMNS: usize = 3;
/// Members of an object that wraps a list, as shops' interfaces answer.
const LISTS: [&str; 8] = ["products", "items", "data", "results", "reviews", "carts", "orders", "records"];

/// Values of a file.
pub struct Values {
    input: Box<dyn BufRead + Send>,
    shape: Shape,
    number: u64,
    is_over: bool,
}

/// What stands between values.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shape {
    /// Not known yet.
    Start,
    Array,
    Lines,
}

/// One value's text.
struct Piece {
    number: u64,
    bytes: Vec<u8>,
    is_cut: bool,
}

impl Values {
    /// The elements of the file's one value; an object that wraps a list is the list, any other object one element.
    pub fn of_one(input: Box<dyn BufRead + Send>) -> Self {
        Self { input, shape: Shape::Start, number: 0, is_over: false }
    }

    /// A value a line.
    pub fn of_lines(input: Box<dyn BufRead + Send>) -> Self {
        Self { input, shape: Shape::Lines, number: 0, is_over: false }
    }

    fn piece(&mut self) -> Result<Option<Piece>, Unreadable> {
        match self.shape {
            Shape::Lines => self.line(),
            Shape::Array => self.element(),
            Shape::Start => {
                self.skip(|byte| byte.is_ascii_whitespace())?;
                if self.input.fill_buf()?.first() == Some(&b'[') {
                    self.input.consume(1);
                    self.shape = Shape::Array;
                }
                self.element()
            }
        }
    }

    fn skip(&mut self, is_between: impl Fn(&u8) -> bool) -> Result<(), Unreadable> {
        loop {
            let input = self.input.fill_buf()?;
            let between = input.iter().take_while(|byte| is_between(byte)).count();
            let is_all = between == input.len() && between > 0;
            self.input.consume(between);
            if !is_all {
                return Ok(());
            }
        }
    }

    fn line(&mut self) -> Result<Option<Piece>, Unreadable> {
        loop {
            self.number += 1;
            let mut bytes = Vec::new();
            let is_end = std::io::Read::take(&mut self.input, ROW as u64 + 1).read_until(b'\n', &mut bytes)? == 0;
            if bytes.len() > ROW {
                return Err(Unreadable::LongRow { row: self.number });
            }
            if is_end {
                return Ok(None);
            }
            if !bytes.trim_ascii().is_empty() {
                let is_cut = !bytes.ends_with(b"\n") && serde_json::from_slice::<serde::de::IgnoredAny>(&bytes).is_err();
                return Ok(Some(Piece { number: self.number, bytes, is_cut }));
            }
        }
    }

    /// The next element, to the comma or bracket after it.
    fn element(&mut self) -> Result<Option<Piece>, Unreadable> {
        self.skip(|byte| byte.is_ascii_whitespace() || *byte == b',')?;
        self.number += 1;
        let mut scan = Scan::default();
        let mut bytes = Vec::new();
        loop {
            let input = self.input.fill_buf()?;
            if input.is_empty() {
                return Ok(self.last(bytes, &scan));
            }
            let (taken, is_done) = scan.take(input).ok_or(Unreadable::TooDeep { row: self.number })?;
            bytes.extend_from_slice(&input[..taken]);
            self.input.consume(taken);
            if bytes.len() > ROW {
                return Err(Unreadable::LongRow { row: self.number });
            }
            if is_done {
                self.is_over = self.input.fill_buf()?.first() == Some(&b']') || self.shape == Shape::Start;
                return Ok((!bytes.trim_ascii().is_empty()).then_some(Piece { number: self.number, bytes, is_cut: false }));
            }
        }
    }
}

impl Values {
    /// What the file ends with. A list without its last bracket was cut: behind a whole element that is told by one more.
    fn last(&mut self, bytes: Vec<u8>, scan: &Scan) -> Option<Piece> {
        let is_list = self.shape == Shape::Array;
        self.is_over = !(is_list && scan.is_whole());
        let is_nothing = bytes.is_empty() && !is_list;
        (!is_nothing).then(|| Piece { number: self.number, bytes, is_cut: !scan.is_whole() })
    }
}

/// Where in a value the bytes are.
#[derive(Default)]
struct Scan {
    depth: usize,
    is_text: bool,
    is_escaped: bool,
    has_begun: bool,
}

impl Scan {
    /// How many bytes belong to the value, and whether it ends after them; `None` past the depth.
    fn take(&mut self, input: &[u8]) -> Option<(usize, bool)> {
        for (at, byte) in input.iter().enumerate() {
            if self.is_text {
                match byte {
                    _ if self.is_escaped => self.is_escaped = false,
                    b'\\' => self.is_escaped = true,
                    b'"' => self.is_text = false,
                    _ => {}
                }
                continue;
            }
            match byte {
                b',' | b']' if self.depth == 0 => return Some((at, true)),
                b'"' => self.is_text = true,
                b'{' | b'[' => self.depth += 1,
                b'}' | b']' => self.depth = self.depth.saturating_sub(1),
                _ => {}
            }
            self.has_begun |= !byte.is_ascii_whitespace();
            if self.depth > DEPTH {
                return None;
            }
        }
        Some((input.len(), false))
    }

    const fn is_whole(&self) -> bool {
        self.has_begun && self.depth == 0 && !self.is_text
    }
}

/// The records of values; of an object that wraps a list, those of the list.
pub fn records(values: Values) -> impl Iterator<Item = Result<Record, Unreadable>> + Send {
    let is_one = values.shape == Shape::Start;
    values.flat_map(move |value| match value {
        Err(error) => vec![Err(error)],
        Ok((record, is_wrapped)) => match wrapped(is_one && is_wrapped, record) {
            Ok(list) => list.into_iter().zip(1..).map(|(value, number)| Ok(of(number, value))).collect(),
            Err(record) => vec![Ok(*record)],
        },
    })
}

/// The list in an object that only wraps it.
fn wrapped(may_be: bool, mut record: Record) -> Result<Vec<Value>, Box<Record>> {
    let object =
        record.tree.as_mut().and_then(Value::as_object_mut).filter(|object| may_be && !object.keys().any(|key| key.starts_with('@')));
    let list = object.and_then(|object| LISTS.iter().find_map(|name| object.get_mut(*name)?.as_array_mut().map(std::mem::take)));
    list.ok_or_else(|| Box::new(record))
}

impl Iterator for Values {
    /// A record, and whether it is the file's only value.
    type Item = Result<(Record, bool), Unreadable>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.is_over {
            return None;
        }
        match self.piece().transpose()? {
            Err(error) => {
                self.is_over = true;
                Some(Err(error))
            }
            Ok(piece) => {
                let shown = String::from_utf8_lossy(&piece.bytes[..piece.bytes.len().min(400)]);
                let value = if piece.is_cut { None } else { serde_json::from_slice(&piece.bytes).ok() };
                let record = value.map_or_else(|| Record::broken(piece.number, &shown), |value| of(piece.number, value));
                Some(Ok((record, self.shape == Shape::Start)))
            }
        }
    }
}

/// A value as a record: its members as cells, and itself.
fn of(number: u64, value: Value) -> Record {
    let mut cells = Vec::new();
    if let Value::Object(members) = &value {
        for (name, member) in members {
            flatten(name, member, 1, &mut cells);
        }
    }
    Record { number, cells, tree: Some(value), flags: vec![] }
}

fn flatten(name: &str, value: &Value, depth: usize, cells: &mut Vec<Cell>) {
    if let Value::Object(members) = value {
        if depth < COLUMNS {
            members.iter().for_each(|(member, value)| flatten(&format!("{name}.{member}"), value, depth + 1, cells));
        }
        return;
    }
    if let Some(value) = scalar(value).or_else(|| list(value)) {
        cells.push(Cell { heading: Arc::from(name), value });
    }
}

/// A list of texts as lines.
fn list(value: &Value) -> Option<String> {
    let texts: Vec<_> = value.as_array()?.iter().filter_map(scalar).collect();
    (!texts.is_empty()).then(|| texts.join("\n"))
}

/// A text, number or yes-or-no as a cell has it.
pub fn scalar(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Bool(yes) => Some(yes.to_string()),
        Value::Number(number) => Some(unmistakable(number.to_string())),
        _ => None,
    }
}

/// A number's point is its decimal point. A cell's with three digits after it might separate thousands: a fourth says no.
pub fn unmistakable(number: String) -> String {
    let decimals = number.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    if decimals == 3 && !number.contains('e') { number + "0" } else { number }
}
