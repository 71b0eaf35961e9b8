//! Codes: GTINs, and what a scanned or typed text means.
//!
//! EAN, UPC and ITF digits, element strings and Digital Links with every application identifier of the General Specifications, our own
//! labels. Absent: associations between identifiers (10 needs 01, …) but that 415 needs 8020, lists of countries and currencies, the insides of
//! coupons.

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
mod hostile;
#[cfg(test)]
mod laws;
#[cfg(test)]
mod vectors;

pub use ai::AiFault;
pub use day::day;
pub use digital_link::{canonical, write as digital_link};
pub use error::ScanError;
pub use gtin::{Gtin, NotAGtin};
pub use hosts::Hosts;
pub use scan::{Scanned, Symbology, parse};
