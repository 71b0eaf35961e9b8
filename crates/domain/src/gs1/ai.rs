//! Application identifiers: the format of each one's value. The rows are in `ai/table.rs`, the rule for a row here.

mod table;

use super::{Gtin, NotAGtin};

/// One application identifier, or a run of them that differ in the last digit only (`3100`–`3105`).
pub(super) struct Ai {
    first: &'static str,
    last: &'static str,
    parts: &'static [Part],
    /// What it may be in a Digital Link URI.
    pub(super) role: Role,
}

/// Its place in a Digital Link URI (GS1 Digital Link Standard: URI Syntax §4.3 and §4.8).
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// Only in the path, after its key.
    PathOnly,
    /// In element strings only.
    Nowhere,
    /// In the query; batch and keys too where they do not belong to this path.
    Attribute,
}

/// A piece of the value; only the last one may vary in length.
struct Part {
    set: Set,
    min: usize,
    max: usize,
    rule: Rule,
}

/// Which characters.
#[derive(Clone, Copy)]
enum Set {
    /// 0–9.
    Digits,
    /// GS1 General Specifications §7.11, character set 82.
    Cset82,
    /// The same section, character set 39.
    Cset39,
    /// The same section, character set 64.
    Cset64,
    /// A–Z.
    Upper,
}

/// What else must hold.
#[derive(Clone, Copy)]
enum Rule {
    Free,
    /// GS1 General Specifications §7.9.
    CheckDigit,
    /// YYMMDD where day 00 stands for the last of the month (GS1 General Specifications §3.4).
    DateOrMonth,
    /// YYMMDD.
    Date,
    /// YYYYMMDD.
    LongDate,
    /// HHMM.
    HourMinute,
    /// A number below this one, in as many digits as there are: hours, yes and no.
    Below(u8),
    /// Countries of three digits each.
    Triples,
    /// `0102`: the first of two; neither is 0.
    PieceOfTotal,
    NoLeadingZero,
    /// A minus sign behind the number.
    Minus,
    Slash,
    /// A percent sign has two hexadecimal digits after it.
    PercentEncoded,
    /// Base64 with all of its padding or none.
    Padded,
    /// Two check characters at the end (GS1 General Specifications §7.9.5).
    CheckPair,
}

/// What is wrong with one application identifier.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AiFault {
    /// No such application identifier.
    Unknown,
    /// Without a value.
    Empty,
    /// Given twice.
    Repeated,
    /// Not allowed in the query of this link.
    NotAnAttribute,
    /// Not a qualifier of the key, or not in the order that the standard asks for.
    Order,
    /// Too short or too long.
    Length {
        /// Characters found.
        found: usize,
        /// The fewest.
        min: usize,
        /// The most.
        max: usize,
    },
    /// A character that it may not hold.
    Character(char),
    /// The check digit does not fit.
    CheckDigit {
        /// What stands there.
        found: u8,
        /// What should stand there.
        expected: u8,
    },
    /// No such day.
    Date,
    /// A number out of its range.
    Range,
}

/// In the order in which [`has_check_pair`] counts them.
const CSET82: &str = "!\"%&'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz";

/// The row for `ai`, if there is one.
pub(super) fn find(ai: &str) -> Option<&'static Ai> {
    table::AIS.iter().find(|row| row.first.len() == ai.len() && (row.first..=row.last).contains(&ai))
}

/// The row that an element string without brackets begins with. No AI is the beginning of another, so the first that fits is it.
pub(super) fn leading(text: &str) -> Option<(&str, &'static Ai)> {
    (2..=4).find_map(|length| text.get(..length).and_then(|ai| find(ai).map(|row| (ai, row))))
}

impl Ai {
    /// Proves a value.
    pub(super) fn check(&self, value: &str) -> Result<(), AiFault> {
        let found = value.chars().count();
        let (min, max) = self.parts.iter().fold((0, 0), |(min, max), part| (min + part.min, max + part.max));
        if found == 0 {
            return Err(AiFault::Empty);
        }
        if !(min..=max).contains(&found) {
            return Err(AiFault::Length { found, min, max });
        }
        let mut rest = value;
        for part in self.parts {
            let end = rest.char_indices().nth(part.max).map_or(rest.len(), |(at, _)| at);
            let (piece, after) = rest.split_at(end);
            part.check(piece)?;
            rest = after;
        }
        Ok(())
    }
}

impl Part {
    fn check(&self, piece: &str) -> Result<(), AiFault> {
        if let Some(wrong) = piece.chars().find(|character| !self.set.has(*character)) {
            return Err(AiFault::Character(wrong));
        }
        let in_range = |is_so: bool| if is_so { Ok(()) } else { Err(AiFault::Range) };
        match self.rule {
            _ if piece.is_empty() => Ok(()),
            Rule::Free => Ok(()),
            Rule::CheckDigit => check_digit(piece),
            Rule::DateOrMonth => date(piece, 0),
            Rule::Date => date(piece, 1),
            Rule::LongDate => date(&piece[2..], 1),
            Rule::HourMinute => in_range(piece.len() == 4 && is_below(&piece[..2], 24) && is_below(&piece[2..], 60)),
            Rule::Below(limit) => in_range(piece.len() == self.max && is_below(piece, limit)),
            Rule::Triples => in_range(piece.len().is_multiple_of(3)),
            Rule::PieceOfTotal => in_range(&piece[..2] != "00" && piece[..2] <= piece[2..]),
            Rule::NoLeadingZero => in_range(piece == "0" || !piece.starts_with('0')),
            Rule::Minus => in_range(piece == "-"),
            Rule::Slash => in_range(piece == "/"),
            Rule::PercentEncoded => in_range(is_percent_encoded(piece)),
            Rule::Padded => in_range(is_padded(piece)),
            Rule::CheckPair => in_range(has_check_pair(piece)),
        }
    }
}

impl Set {
    fn has(self, character: char) -> bool {
        match self {
            Self::Digits => character.is_ascii_digit(),
            Self::Cset82 => CSET82.contains(character),
            Self::Cset39 => character.is_ascii_digit() || character.is_ascii_uppercase() || "#-/".contains(character),
            Self::Cset64 => character.is_ascii_alphanumeric() || "-_=".contains(character),
            Self::Upper => character.is_ascii_uppercase(),
        }
    }
}

fn check_digit(digits: &str) -> Result<(), AiFault> {
    match Gtin::prove_check_digit(digits) {
        Err(NotAGtin::CheckDigit { found, expected }) => Err(AiFault::CheckDigit { found, expected }),
        _ => Ok(()),
    }
}

fn is_below(digits: &str, limit: u8) -> bool {
    digits.parse().is_ok_and(|number: u8| number < limit)
}

fn is_percent_encoded(text: &str) -> bool {
    let is_hex = |pair: &str| pair.bytes().all(|byte| byte.is_ascii_hexdigit());
    text.split('%').skip(1).all(|after| after.get(..2).is_some_and(is_hex))
}

/// Threes, as GS1 counts them, and nothing behind the padding.
fn is_padded(text: &str) -> bool {
    let body = text.trim_end_matches('=');
    let padding = text.len() - body.len();
    !body.contains('=') && (padding == 0 || padding == (3 - body.len() % 3) % 3)
}

/// The last two characters are those that belong to the others: each one's place in set 82 times a prime, the last one's being 2.
fn has_check_pair(value: &str) -> bool {
    const PRIMES: [usize; 23] = [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79, 83];
    const CHARACTERS: &[u8; 32] = b"23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    let Some((body, pair)) = value.len().checked_sub(2).and_then(|at| value.split_at_checked(at)) else { return false };
    let places = body.chars().rev().map(|character| CSET82.find(character).unwrap_or(0));
    let sum = places.zip(PRIMES).map(|(place, prime)| place * prime).sum::<usize>() % 1021;
    pair.as_bytes() == [CHARACTERS[sum / 32], CHARACTERS[sum % 32]]
}

/// The century does not matter: 2000 is a leap year, as is every other year of two digits that 4 divides.
fn date(piece: &str, first_day: u8) -> Result<(), AiFault> {
    let pair = |at: usize| piece.get(at..at + 2).and_then(|two| two.parse::<u8>().ok());
    let (Some(year), Some(month), Some(day)) = (pair(0), pair(2), pair(4)) else { return Err(AiFault::Date) };
    let days = match month {
        2 if year % 4 == 0 => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => return Err(AiFault::Date),
    };
    if (first_day..=days).contains(&day) { Ok(()) } else { Err(AiFault::Date) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_proved_against_its_format() {
        let cases = [
            ("17", "261231", Ok(())),
            ("17", "261200", Ok(())),
            ("17", "260229", Err(AiFault::Date)),
            ("17", "280229", Ok(())),
            ("17", "261301", Err(AiFault::Date)),
            ("17", "2612", Err(AiFault::Length { found: 4, min: 6, max: 6 })),
            ("10", "", Err(AiFault::Empty)),
            ("10", "A^B", Err(AiFault::Character('^'))),
            ("10", "123456789012345678901", Err(AiFault::Length { found: 21, min: 1, max: 20 })),
            ("3103", "000195", Ok(())),
            ("3103", "00019X", Err(AiFault::Character('X'))),
            ("410", "9587926937883", Ok(())),
            ("410", "9587926937884", Err(AiFault::CheckDigit { found: 4, expected: 3 })),
            ("4321", "2", Err(AiFault::Range)),
            ("7003", "2612002359", Err(AiFault::Date)),
            ("7003", "2612312360", Err(AiFault::Range)),
            ("7007", "261231", Ok(())),
            ("7007", "261231261232", Err(AiFault::Date)),
            ("7011", "2612310900", Ok(())),
            ("7011", "26123109", Err(AiFault::Range)),
            ("8008", "26123123", Ok(())),
            ("8008", "2612312359", Ok(())),
            ("8008", "26123124", Err(AiFault::Range)),
            ("8008", "261231235", Err(AiFault::Range)),
            ("423", "410392", Ok(())),
            ("423", "4103921", Err(AiFault::Range)),
            ("4330", "000450-", Ok(())),
            ("4330", "000450+", Err(AiFault::Range)),
            ("4302", "17%20A", Ok(())),
            ("4302", "17%2", Err(AiFault::Range)),
            ("7251", "203011300014", Ok(())),
            ("7258", "1/2", Ok(())),
            ("7258", "1-2", Err(AiFault::Range)),
            ("8006", "095060001343520102", Ok(())),
            ("8006", "095060001343520302", Err(AiFault::Range)),
            ("8006", "095060001343520002", Err(AiFault::Range)),
            ("8010", "A#/-9", Ok(())),
            ("8010", "a", Err(AiFault::Character('a'))),
            ("8011", "01", Err(AiFault::Range)),
            ("8013", "1987654Ad4X4bL5ttr2310c2K", Ok(())),
            ("8013", "1987654Ad4X4bL5ttr2310c2L", Err(AiFault::Range)),
            ("8003", "19506000134352", Err(AiFault::Range)),
            ("253", "9506000134352AB", Ok(())),
        ];
        for (ai, value, expected) in cases {
            assert_eq!(find(ai).expect("a row").check(value), expected, "({ai}){value}");
        }
    }

    #[test]
    fn a_run_of_identifiers_ends_where_it_ends() {
        assert!(find("3105").is_some() && find("3106").is_none() && find("310").is_none() && find("05").is_none());
    }

    #[test]
    fn no_identifier_is_the_beginning_of_another() {
        for one in table::AIS {
            assert!(one.first <= one.last && one.first.len() == one.last.len(), "{}", one.first);
            assert!(table::AIS.iter().filter(|other| other.first.starts_with(one.first)).count() == 1, "{}", one.first);
        }
    }
}
