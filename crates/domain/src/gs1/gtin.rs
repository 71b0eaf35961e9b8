//! Global Trade Item Numbers, GS1 General Specifications §3.3.2 and §7.9 (check digit).

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};
use std::fmt;
use std::str::FromStr;

/// A GTIN whose check digit is proved; written with 14 digits, zero-padded on the left.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
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
        let digits: Vec<u8> = text.bytes().map(|byte| byte - b'0').collect();
        let (found, body) = (digits[digits.len() - 1], &digits[..digits.len() - 1]);
        let expected = Self::check_digit(body);
        if found != expected {
            return Err(NotAGtin::CheckDigit { found, expected });
        }
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
