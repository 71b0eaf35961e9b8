//! What a scanned or typed text means in a showroom.

use super::{Gtin, NotAGtin};
use crate::crockford::SlotCode;

/// What the reader says the symbol was, where it says so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Symbology {
    /// EAN-13 (also UPC-A read as 13 digits).
    Ean13,
    /// EAN-8.
    Ean8,
    /// UPC-A, 12 digits.
    UpcA,
    /// UPC-E, 8 digits with number system and check digit.
    UpcE,
    /// ITF-14.
    Itf14,
    /// QR.
    Qr,
}

/// The host names whose links are ours (`own`) and whose product links we believe (`trusted`).
#[derive(Clone, Debug, Default)]
pub struct Hosts {
    /// Links to these are ours.
    pub own: Vec<String>,
    /// Links to these name products, never shelves.
    pub trusted: Vec<String>,
}

/// The meaning.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Scanned {
    /// A product, where the label stood if it said so, and what else the code carried.
    Product {
        /// Which.
        gtin: Gtin,
        /// From our own label.
        slot: Option<SlotCode>,
        /// Application identifiers with their values, in order; `01` among them for links and element strings.
        ais: Vec<(String, String)>,
        /// Set when a link led to a host that is neither own nor trusted: it is shown, never opened.
        foreign_host: Option<String>,
        /// 8 bare digits that also hold as UPC-E: that product instead.
        alternative: Option<Gtin>,
    },
    /// An in-store number: our own label for goods without a GTIN.
    InStore {
        /// The number.
        code: String,
        /// Where the label stands.
        slot: Option<SlotCode>,
    },
    /// A shelf label.
    Slot(SlotCode),
    /// A reservation's link.
    Reservation {
        /// The secret token.
        token: String,
    },
    /// A kiosk session to take along.
    HandOff {
        /// Its code.
        code: String,
    },
}

/// Why a text means nothing here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ScanError {
    /// Nothing was given.
    Empty,
    /// Over 4,096 characters.
    TooLong(usize),
    /// Digits, but no GTIN.
    Gtin(NotAGtin),
    /// A UPC-E of another number system than 0 or 1, or of the wrong length.
    UpcE,
    /// A link of a kind that is never read (`javascript:`, `data:`).
    Scheme(String),
    /// A link with a user name in it.
    UserInfo,
    /// A host name outside ASCII or in punycode: it may look like another.
    LookAlike(String),
    /// A link elsewhere, without a product in it.
    Foreign(String),
    /// A link of ours to nothing that we know.
    UnknownPath(String),
    /// A slot code that is none.
    Slot(String),
    /// Neither digits nor a link.
    Unknown,
}

/// Placeholder.
///
/// # Errors
/// See [`ScanError`].
pub fn parse(text: &str, symbology: Option<Symbology>, hosts: &Hosts) -> Result<Scanned, ScanError> {
    let _ = (text, symbology, hosts);
    Err(ScanError::Unknown)
}
