//! Global Trade Item Numbers, GS1 General Specifications §3.3.2 and §7.9 (check digit).

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};
use std::fmt;
use std::str::FromStr;

/// A GTIN whose check digit is proved; written with 14 digits, zero-padded on the left.
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Gtin(u64);

/// Why a text is no GTIN.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotAGtin {
    /// Something else than the digits 0–9.
    NotDigits,
    /// Not 8, 12, 13 or 14 digits.
    Length(usize),
    /// The last digit does not fit the others.
    CheckDigit {
        /// What stands there.
        found: u8,
        /// What should stand there.
        expected: u8,
    },
}

impl Gtin {
    /// The check digit for the digits before it (GS1 modulo 10: weights 3 and 1 from the right).
    pub fn check_digit(body: &[u8]) -> u8 {
        let sum: u32 = body.iter().rev().zip([3, 1].into_iter().cycle()).map(|(digit, weight)| u32::from(*digit) * weight).sum();
        u8::try_from((10 - sum % 10) % 10).unwrap_or(0)
    }

    /// The number without its padding.
    pub const fn number(self) -> u64 {
        self.0
    }

    /// From a restricted circulation prefix (GS1 General Specifications §1.4.2 and §1.4.3): the number means something in one
    /// company or region only, so it is no GTIN to the world and no Digital Link is made of it.
    pub const fn is_restricted(self) -> bool {
        match self.0 {
            // GS1-8 prefixes 000–099 and 200–299.
            0..=9_999_999 | 20_000_000..=29_999_999 => true,
            // GS1 prefixes 020–029, 040–049 and 200–299 of a 13-digit number; UPC's number systems 2 and 4 are among them.
            number => number < 10_000_000_000_000 && matches!(number / 10_000_000_000, 20..=29 | 40..=49 | 200..=299),
        }
    }

    /// Whether the last of these digits fits the others. The text holds ASCII digits only, at least one.
    pub(super) fn prove_check_digit(digits: &str) -> Result<(), NotAGtin> {
        let digits: Vec<u8> = digits.bytes().map(|byte| byte.wrapping_sub(b'0')).collect();
        let Some((&found, body)) = digits.split_last() else { return Err(NotAGtin::Length(0)) };
        match Self::check_digit(body) {
            expected if found == expected => Ok(()),
            expected => Err(NotAGtin::CheckDigit { found, expected }),
        }
    }
}

impl NotAGtin {
    /// The key of its sentence in `locales/`.
    pub fn code(&self) -> &'static str {
        match self {
            Self::NotDigits => "scan-not-digits",
            Self::Length(_) => "scan-length",
            Self::CheckDigit { .. } => "scan-check-digit",
        }
    }

    /// What the sentence names.
    pub fn params(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::NotDigits => vec![],
            Self::Length(length) => vec![("length", length.to_string())],
            Self::CheckDigit { found, expected } => vec![("found", found.to_string()), ("expected", expected.to_string())],
        }
    }
}

impl FromStr for Gtin {
    type Err = NotAGtin;
    fn from_str(text: &str) -> Result<Self, NotAGtin> {
        if !text.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(NotAGtin::NotDigits);
        }
        if !matches!(text.len(), 8 | 12 | 13 | 14) {
            return Err(NotAGtin::Length(text.len()));
        }
        Self::prove_check_digit(text)?;
        text.parse().map(Self).map_err(|_| NotAGtin::NotDigits)
    }
}

impl fmt::Display for Gtin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:014}", self.0)
    }
}

impl fmt::Debug for Gtin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl fmt::Display for NotAGtin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotDigits => f.write_str("a GTIN is digits only"),
            Self::Length(length) => write!(f, "a GTIN has 8, 12, 13 or 14 digits, this has {length}"),
            Self::CheckDigit { found, expected } => write!(f, "check digit is {found}, should be {expected}"),
        }
    }
}

impl std::error::Error for NotAGtin {}

impl Serialize for Gtin {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Gtin {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(D::Error::custom)
    }
}

#[cfg(feature = "schema")]
mod schema {
    use utoipa::openapi::{ObjectBuilder, RefOr, Schema, schema::Type};

    impl utoipa::PartialSchema for super::Gtin {
        fn schema() -> RefOr<Schema> {
            ObjectBuilder::new().schema_type(Type::String).pattern(Some("^[0-9]{14}$")).into()
        }
    }
    impl utoipa::ToSchema for super::Gtin {}
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wrong_check_digit_names_the_right_one() {
        let refusal = "8801234567892".parse::<Gtin>().expect_err("the digit is wrong");
        assert_eq!(refusal, NotAGtin::CheckDigit { found: 2, expected: 3 });
        assert_eq!(refusal.to_string(), "check digit is 2, should be 3");
        assert_eq!(refusal.params(), [("found", "2".to_owned()), ("expected", "3".to_owned())]);
    }

    #[test]
    fn an_in_store_number_is_told_from_a_gtin() {
        for (text, restricted) in [
            ("2200290119521", true),
            ("0200000000004", true),
            ("4006381333931", false),
            ("8801234567893", false),
            ("40199535", false),
            ("00012348", true),
        ] {
            assert_eq!(text.parse::<Gtin>().map(Gtin::is_restricted), Ok(restricted), "{text}");
        }
    }
}
