//! Pours what an online shop has into a showroom: files of many formats are read row by row and written batch by batch. domain.md §7.

pub mod file;
pub mod http;
pub mod job;
pub mod pictures;
pub mod queue;
pub mod read;
pub mod report;
pub mod run;
pub mod terms;
pub mod undo;
pub mod write;

pub use read::Row;
pub use terms::Terms;
