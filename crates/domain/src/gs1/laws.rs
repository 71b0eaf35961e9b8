//! What holds for every text and every number.

use super::*;
use crate::crockford::SlotCode;
use proptest::prelude::*;

const SYMBOLOGIES: [Option<Symbology>; 7] = [
    None,
    Some(Symbology::Ean13),
    Some(Symbology::Ean8),
    Some(Symbology::UpcA),
    Some(Symbology::UpcE),
    Some(Symbology::Itf14),
    Some(Symbology::Qr),
];

fn hosts() -> Hosts {
    Hosts { own: vec!["shop.example".into()], trusted: vec![] }
}

/// A number of 8, 12, 13 or 14 digits with its check digit.
fn gtins() -> impl Strategy<Value = String> {
    prop::sample::select(vec![7_usize, 11, 12, 13]).prop_flat_map(|length| prop::collection::vec(0..=9_u8, length)).prop_map(
        |mut digits| {
            digits.push(Gtin::check_digit(&digits));
            digits.iter().map(u8::to_string).collect()
        },
    )
}

proptest! {
    #[test]
    fn no_text_makes_it_panic(text in ".*", symbology in 0..SYMBOLOGIES.len()) {
        let _ = parse(&text, SYMBOLOGIES[symbology], &hosts());
    }

    #[test]
    fn no_text_that_looks_like_a_code_makes_it_panic(
        start in prop::sample::select(vec!["https://shop.example/", "http://[", "]C1", "]d201", "(01)", "01", "https://", "https://é:1/01/"]),
        rest in "[-0-9A-Z/?&=%()^\\\\.:한\u{1d}]{0,60}",
    ) {
        if let Err(refusal) = parse(&format!("{start}{rest}"), None, &hosts()) {
            prop_assert!(!refusal.to_string().is_empty() && refusal.code().starts_with("scan-"));
            let _ = refusal.params();
        }
    }

    #[test]
    fn every_single_wrong_digit_is_caught(text in gtins(), place: prop::sample::Index, step in 1..=9_u8) {
        prop_assert!(text.parse::<Gtin>().is_ok());
        let at = place.index(text.len());
        let wrong: String = text.bytes().enumerate().map(|(index, byte)| char::from(if index == at { (byte - b'0' + step) % 10 + b'0' } else { byte })).collect();
        prop_assert!(matches!(wrong.parse::<Gtin>(), Err(NotAGtin::CheckDigit { .. })), "{wrong}");
    }

    #[test]
    fn a_written_label_reads_as_itself(text in gtins(), bits: Option<u64>) {
        let gtin: Gtin = text.parse().expect("a GTIN");
        let slot = bits.map(SlotCode::from_bits);
        let expected = Scanned::Product { gtin, slot, ais: vec![("01".into(), gtin.to_string())], foreign_host: None, alternative: None };
        prop_assert_eq!(parse(&digital_link("https://shop.example/", gtin, slot), Some(Symbology::Qr), &hosts()), Ok(expected));
    }
}
