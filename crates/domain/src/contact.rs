//! Where a shopper wants a notice: an e-mail address or a phone number.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// RFC 5321 §4.5.3.1: what is before the @ has at most 64 octets; a path of 256 holds an address of 254.
const LOCAL: usize = 64;
const WHOLE: usize = 254;
/// RFC 1035 §2.3.4: a name's part.
const LABEL: usize = 63;
/// RFC 5322 §3.2.3: what an unquoted address has beside letters, digits and points.
const ATOM: &str = "!#$%&'*+-/=?^_`{|}~";
/// E.164 has at most 15 digits; fewer than 8 are an extension or a mistake.
const DIGITS: std::ops::RangeInclusive<usize> = 8..=15;

/// An address in its normal form: the host in small letters, a number without what people write between its digits.
#[derive(Clone, PartialEq, Eq, Hash)]
pub enum Contact {
    /// `jisu@mail.example`
    Email(String),
    /// `01012345678` as it is called from the store's country, or `+821012345678`.
    Phone(String),
}

/// Which of the two.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub enum ContactKind {
    /// An e-mail address.
    Email,
    /// A phone number.
    Phone,
    /// Something that a newer server knows.
    #[serde(other)]
    Other,
}

/// Neither an e-mail address nor a phone number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAContact;

impl Contact {
    /// Which of the two it is.
    pub fn kind(&self) -> ContactKind {
        match self {
            Self::Email(_) => ContactKind::Email,
            Self::Phone(_) => ContactKind::Phone,
        }
    }

    /// The normal form.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Email(text) | Self::Phone(text) => text,
        }
    }
}

impl FromStr for Contact {
    type Err = NotAContact;

    fn from_str(text: &str) -> Result<Self, NotAContact> {
        let text = text.trim();
        let found = if text.contains('@') { email(text).map(Self::Email) } else { phone(text).map(Self::Phone) };
        found.ok_or(NotAContact)
    }
}

fn email(text: &str) -> Option<String> {
    let (local, host) = text.rsplit_once('@')?;
    let is_atom = |part: &str| !part.is_empty() && part.chars().all(|letter| letter.is_ascii_alphanumeric() || ATOM.contains(letter));
    let fits = text.len() <= WHOLE && local.len() <= LOCAL && local.split('.').all(is_atom) && is_host(host);
    fits.then(|| format!("{local}@{}", host.to_ascii_lowercase()))
}

/// A name with a dot in it, as mail goes to; nobody's mailbox is at a bare number.
fn is_host(host: &str) -> bool {
    let is_label = |label: &str| {
        (1..=LABEL).contains(&label.len())
            && label.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '-')
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    let last = host.rsplit('.').next().unwrap_or_default();
    host.contains('.') && host.split('.').all(is_label) && last.len() >= 2 && !last.chars().all(|letter| letter.is_ascii_digit())
}

fn phone(text: &str) -> Option<String> {
    let (sign, rest) = text.strip_prefix('+').map_or(("", text), |rest| ("+", rest));
    let digits: String = rest.chars().filter(char::is_ascii_digit).collect();
    let is_plain = rest.chars().all(|letter| letter.is_ascii_digit() || "-() .".contains(letter));
    (is_plain && DIGITS.contains(&digits.len())).then(|| format!("{sign}{digits}"))
}

/// Never the address itself: this ends up in logs.
impl fmt::Debug for Contact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}(…)", self.kind())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<(ContactKind, String)> {
        text.parse::<Contact>().ok().map(|contact| (contact.kind(), contact.as_str().to_owned()))
    }

    #[test]
    fn an_address_is_kept_with_its_host_in_small_letters() {
        for (text, normal) in [
            ("a@b.kr", "a@b.kr"),
            ("  Jisu.Kim+shop@Mail.Example ", "Jisu.Kim+shop@mail.example"),
            ("o'neil_7@a-b.co.uk", "o'neil_7@a-b.co.uk"),
            ("a@xn--9n2bp8q.xn--3e0b707e", "a@xn--9n2bp8q.xn--3e0b707e"),
        ] {
            assert_eq!(read(text), Some((ContactKind::Email, normal.to_owned())), "{text}");
        }
    }

    #[test]
    fn a_number_is_kept_as_its_digits() {
        for (text, normal) in [
            ("010-1234-5678", "01012345678"),
            (" +82 10 1234 5678", "+821012345678"),
            ("(02) 333.4444", "023334444"),
            ("123456789012345", "123456789012345"),
        ] {
            assert_eq!(read(text), Some((ContactKind::Phone, normal.to_owned())), "{text}");
        }
    }

    #[test]
    fn whatever_else_is_neither() {
        let long = format!("{}@b.kr", "a".repeat(65));
        let longer = format!("a@{}.kr", "b".repeat(64));
        let longest = format!("a@{}kr", "bb.".repeat(84));
        for text in [
            "",
            "@",
            "a@b",
            "@b.kr",
            "a@",
            "a b@c.kr",
            "a@b c.kr",
            "a@b@c.kr",
            "a@.kr",
            "a@b.",
            "a@b..kr",
            "a@-b.kr",
            "a@b-.kr",
            "a@b.k",
            ".a@b.kr",
            "a.@b.kr",
            "a..b@c.kr",
            "a@1.2.3.4",
            "a@[1.2.3.4]",
            "\"a\"@b.kr",
            "a@b.kr\r\nBcc: c@d.kr",
            "a\n@b.kr",
            "a,b@c.kr",
            "<a@b.kr>",
            "도토리@b.kr",
            "a@도토리.kr",
            "call me",
            "1234",
            "0101234567890123",
            "010-1234-567８",
            "+",
            "12+345678",
            "1234567",
            "010/1234/5678",
            &long,
            &longer,
            &longest,
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn no_log_shows_an_address() {
        let contact: Contact = "a@b.kr".parse().expect("an address");
        assert_eq!(format!("{contact:?}"), "Email(…)");
    }
}
