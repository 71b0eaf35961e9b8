//! Money in minor units. Arithmetic never mixes currencies.

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};
use std::fmt;
use std::str::FromStr;

/// An amount: 59,000 won is `{ minor: 59000, currency: KRW }`, 12.50 dollars is `{ minor: 1250, currency: USD }`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Money {
    /// In the currency's smallest unit.
    pub minor: i64,
    /// ISO 4217.
    #[cfg_attr(feature = "schema", schema(value_type = String, example = "KRW"))]
    pub currency: Currency,
}

/// An ISO 4217 code: three capital letters.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Currency([u8; 3]);

impl Currency {
    /// South Korean won.
    pub const KRW: Self = Self(*b"KRW");

    /// The three letters.
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or("XXX")
    }

    /// Digits after the decimal point, from ISO 4217's list (the exceptions to 2).
    pub fn exponent(self) -> u8 {
        match &self.0 {
            b"BIF" | b"CLP" | b"DJF" | b"GNF" | b"ISK" | b"JPY" | b"KMF" | b"KRW" | b"PYG" | b"RWF" | b"UGX" | b"UYI" | b"VND" | b"VUV"
            | b"XAF" | b"XOF" | b"XPF" => 0,
            b"BHD" | b"IQD" | b"JOD" | b"KWD" | b"LYD" | b"OMR" | b"TND" => 3,
            b"CLF" | b"UYW" => 4,
            _ => 2,
        }
    }

    /// Minor units of an amount as a person types it: digits, and behind a point or comma no more of them than the currency has.
    pub fn minor_of(self, text: &str) -> Option<i64> {
        let (whole, rest) = text.split_once(['.', ',']).unwrap_or((text, ""));
        let are_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        let room = usize::from(self.exponent()).checked_sub(rest.len())?;
        if whole.is_empty() || !are_digits(whole) || !are_digits(rest) {
            return None;
        }
        [whole, rest, &"0".repeat(room)].concat().parse().ok()
    }

    /// The amount as [`Currency::minor_of`] reads it, without what is zero behind the point.
    pub fn typed(self, minor: u64) -> String {
        let one = 10_u64.pow(u32::from(self.exponent()));
        match minor % one {
            0 => (minor / one).to_string(),
            rest => format!("{}.{rest:0width$}", minor / one, width = usize::from(self.exponent())),
        }
    }
}

impl Money {
    /// This many times over; `None` past what fits.
    pub fn times(self, count: u32) -> Option<Self> {
        self.minor.checked_mul(i64::from(count)).map(|minor| Self { minor, ..self })
    }

    /// The sum; `None` for another currency or past what fits.
    pub fn plus(self, other: Self) -> Option<Self> {
        if self.currency != other.currency {
            return None;
        }
        self.minor.checked_add(other.minor).map(|minor| Self { minor, ..self })
    }
}

/// The text is not three capital letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotACurrency;

impl fmt::Display for NotACurrency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a currency is three capital letters (ISO 4217)")
    }
}

impl std::error::Error for NotACurrency {}

impl FromStr for Currency {
    type Err = NotACurrency;
    fn from_str(text: &str) -> Result<Self, NotACurrency> {
        match <[u8; 3]>::try_from(text.as_bytes()) {
            Ok(letters) if letters.iter().all(u8::is_ascii_uppercase) => Ok(Self(letters)),
            _ => Err(NotACurrency),
        }
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl Serialize for Currency {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for Currency {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(D::Error::custom)
    }
}

#[cfg(feature = "schema")]
mod schema {
    use utoipa::openapi::{ObjectBuilder, RefOr, Schema, schema::Type};

    impl utoipa::PartialSchema for super::Currency {
        fn schema() -> RefOr<Schema> {
            ObjectBuilder::new().schema_type(Type::String).pattern(Some("^[A-Z]{3}$")).description(Some("ISO 4217")).into()
        }
    }
    impl utoipa::ToSchema for super::Currency {}
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn currencies_do_not_mix() {
        let won = Money { minor: 1000, currency: Currency::KRW };
        let yen = Money { minor: 1000, currency: "JPY".parse().expect("yen") };
        assert_eq!(won.plus(yen), None);
        assert_eq!(won.plus(won), won.times(2));
    }

    #[test]
    fn a_currency_is_three_capital_letters() {
        for text in ["krw", "KR", "KRWX", "12A", "", "₩₩₩"] {
            assert_eq!(text.parse::<Currency>(), Err(NotACurrency), "{text}");
        }
    }

    #[test]
    fn an_amount_is_typed_with_the_digits_that_its_currency_has() {
        let currency = |code: &str| code.parse::<Currency>().expect("a currency");
        for (code, text, minor) in [
            ("KRW", "59000", Some(59_000)),
            ("KRW", "59000.5", None),
            ("USD", "34", Some(3_400)),
            ("USD", "34.5", Some(3_450)),
            ("USD", "34,05", Some(3_405)),
            ("USD", "34.", Some(3_400)),
            ("USD", "34.005", None),
            ("KWD", "1.25", Some(1_250)),
            ("USD", ".5", None),
            ("USD", "-1", None),
            ("USD", "1 000", None),
            ("USD", "99999999999999999999", None),
        ] {
            assert_eq!(currency(code).minor_of(text), minor, "{code} {text}");
        }
        for (code, minor, text) in [("KRW", 59_000, "59000"), ("USD", 3_400, "34"), ("USD", 3_405, "34.05"), ("KWD", 1_250, "1.250")] {
            assert_eq!((currency(code).typed(minor).as_str(), currency(code).minor_of(text)), (text, Some(minor as i64)));
        }
    }

    #[test]
    fn exponents_follow_iso_4217() {
        for (code, exponent) in [("KRW", 0), ("USD", 2), ("KWD", 3), ("EUR", 2)] {
            assert_eq!(code.parse::<Currency>().map(Currency::exponent), Ok(exponent), "{code}");
        }
    }
}
