//! Codes: GTINs, and what a scanned or typed text means.
//!
//! First part: EAN/UPC/ITF digits, Digital Link with primary key 01, our own labels, element strings whose AIs stand in
//! `ai/table.rs`. Absent so far, for issue 4: the other primary keys (they answer [`ScanError::NotAProduct`]), the rest of
//! the AI table (an AI outside it is refused as unknown), associations between AIs (10 needs 01, …), country and currency
//! lists, element strings without a symbology prefix that do not begin with 01, the retired names of keys other than `gtin`.

mod ai;
mod bare;
mod day;
mod digital_link;
mod element_string;
mod error;
mod gtin;
mod hosts;
mod label;
mod link;
mod scan;
mod upc_e;

#[cfg(test)]
mod laws;
#[cfg(test)]
mod vectors;

pub use ai::AiFault;
pub use day::day;
pub use digital_link::write as digital_link;
pub use error::ScanError;
pub use gtin::{Gtin, NotAGtin};
pub use hosts::Hosts;
pub use scan::{Scanned, Symbology, parse};
