//! What a scanned or typed text means in a showroom.

use super::link::Link;
use super::{Gtin, Hosts, NotAGtin, ScanError, bare, digital_link, element_string, label};
use crate::crockford::SlotCode;

/// A QR code holds 4,296 characters at most (ISO/IEC 18004); what is longer is no label.
const MOST_CHARACTERS: usize = 4096;

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
    /// A GS1 code for something else than a product: a parcel, a place, an asset; or attributes of something unsaid.
    Other {
        /// Its primary key, an application identifier; the first one where none is a key.
        key: String,
        /// All of its identifiers with their values, in order.
        ais: Vec<(String, String)>,
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

/// What a reader's prefix (ISO/IEC 15424, `]` and two characters) says about the rest.
enum Prefix {
    Elements,
    Digits(Symbology),
    Anything,
}

/// Reads a code, scanned or typed. Blanks around it are forgiven; nothing is opened or looked up.
///
/// # Errors
/// When the text means nothing here; the error names what is wrong. A link to a foreign host whose path has 01 but no number of
/// a GTIN's length is [`ScanError::Foreign`], for such paths occur elsewhere (`/2026/01/15`); a wrong check digit is named.
pub fn parse(text: &str, symbology: Option<Symbology>, hosts: &Hosts) -> Result<Scanned, ScanError> {
    let text = text.trim();
    match text.chars().count() {
        0 => return Err(ScanError::Empty),
        length if length > MOST_CHARACTERS => return Err(ScanError::TooLong(length)),
        _ => {}
    }
    match text.split_at_checked(3).and_then(|(start, rest)| prefix(start).map(|prefix| (prefix, rest))) {
        Some((Prefix::Elements, rest)) => element_string::read(rest),
        Some((Prefix::Digits(symbology), rest)) => bare::read(rest, Some(symbology)),
        Some((Prefix::Anything, rest)) => plain(rest, None, hosts),
        None => plain(text, symbology, hosts),
    }
}

fn prefix(start: &str) -> Option<Prefix> {
    Some(match start {
        "]C1" | "]e0" | "]d2" | "]Q3" | "]J1" => Prefix::Elements,
        "]E0" => Prefix::Digits(Symbology::Ean13),
        "]E4" => Prefix::Digits(Symbology::Ean8),
        "]I0" | "]I1" => Prefix::Digits(Symbology::Itf14),
        "]C0" | "]d0" | "]d1" | "]Q0" | "]Q1" => Prefix::Anything,
        _ => return None,
    })
}

fn plain(text: &str, symbology: Option<Symbology>, hosts: &Hosts) -> Result<Scanned, ScanError> {
    let are_digits = text.bytes().all(|byte| byte.is_ascii_digit());
    if symbology.is_some_and(|symbology| symbology != Symbology::Qr) {
        return bare::read(text, symbology);
    }
    if element_string::is_likely(text) {
        return element_string::read(text);
    }
    if let Some(link) = Link::read(text)? {
        return read_link(&link, hosts);
    }
    let read = match text.parse::<SlotCode>() {
        _ if are_digits => bare::read(text, symbology),
        Ok(slot) => Ok(Scanned::Slot(slot)),
        Err(_) => Err(ScanError::Unknown),
    };
    match read {
        // Last of all, and not by 90 to 99, which go with anything.
        Err(ScanError::Unknown | ScanError::Gtin(NotAGtin::Length(_))) if !text.starts_with('9') => element_string::read(text).or(read),
        read => read,
    }
}

fn read_link(link: &Link, hosts: &Hosts) -> Result<Scanned, ScanError> {
    let (is_own, is_trusted) = (hosts.owns(link), hosts.trusts(link));
    if !is_trusted && link.may_look_alike() {
        return Err(ScanError::LookAlike(link.host.to_owned()));
    }
    if is_own && let Some(scanned) = label::read(link)? {
        return Ok(scanned);
    }
    let host = || link.host.to_ascii_lowercase();
    match digital_link::read(link) {
        Ok(Some(ais)) => match ais[0].1.parse::<Gtin>() {
            Ok(gtin) if ais[0].0 == "01" => {
                let slot = is_own.then(|| label::slot(link)).flatten();
                Ok(Scanned::Product { gtin, slot, ais, foreign_host: (!is_trusted).then(host), alternative: None })
            }
            _ => Ok(Scanned::Other { key: ais[0].0.clone(), ais }),
        },
        Ok(None) if is_own => Err(ScanError::UnknownPath(link.path.to_owned())),
        Ok(None) => Err(ScanError::Foreign(host())),
        Err(ScanError::Gtin(NotAGtin::NotDigits | NotAGtin::Length(_))) if !is_trusted => Err(ScanError::Foreign(host())),
        Err(refusal) => Err(refusal),
    }
}

#[cfg(test)]
mod tests;
