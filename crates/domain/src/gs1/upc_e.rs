//! UPC-E: a UPC-A number with its zeros left out.

use super::{Gtin, NotAGtin, ScanError};

/// The GTIN of a UPC-E text: 8 digits, or 7 without the check digit, or 6 without the number system (0) too. Readers differ.
///
/// Expansion after GS1 General Specifications §5.2.2.4.2 (zero-suppressed), by the sixth digit between the two outer ones.
pub(super) fn read(text: &str) -> Result<Gtin, ScanError> {
    if !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(NotAGtin::NotDigits.into());
    }
    let (system, six, check) = match text.len() {
        8 => (&text[..1], &text[1..7], Some(&text[7..])),
        7 => (&text[..1], &text[1..], None),
        6 => ("0", text, None),
        _ => return Err(ScanError::UpcE),
    };
    if !matches!(system, "0" | "1") {
        return Err(ScanError::UpcE);
    }
    let (start, last) = six.split_at(5);
    let body = match last {
        "0" | "1" | "2" => format!("{system}{}{last}0000{}", &start[..2], &start[2..]),
        "3" => format!("{system}{}00000{}", &start[..3], &start[3..]),
        "4" => format!("{system}{}00000{}", &start[..4], &start[4..]),
        _ => format!("{system}{start}0000{last}"),
    };
    let digits: Vec<u8> = body.bytes().map(|byte| byte - b'0').collect();
    let check = check.map_or_else(|| Gtin::check_digit(&digits).to_string(), str::to_owned);
    Ok(format!("{body}{check}").parse::<Gtin>()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn zeros_come_back_by_the_sixth_digit() {
        let cases = [
            ("02976314", "00029100007634"),
            ("12577914", "00125100007794"),
            ("01960337", "00019600000037"),
            ("02264044", "00022640000004"),
            ("05839759", "00058397000059"),
            ("1257791", "00125100007794"),
            ("276103", "00027600000100"),
        ];
        for (short, long) in cases {
            assert_eq!(read(short).map(|gtin| gtin.to_string()), Ok(long.to_owned()), "{short}");
        }
    }

    #[test]
    fn another_number_system_or_check_digit_is_refused() {
        assert_eq!(read("24252614"), Err(ScanError::UpcE));
        assert_eq!(read("123"), Err(ScanError::UpcE));
        assert!(matches!(read("03004413"), Err(ScanError::Gtin(NotAGtin::CheckDigit { .. }))));
    }
}
