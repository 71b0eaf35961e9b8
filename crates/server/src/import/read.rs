//! Reading: a file of any known format, row by row, into what it says. Decision: formats are told by content, never by name.
//!
//! `container` (text, sheet, XML, JSON) gives [`record::Record`]s; a format (`goods`, `magento`, `review`, …) says what is in one.
//! Blocking and streaming: memory is a row's, whatever the file's size, but for a spreadsheet, which is bounded. The same file opened
//! twice gives the same rows. Absent: writing, and deciding what changes.

mod bytes;
mod category;
mod container;
mod cost;
mod csv;
mod date;
mod goods;
mod json;
mod json_goods;
mod json_ld;
mod letters;
mod link;
mod magento;
mod number;
mod opened;
mod plain;
mod presets;
mod recognise;
mod record;
mod review;
mod row;
mod said;
mod sale;
mod settings;
mod sheet;
mod shopify;
mod spree;
#[cfg(test)]
mod tests;
mod unreadable;
mod xml;

pub use domain::import::{Container, Format};
pub use opened::{Column, Opened, open};
pub use row::{Row, Rows};
pub use settings::{Encoding, Settings};
pub use unreadable::Unreadable;
