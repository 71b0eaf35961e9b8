//! Codes that people read aloud: Crockford's base 32 (no I, L, O, U), after <https://www.crockford.com/base32.html>.

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};
use std::fmt;
use std::str::FromStr;

const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// Eight characters, at least one of them a letter, so that no code is ever taken for a short EAN.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
struct Code([u8; 8]);

/// The code of a place on a shelf, printed on its label.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SlotCode(Code);

/// What a shopper shows to collect. It is secret: `Debug` hides it.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct PickupCode(Code);

/// Why a text is no such code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotACode {
    /// Not eight characters, blanks and hyphens apart.
    Length(usize),
    /// A character outside the alphabet.
    Character(char),
    /// Digits only.
    NoLetter,
}

/// Bytes as characters of the alphabet, five bits each; what is left is filled up with zeros. For keys that people copy.
pub fn encode(bytes: &[u8]) -> String {
    let bits = |index: usize| {
        let byte = |at: usize| u16::from(bytes.get(at).copied().unwrap_or(0));
        let (at, shift) = (index * 5 / 8, index * 5 % 8);
        usize::from((byte(at) << 8 | byte(at + 1)) >> (11 - shift) & 31)
    };
    (0..(bytes.len() * 8).div_ceil(5)).map(|index| char::from(ALPHABET[bits(index)])).collect()
}

impl Code {
    /// From 40 bits and more of chance: five bits a character; the first becomes a letter when none is.
    fn from_bits(bits: u64) -> Self {
        let mut text = [0; 8];
        for (index, character) in text.iter_mut().enumerate() {
            *character = ALPHABET[usize::try_from(bits >> (5 * index) & 31).unwrap_or(0)];
        }
        if text.iter().all(u8::is_ascii_digit) {
            text[0] = ALPHABET[10 + usize::try_from(bits >> 40 & 15).unwrap_or(0)];
        }
        Self(text)
    }

    fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or("")
    }
}

impl FromStr for Code {
    type Err = NotACode;

    /// Reads as people write: lower case, blanks, hyphens; `O` is 0, `I` and `L` are 1.
    fn from_str(text: &str) -> Result<Self, NotACode> {
        let letters: Vec<char> = text.chars().filter(|c| !matches!(c, ' ' | '-')).collect();
        if letters.len() != 8 {
            return Err(NotACode::Length(letters.len()));
        }
        let mut code = [0; 8];
        for (place, letter) in code.iter_mut().zip(letters) {
            let plain = match letter.to_ascii_uppercase() {
                'O' => '0',
                'I' | 'L' => '1',
                other => other,
            };
            *place = u8::try_from(plain).ok().filter(|byte| ALPHABET.contains(byte)).ok_or(NotACode::Character(letter))?;
        }
        match code.iter().all(u8::is_ascii_digit) {
            true => Err(NotACode::NoLetter),
            false => Ok(Self(code)),
        }
    }
}

macro_rules! code {
    ($name:ident) => {
        impl $name {
            /// From at least 44 random (or keyed) bits.
            pub fn from_bits(bits: u64) -> Self {
                Self(Code::from_bits(bits))
            }

            /// The eight characters.
            pub fn as_str(&self) -> &str {
                self.0.as_str()
            }
        }

        impl FromStr for $name {
            type Err = NotACode;
            fn from_str(text: &str) -> Result<Self, NotACode> {
                text.parse::<Code>().map(Self)
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                String::deserialize(deserializer)?.parse().map_err(D::Error::custom)
            }
        }

        #[cfg(feature = "schema")]
        impl utoipa::PartialSchema for $name {
            fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::Schema> {
                utoipa::openapi::ObjectBuilder::new()
                    .schema_type(utoipa::openapi::schema::Type::String)
                    .pattern(Some("^[0-9A-HJKMNP-TV-Z]{8}$"))
                    .into()
            }
        }
        #[cfg(feature = "schema")]
        impl utoipa::ToSchema for $name {}
    };
}

code!(SlotCode);
code!(PickupCode);

impl fmt::Display for SlotCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl PickupCode {
    /// In two groups of four, for the screen: `7K2M 9QXA`.
    pub fn grouped(&self) -> String {
        let (left, right) = self.as_str().split_at(4);
        format!("{left} {right}")
    }
}

impl fmt::Debug for PickupCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PickupCode(…)")
    }
}

impl fmt::Debug for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Display for NotACode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Length(length) => write!(f, "a code has 8 characters, this has {length}"),
            Self::Character(character) => write!(f, "{character:?} is in no code"),
            Self::NoLetter => f.write_str("a code has at least one letter"),
        }
    }
}

impl std::error::Error for NotACode {}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn bytes_are_written_five_bits_a_character() {
        for (bytes, text) in [(&[][..], ""), (&[0xff], "ZW"), (&[0, 0x44, 0x32, 0x14, 0xc7], "01234567"), (&[0xff; 5], "ZZZZZZZZ")] {
            assert_eq!(encode(bytes), text);
        }
    }

    #[test]
    fn a_code_is_read_as_people_write_it() {
        let code: SlotCode = "7k2m-9qxa".parse().expect("a code");
        assert_eq!(code.as_str(), "7K2M9QXA");
        assert_eq!("OIl2 9qxa".parse::<SlotCode>().map(|c| c.to_string()), Ok("01129QXA".to_owned()));
    }

    #[test]
    fn what_is_no_code_says_why() {
        assert_eq!("7K2M".parse::<SlotCode>(), Err(NotACode::Length(4)));
        assert_eq!("7K2M9QXU".parse::<SlotCode>(), Err(NotACode::Character('U')));
        assert_eq!("96385074".parse::<SlotCode>(), Err(NotACode::NoLetter));
    }

    #[test]
    fn a_pickup_code_does_not_show_in_logs() {
        let code: PickupCode = "7K2M9QXA".parse().expect("a code");
        assert!(!format!("{code:?}").contains("7K2M"));
    }

    proptest! {
        #[test]
        fn every_made_code_can_be_read_back(bits: u64) {
            let code = SlotCode::from_bits(bits);
            prop_assert_eq!(code.as_str().parse::<SlotCode>(), Ok(code));
        }
    }
}
