//! GS1 element strings: application identifiers one after the other, GS1 General Specifications §7.8.

use super::ai::{self, AiFault};
use super::{Gtin, ScanError, Scanned, digital_link};

/// What separates values: FNC1 as GS (§7.8.3), or as people type it.
const SEPARATORS: [char; 2] = ['\u{1d}', '^'];

/// Without a symbology prefix: brackets, a leading FNC1, or 01 with its fourteen digits. Nothing else is safe to take for one.
pub(super) fn is_likely(text: &str) -> bool {
    text.starts_with('(')
        || text.starts_with(SEPARATORS)
        || (text.starts_with("01") && text.get(2..16).is_some_and(|value| value.bytes().all(|byte| byte.is_ascii_digit())))
}

/// The product that the string names, or what else.
pub(super) fn read(text: &str) -> Result<Scanned, ScanError> {
    let ais = if text.starts_with('(') { bracketed(text)? } else { raw(text)? };
    for (index, (ai, value)) in ais.iter().enumerate() {
        // The same value twice is allowed (§4.13): two symbols on one item.
        if ais[..index].iter().any(|(earlier, other)| earlier == ai && other != value) {
            return Err(ScanError::ai(ai, AiFault::Repeated));
        }
        let row = ai::find(ai).ok_or_else(|| ScanError::ai(ai, AiFault::Unknown))?;
        row.check(value).map_err(|fault| ScanError::ai(ai, fault))?;
    }
    if let Some((_, value)) = ais.iter().find(|(ai, _)| ai == "01") {
        let gtin = value.parse::<Gtin>()?;
        return Ok(Scanned::Product { gtin, slot: None, ais, foreign_host: None, alternative: None });
    }
    let key = ais.iter().find(|(ai, _)| digital_link::is_key(ai)).or(ais.first()).ok_or(ScanError::Empty)?.0.clone();
    Ok(Scanned::Other { key, ais })
}

/// As a reader transmits it.
fn raw(text: &str) -> Result<Vec<(String, String)>, ScanError> {
    let mut ais = Vec::new();
    let mut rest = text.trim_start_matches(SEPARATORS);
    while !rest.is_empty() {
        let (name, _) = ai::leading(rest).ok_or_else(|| ScanError::ai(rest.get(..2).unwrap_or(rest), AiFault::Unknown))?;
        let after = &rest[name.len()..];
        let upto = after.find(SEPARATORS).unwrap_or(after.len());
        let end = predefined_length(name).map_or(upto, |length| after.char_indices().nth(length).map_or(upto, |(at, _)| at.min(upto)));
        ais.push((name.to_owned(), after[..end].to_owned()));
        rest = after[end..].trim_start_matches(SEPARATORS);
    }
    Ok(ais)
}

/// As people read it, with the identifiers in brackets. A bracket that belongs to a value has a backslash before it.
fn bracketed(text: &str) -> Result<Vec<(String, String)>, ScanError> {
    let mut ais = Vec::new();
    let mut rest = text;
    while let Some((name, after)) = bracket(rest) {
        let end = after.char_indices().find(|(at, _)| !after[..*at].ends_with('\\') && bracket(&after[*at..]).is_some());
        let (value, next) = after.split_at(end.map_or(after.len(), |(at, _)| at));
        ais.push((name.to_owned(), unescaped(value)));
        rest = next;
    }
    if ais.is_empty() { Err(ScanError::Unknown) } else { Ok(ais) }
}

/// A value without the backslashes that stand before brackets.
fn unescaped(value: &str) -> String {
    let mut plain = String::new();
    for character in value.chars() {
        if character == '(' && plain.ends_with('\\') {
            plain.pop();
        }
        plain.push(character);
    }
    plain
}

/// `(17)261231` is `17` and the rest.
fn bracket(text: &str) -> Option<(&str, &str)> {
    let (name, after) = text.strip_prefix('(')?.split_once(')')?;
    ((2..=4).contains(&name.len()) && name.bytes().all(|byte| byte.is_ascii_digit())).then_some((name, after))
}

/// The length of the value where the first two digits of the identifier fix it (§7.8.5): no separator needs to follow.
pub(super) fn predefined_length(ai: &str) -> Option<usize> {
    let length = match ai.get(..2)?.parse::<u8>().ok()? {
        0 => 20,
        1..=3 | 41 => 16,
        4 => 18,
        11..=19 => 8,
        20 => 4,
        31..=36 => 10,
        _ => return None,
    };
    Some(length - ai.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ais(text: &str) -> Result<String, ScanError> {
        match read(text)? {
            Scanned::Product { ais, .. } | Scanned::Other { ais, .. } => {
                Ok(ais.iter().map(|(ai, value)| format!("({ai}){value}")).collect())
            }
            other => Ok(format!("{other:?}")),
        }
    }

    #[test]
    fn identifiers_come_apart_with_and_without_separators() {
        let expected = Ok("(01)09506000134352(17)261231(10)ABC(21)7".to_owned());
        assert_eq!(ais("(01)09506000134352(17)261231(10)ABC(21)7"), expected);
        assert_eq!(ais("01095060001343521726123110ABC\u{1d}217"), expected);
        assert_eq!(ais("^01095060001343521726123110ABC^217^"), expected);
        assert_eq!(ais("(01)09506000134352(10)A\\(1)"), Ok("(01)09506000134352(10)A(1)".to_owned()));
    }

    #[test]
    fn what_is_wrong_is_named() {
        assert_eq!(ais("(01)09506000134351"), Err(ScanError::ai("01", AiFault::CheckDigit { found: 1, expected: 2 })));
        assert_eq!(ais("(01)09506000134352(10)"), Err(ScanError::ai("10", AiFault::Empty)));
        assert_eq!(ais("(01)09506000134352(10)A(10)B"), Err(ScanError::ai("10", AiFault::Repeated)));
        assert_eq!(ais("0109506000134352179"), Err(ScanError::ai("17", AiFault::Length { found: 1, min: 6, max: 6 })));
        assert_eq!(ais("010950600013435205"), Err(ScanError::ai("05", AiFault::Unknown)));
        assert_eq!(ais("()"), Err(ScanError::Unknown));
    }
}
