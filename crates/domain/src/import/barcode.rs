//! A barcode's cell. Barcodes are text: leading zeros matter.

use super::Reason;
use crate::Gtin;
use crate::gs1::NotAGtin;

/// What people write where there is no barcode.
const NONE: &[&str] = &["", "0", "na", "n/a", "none", "null", "nan", "nobarcode", "doesnotapply", "없음", "해당없음"];

/// The number that a cell holds; `None` when it says none.
///
/// Blanks and hyphens between digits are dropped, as is a spreadsheet's way to keep text (`'0880…`, `="0880…"`). A number that a
/// spreadsheet has damaged (`8.80123E+12`) is not mended.
///
/// # Errors
/// [`Reason::CheckDigit`] with both digits, else [`Reason::NotABarcode`].
pub fn read(cell: &str) -> Result<Option<Gtin>, Reason> {
    let kept = cell.trim().trim_start_matches(['\'', '=']).trim_matches('"');
    let digits: String = kept.chars().filter(|letter| !letter.is_whitespace() && !is_hyphen(*letter)).collect();
    if NONE.contains(&digits.to_lowercase().as_str()) {
        return Ok(None);
    }
    match digits.parse::<Gtin>() {
        // Its digit fits, but a row of zeros is what a program writes that has nothing to write.
        Ok(gtin) if gtin.number() == 0 => Err(Reason::NotABarcode),
        Ok(gtin) => Ok(Some(gtin)),
        Err(NotAGtin::CheckDigit { found, expected }) => Err(Reason::CheckDigit { found, expected }),
        Err(_) => Err(Reason::NotABarcode),
    }
}

const fn is_hyphen(letter: char) -> bool {
    matches!(letter, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_barcode_is_read_as_people_write_it() {
        for (cell, expected) in [
            ("8801234567893", Ok(Some("08801234567893"))),
            (" 8801234 567893 ", Ok(Some("08801234567893"))),
            ("880-1234-567893", Ok(Some("08801234567893"))),
            ("'0012345678905", Ok(Some("00012345678905"))),
            ("=\"012345678905\"", Ok(Some("00012345678905"))),
            ("40199535", Ok(Some("00000040199535"))),
            ("18801234567890", Ok(Some("18801234567890"))),
            ("", Ok(None)),
            (" - ", Ok(None)),
            ("N/A", Ok(None)),
            ("Does not apply", Ok(None)),
            ("없음", Ok(None)),
            ("8801234567892", Err(Reason::CheckDigit { found: 2, expected: 3 })),
            // Its leading zero was lost: eleven digits are none of the lengths.
            ("12345678905", Err(Reason::NotABarcode)),
            ("8.80123E+12", Err(Reason::NotABarcode)),
            ("0000000000000", Err(Reason::NotABarcode)),
            ("88012345678X3", Err(Reason::NotABarcode)),
            ("<script>", Err(Reason::NotABarcode)),
            ("８８０１２３４５６７８９３", Err(Reason::NotABarcode)),
        ] {
            let read = read(cell).map(|gtin| gtin.map(|gtin| gtin.to_string()));
            assert_eq!(read, expected.map(|gtin| gtin.map(str::to_owned)), "{cell:?}");
        }
    }

    proptest! {
        #[test]
        fn every_number_is_read_back_from_its_digits(body in proptest::collection::vec(0u8..10, 12)) {
            prop_assume!(body.iter().any(|digit| *digit > 0));
            let written: String = body.iter().chain([&Gtin::check_digit(&body)]).map(u8::to_string).collect();
            prop_assert_eq!(read(&written), written.parse().map(Some).map_err(|_| Reason::NotABarcode));
        }
    }
}
