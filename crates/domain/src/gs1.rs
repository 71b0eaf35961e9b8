//! Codes: GTINs, and what a scanned or typed text means. First part: EAN/UPC, Digital Link `/01/`, our own labels.

mod gtin;
mod scan;

pub use gtin::{Gtin, NotAGtin};
pub use scan::{Hosts, ScanError, Scanned, Symbology, parse};
