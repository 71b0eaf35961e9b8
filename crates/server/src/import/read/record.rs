//! A row as its container gives it, before anybody knows what it is about.

use super::Unreadable;
use domain::import::{Flag, Reason};
use serde_json::Value;
use std::sync::Arc;

/// The longest cell that is held, bytes.
pub const CELL: usize = 1 << 20;
/// The longest row that is held, bytes.
pub const ROW: usize = 16 << 20;
/// How much of a value a report shows, characters.
const SHOWN: usize = 80;

/// A row of a container.
#[derive(Clone, Debug, Default)]
pub struct Record {
    /// Where a person finds it: the line in a text, the row in a sheet, the place in an array, counted from 1.
    pub number: u64,
    /// Cells that say something, in the file's order; a heading may stand twice.
    pub cells: Vec<Cell>,
    /// The whole value, in JSON.
    pub tree: Option<Value>,
    /// What is wrong with it already.
    pub flags: Vec<Flag>,
}

/// A cell.
#[derive(Clone, Debug)]
pub struct Cell {
    /// Its column's heading as the file writes it.
    pub heading: Arc<str>,
    /// What stands in it.
    pub value: String,
}

/// Rows in the file's order.
pub type Records = Box<dyn Iterator<Item = Result<Record, Unreadable>> + Send>;

impl Record {
    /// A row that is no row of its format.
    pub fn broken(number: u64, value: &str) -> Self {
        Self { number, flags: vec![flag("", value, Reason::Unreadable)], ..Self::default() }
    }

    /// Nothing stands in it and nothing is wrong with it.
    pub fn is_empty(&self) -> bool {
        self.flags.is_empty() && self.tree.is_none() && self.cells.iter().all(|cell| cell.value.trim().is_empty())
    }
}

/// What is wrong with a cell; of a long value as much as a person reads.
pub fn flag(column: &str, value: &str, reason: Reason) -> Flag {
    Flag { column: column.to_owned(), value: domain::import::clean::line(&value.chars().take(SHOWN).collect::<String>()), reason }
}
