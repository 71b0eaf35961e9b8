//! Digits without anything around them: what a laser reads or a person types.

use super::{Gtin, NotAGtin, ScanError, Scanned, Symbology, upc_e};

/// A symbology fixes the length (GS1 General Specifications §2.1.3); without one the length says which it is.
pub(super) fn read(text: &str, symbology: Option<Symbology>) -> Result<Scanned, ScanError> {
    // Some readers write UPC-A as EAN-13 with a zero in front.
    let fits = match symbology {
        Some(Symbology::UpcE) => return upc_e::read(text).map(|gtin| product(gtin, None)),
        Some(Symbology::Ean13) => text.len() == 13,
        Some(Symbology::Ean8) => text.len() == 8,
        Some(Symbology::UpcA) => text.len() == 12 || (text.len() == 13 && text.starts_with('0')),
        Some(Symbology::Itf14) => text.len() == 14,
        Some(Symbology::Qr) | None => true,
    };
    if !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(NotAGtin::NotDigits.into());
    }
    if !fits {
        return Err(NotAGtin::Length(text.len()).into());
    }
    let gtin = text.parse::<Gtin>()?;
    // Eight digits are an EAN-8 unless somebody says otherwise; the reading as UPC-E stays on offer where it holds as well.
    let is_ambiguous = text.len() == 8 && symbology != Some(Symbology::Ean8);
    Ok(product(gtin, is_ambiguous.then(|| upc_e::read(text).ok()).flatten()))
}

fn product(gtin: Gtin, alternative: Option<Gtin>) -> Scanned {
    Scanned::Product { gtin, slot: None, ais: Vec::new(), foreign_host: None, alternative }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn eight_digits_are_ean_8_with_upc_e_on_offer() {
        let offered = |text, symbology| match read(text, symbology) {
            Ok(Scanned::Product { gtin, alternative, .. }) => (gtin.to_string(), alternative.map(|gtin| gtin.to_string())),
            other => (format!("{other:?}"), None),
        };
        assert_eq!(offered("01234565", None), ("00000001234565".into(), Some("00012345000065".into())));
        assert_eq!(offered("01234565", Some(Symbology::Ean8)), ("00000001234565".into(), None));
        assert_eq!(offered("01234565", Some(Symbology::UpcE)), ("00012345000065".into(), None));
        assert_eq!(offered("96385074", None), ("00000096385074".into(), None));
    }

    #[test]
    fn a_symbology_fixes_the_length() {
        let length = |text: &str, symbology| read(text, Some(symbology)) == Err(NotAGtin::Length(text.len()).into());
        assert!(length("036000291452", Symbology::Ean13));
        assert!(length("3349067349066", Symbology::UpcA));
        assert!(!length("0036000291452", Symbology::UpcA));
        assert!(length("36000291452", Symbology::Itf14));
    }
}
