//! Our own links: what our labels, tickets and pages carry. They mean this on own hosts only.
//!
//! The same patterns stand in `api::page`, which builds them; `domain` lies below it and reads them here. The link
//! `/01/{gtin}?q={slot}` is a Digital Link first, so [`super::digital_link`] reads it and only its slot comes from here.

use super::link::{Link, decode_path};
use super::{Gtin, ScanError, Scanned};
use crate::crockford::SlotCode;

/// `None` when the path is none of ours.
pub(super) fn read(link: &Link) -> Result<Option<Scanned>, ScanError> {
    let unknown = || ScanError::UnknownPath(link.path.to_owned());
    let scanned = match link.segments()[..] {
        ["q", slot] => {
            let slot = decode_path(slot);
            Scanned::Slot(slot.parse().map_err(|_| ScanError::Slot(slot))?)
        }
        ["i", code] => Scanned::InStore { code: word(code).ok_or_else(unknown)?, slot: slot(link) },
        ["r", token] => Scanned::Reservation { token: word(token).ok_or_else(unknown)? },
        ["h", code] => Scanned::HandOff { code: word(code).ok_or_else(unknown)? },
        ["s", _, "p", gtin] => {
            let gtin = decode_path(gtin).parse::<Gtin>()?;
            Scanned::Product { gtin, slot: slot(link), ais: vec![("01".into(), gtin.to_string())], foreign_host: None, alternative: None }
        }
        _ => return Ok(None),
    };
    Ok(Some(scanned))
}

/// Where the label stands, from `?q=`. A text that is no slot code says nothing: the product is still the product.
pub(super) fn slot(link: &Link) -> Option<SlotCode> {
    link.query_value("q").and_then(|text| text.parse().ok())
}

/// Tokens and codes are made by us of characters that need no escape; anything else in their place is no token, nor are dots, by which a
/// browser goes up.
fn word(segment: &str) -> Option<String> {
    let text = decode_path(segment);
    let is_word = (1..=128).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-._~".contains(&byte));
    (is_word && !text.trim_matches('.').is_empty()).then_some(text)
}
