//! Why a text means nothing here. Developers read `Display`; people read the sentence under `code` in `locales/`.

use super::{AiFault, NotAGtin};
use std::fmt;

/// Why a text means nothing here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ScanError {
    /// Nothing was given.
    Empty,
    /// Over 4,096 characters.
    TooLong(usize),
    /// Digits, but no GTIN.
    Gtin(NotAGtin),
    /// A UPC-E of another number system than 0 or 1, or of the wrong length.
    UpcE,
    /// A link of a kind that is never read (`javascript:`, `data:`).
    Scheme(String),
    /// A link with a user name in it.
    UserInfo,
    /// A host name outside ASCII or in punycode: it may look like another.
    LookAlike(String),
    /// A character that no link holds.
    IllegalCharacter(char),
    /// A link elsewhere, without a product in it.
    Foreign(String),
    /// A link of ours to nothing that we know.
    UnknownPath(String),
    /// A slot code that is none.
    Slot(String),
    /// A GS1 code for something else than a product: a parcel, a place, an asset.
    NotAProduct {
        /// Its key, an application identifier.
        key: String,
    },
    /// One of the code's application identifiers is wrong.
    Ai {
        /// Which.
        ai: String,
        /// What is wrong with it.
        fault: AiFault,
    },
    /// Neither digits nor a link.
    Unknown,
}

impl From<NotAGtin> for ScanError {
    fn from(reason: NotAGtin) -> Self {
        Self::Gtin(reason)
    }
}

impl ScanError {
    pub(super) fn ai(ai: &str, fault: AiFault) -> Self {
        Self::Ai { ai: ai.to_owned(), fault }
    }

    /// The key of its sentence in `locales/`.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Empty => "scan-empty",
            Self::TooLong(_) => "scan-too-long",
            Self::Gtin(reason) => reason.code(),
            Self::UpcE => "scan-upc-e",
            Self::Scheme(_) => "scan-scheme",
            Self::UserInfo => "scan-user-info",
            Self::LookAlike(_) => "scan-look-alike",
            Self::IllegalCharacter(_) => "scan-illegal-character",
            Self::Foreign(_) => "scan-foreign",
            Self::UnknownPath(_) => "scan-unknown-path",
            Self::Slot(_) => "scan-slot",
            Self::NotAProduct { .. } => "scan-not-a-product",
            Self::Ai { fault, .. } => fault.code(),
            Self::Unknown => "scan-unknown",
        }
    }

    /// What the sentence names.
    pub fn params(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Empty | Self::UpcE | Self::UserInfo | Self::Unknown => vec![],
            Self::TooLong(length) => vec![("length", length.to_string())],
            Self::Gtin(reason) => reason.params(),
            Self::Scheme(scheme) => vec![("scheme", scheme.clone())],
            Self::LookAlike(host) | Self::Foreign(host) => vec![("host", host.clone())],
            Self::IllegalCharacter(character) => vec![("character", character.to_string())],
            Self::UnknownPath(path) => vec![("path", path.clone())],
            Self::Slot(text) => vec![("text", text.clone())],
            Self::NotAProduct { key } => vec![("key", key.clone())],
            Self::Ai { ai, fault } => [("ai", ai.clone())].into_iter().chain(fault.params()).collect(),
        }
    }
}

impl AiFault {
    /// The key of its sentence in `locales/`.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Unknown => "scan-ai-unknown",
            Self::Empty => "scan-ai-empty",
            Self::Repeated => "scan-ai-repeated",
            Self::NotAnAttribute => "scan-ai-not-an-attribute",
            Self::Order => "scan-ai-order",
            Self::Length { .. } => "scan-ai-length",
            Self::Character(_) => "scan-ai-character",
            Self::CheckDigit { .. } => "scan-ai-check-digit",
            Self::Date => "scan-ai-date",
            Self::Range => "scan-ai-range",
        }
    }

    /// What the sentence names, the identifier apart.
    pub fn params(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Length { found, min, max } => vec![("found", found.to_string()), ("min", min.to_string()), ("max", max.to_string())],
            Self::Character(character) => vec![("character", character.to_string())],
            Self::CheckDigit { found, expected } => vec![("found", found.to_string()), ("expected", expected.to_string())],
            _ => vec![],
        }
    }
}

impl fmt::Display for ScanError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("there is no code"),
            Self::TooLong(length) => write!(f, "a code has 4096 characters at most, this has {length}"),
            Self::Gtin(reason) => reason.fmt(f),
            Self::UpcE => f.write_str("a UPC-E has 6 to 8 digits and number system 0 or 1"),
            Self::Scheme(scheme) => write!(f, "{scheme}: links are not read"),
            Self::UserInfo => f.write_str("the link has a user name in it"),
            Self::LookAlike(host) => write!(f, "the host {host} may look like another"),
            Self::IllegalCharacter(character) => write!(f, "{character:?} is in no link"),
            Self::Foreign(host) => write!(f, "a link to {host}, without a product in it"),
            Self::UnknownPath(path) => write!(f, "{path} leads to nothing here"),
            Self::Slot(text) => write!(f, "{text:?} is no slot code"),
            Self::NotAProduct { key } => write!(f, "a GS1 code with key ({key}), which is no product"),
            Self::Ai { ai, fault } => write!(f, "({ai}): {fault}"),
            Self::Unknown => f.write_str("neither digits nor a link"),
        }
    }
}

impl fmt::Display for AiFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unknown => f.write_str("no such application identifier"),
            Self::Empty => f.write_str("has no value"),
            Self::Repeated => f.write_str("is given twice"),
            Self::NotAnAttribute => f.write_str("may not stand in the query of this link"),
            Self::Order => f.write_str("is no qualifier of this key in this place"),
            Self::Length { found, min, max } if min == max => write!(f, "has {max} characters, this has {found}"),
            Self::Length { found, min, max } => write!(f, "has {min} to {max} characters, this has {found}"),
            Self::Character(character) => write!(f, "may not hold {character:?}"),
            Self::CheckDigit { found, expected } => write!(f, "check digit is {found}, should be {expected}"),
            Self::Date => f.write_str("is no date"),
            Self::Range => f.write_str("is out of its range"),
        }
    }
}

impl std::error::Error for ScanError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refusal_names_what_is_wrong() {
        let digit = ScanError::Gtin(NotAGtin::CheckDigit { found: 3, expected: 2 });
        assert_eq!(digit.to_string(), "check digit is 3, should be 2");
        assert_eq!(digit.code(), "scan-check-digit");
        let batch = ScanError::ai("10", AiFault::Character('^'));
        assert_eq!(batch.to_string(), "(10): may not hold '^'");
        assert_eq!(batch.params(), [("ai", "10".to_owned()), ("character", "^".to_owned())]);
    }
}
