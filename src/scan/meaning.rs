//! From a typed or pasted text to the page that it means.

use super::history;
use crate::browser::document;
use crate::route::Route;
use domain::Gtin;
use domain::crockford::SlotCode;
use domain::gs1::{Hosts, NotAGtin, ScanError, Scanned, Symbology, parse};

/// Where a code leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    /// Straight there.
    Go(Route),
    /// A product, but the code was a link of somebody else's: the visitor is told first.
    Foreign {
        /// The product's page here.
        to: Route,
        /// Where the link pointed.
        host: String,
    },
    /// A kiosk session, which this page cannot take along yet.
    HandOff,
}

/// Reads a text as this store's visitor means it, and remembers the product in it; typed, it has no symbology.
pub(super) fn read(store: &str, text: &str, symbology: Option<Symbology>) -> Result<Meaning, ScanError> {
    let meaning = meaning(store, text, symbology)?;
    if let Meaning::Go(to) | Meaning::Foreign { to, .. } = &meaning {
        match to {
            Route::Label { gtin, slot } => drop(history::remember(*gtin, Some(*slot))),
            Route::Product { gtin, .. } => drop(history::remember(*gtin, None)),
            _ => {}
        }
    }
    Ok(meaning)
}

/// What a text means here. Nothing is remembered.
pub(super) fn meaning(store: &str, text: &str, symbology: Option<Symbology>) -> Result<Meaning, ScanError> {
    let text = text.trim();
    // What the label prints under its QR; a link has a slash.
    if let Ok(slot) = text.parse::<SlotCode>() {
        return Ok(Meaning::Go(Route::Slot { slot: slot.as_str().to_owned() }));
    }
    let digits: String = text.chars().filter(|letter| !letter.is_whitespace() && *letter != '-').collect();
    let is_number = digits.bytes().all(|byte| byte.is_ascii_digit());
    let hosts = Hosts { own: vec![document::host()], trusted: Vec::new() };
    Ok(match parse(if is_number { &digits } else { text }, symbology, &hosts)? {
        Scanned::Product { gtin, slot, foreign_host, .. } => product(store, gtin, slot, foreign_host),
        Scanned::InStore { code, .. } => Meaning::Go(Route::InStore { code }),
        Scanned::Slot(slot) => Meaning::Go(Route::Slot { slot: slot.as_str().to_owned() }),
        Scanned::Reservation { token } => Meaning::Go(Route::Ticket { token }),
        Scanned::HandOff { .. } => Meaning::HandOff,
        // Digits that somebody typed and that happen to begin like a code of a parcel are a barcode mistyped.
        Scanned::Other { .. } if is_number => return Err(ScanError::Gtin(NotAGtin::Length(digits.len()))),
        Scanned::Other { key, .. } => return Err(ScanError::NotAProduct { key }),
    })
}

fn product(store: &str, gtin: Gtin, at: Option<SlotCode>, foreign_host: Option<String>) -> Meaning {
    let to = match at {
        // Its page knows what stands there by now.
        Some(slot) => Route::Label { gtin, slot },
        None => Route::Product { store: store.to_owned(), gtin, at },
    };
    match foreign_host {
        Some(host) => Meaning::Foreign { to, host },
        None => Meaning::Go(to),
    }
}
