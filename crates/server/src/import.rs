//! Pours what an online shop has into a showroom: files of many formats are read row by row and written batch by batch.

pub mod run;
pub mod terms;
pub mod undo;
pub mod write;

pub use terms::Terms;

use domain::import::{Entry, Flag};

/// A row of a file.
#[derive(Clone, Debug, Default)]
pub struct Row {
    /// As an editor counts.
    pub number: u64,
    /// What it says; empty when it is refused.
    pub entries: Vec<Entry>,
    /// What is wrong with it.
    pub flags: Vec<Flag>,
}
