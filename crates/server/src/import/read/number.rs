//! Numbers in cells that are no prices: quantities, lengths, stars, per cent.

use domain::import::Reason;

/// Thousandths of an inch, in µm, and other units of length.
const UNITS: &[(&str, i64)] = &[
    ("mm", 1_000),
    ("cm", 10_000),
    ("m", 1_000_000),
    ("in", 25_400),
    ("inch", 25_400),
    ("inches", 25_400),
    ("\"", 25_400),
    ("ft", 304_800),
];
/// Nothing on a shelf is longer, mm.
const LONGEST: i64 = 100_000;

/// A decimal as a whole number of its `digits`th decimals, rounded half up: `4.567` with 2 is 457. A decimal comma is read too.
pub fn scaled(text: &str, digits: u32) -> Option<i64> {
    let text = text.trim();
    let (sign, text) = text.strip_prefix('-').map_or((1, text), |rest| (-1, rest));
    let (whole, decimals) = text.split_once(['.', ',']).unwrap_or((text, ""));
    let is_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if !is_digits(whole) || !is_digits(decimals) || (whole.is_empty() && decimals.is_empty()) || whole.len() > 12 {
        return None;
    }
    let digits = digits as usize;
    let padded = format!("{decimals:0<width$}", width = digits + 1);
    let value: i64 = format!("{whole}{}", &padded[..digits]).parse().ok()?;
    Some(sign * (value + i64::from(padded.as_bytes()[digits] >= b'5')))
}

/// Whole units, as a sale or a stock figure has them: `100`, `1,000`, `100.0000`, `-2`.
pub fn units(text: &str) -> Option<i64> {
    let text = text.trim();
    let (sign, digits) = text.strip_prefix(['-', '−']).map_or((1, text), |rest| (-1, rest));
    let whole = match digits.split_once('.') {
        Some((whole, zeros)) if zeros.bytes().all(|byte| byte == b'0') => whole,
        Some(_) => return None,
        None => digits,
    };
    let mut groups = whole.split(',');
    let first = groups.next()?;
    let rest: Vec<_> = groups.collect();
    if rest.iter().any(|group| group.len() != 3) || (!rest.is_empty() && first.len() > 3) {
        return None;
    }
    let digits = first.to_owned() + &rest.concat();
    (digits.len() <= 12 && digits.bytes().all(|byte| byte.is_ascii_digit()))
        .then(|| digits.parse::<i64>().ok().map(|units| sign * units))?
}

/// A length in mm, rounded; its unit, or else `unit`.
///
/// # Errors
/// [`Reason::NotALength`].
pub fn length(text: &str, unit: &str) -> Result<i32, Reason> {
    let text = text.trim().to_lowercase();
    let end = text.rfind(|letter: char| letter.is_ascii_digit()).map_or(0, |at| at + 1);
    let (number, said) = text.split_at(end);
    let said = if said.trim().is_empty() { unit } else { said.trim() };
    let micrometres = UNITS.iter().find(|(name, _)| *name == said).map(|(_, factor)| *factor).ok_or(Reason::NotALength)?;
    let thousandths = scaled(number, 3).filter(|length| *length >= 0).ok_or(Reason::NotALength)?;
    let mm = (thousandths * micrometres + 500_000) / 1_000_000;
    i32::try_from(mm).ok().filter(|mm| i64::from(*mm) <= LONGEST).ok_or(Reason::NotALength)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decimals_are_scaled_and_rounded() {
        for (text, digits, expected) in [
            ("4.567", 2, Some(457)),
            ("4", 2, Some(400)),
            ("4,5", 1, Some(45)),
            (".5", 1, Some(5)),
            ("-1.25", 1, Some(-13)),
            ("1e3", 1, None),
            ("", 1, None),
            (".", 1, None),
            ("9999999999999", 2, None),
        ] {
            assert_eq!(scaled(text, digits), expected, "{text}");
        }
    }

    #[test]
    fn units_are_whole() {
        for (text, expected) in [
            ("100", Some(100)),
            ("100.0000", Some(100)),
            ("1,000", Some(1000)),
            ("-2", Some(-2)),
            ("1.5", None),
            ("many", None),
            ("1,00", None),
            ("", None),
        ] {
            assert_eq!(units(text), expected, "{text}");
        }
    }

    #[test]
    fn lengths_are_in_millimetres_whatever_they_were_in() {
        for (text, unit, expected) in [
            ("13.8", "in", Ok(351)),
            ("15.14", "cm", Ok(151)),
            ("20 cm", "mm", Ok(200)),
            ("1,5 m", "mm", Ok(1500)),
            ("300", "mm", Ok(300)),
            ("29\"", "mm", Ok(737)),
            ("-3", "cm", Err(Reason::NotALength)),
            ("tall", "cm", Err(Reason::NotALength)),
            ("3", "parsec", Err(Reason::NotALength)),
            ("500", "m", Err(Reason::NotALength)),
        ] {
            assert_eq!(length(text, unit), expected, "{text}");
        }
    }
}
