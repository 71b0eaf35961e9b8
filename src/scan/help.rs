//! What to say while a code is being typed, before anybody asks for it.

use domain::Gtin;
use domain::crockford::SlotCode;
use domain::gs1::NotAGtin;

/// The state of the typing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Help {
    /// Nothing to say yet.
    Quiet,
    /// So many digits to the usual thirteen.
    More(usize),
    /// A number whose check digit holds, or a shelf code.
    Fine,
    /// A whole number that cannot be.
    Wrong(NotAGtin),
}

/// 8 and 12 digits may be the beginning of 13, so their check digit is judged only when the typing `rests`.
pub(super) fn help(text: &str, rests: bool) -> Help {
    let text: String = text.chars().filter(|letter| !letter.is_whitespace()).collect();
    if text.is_empty() {
        return Help::Quiet;
    }
    if !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return if text.parse::<SlotCode>().is_ok() { Help::Fine } else { Help::Quiet };
    }
    match (text.parse::<Gtin>(), text.len()) {
        (Ok(_), _) => Help::Fine,
        (Err(reason), 13 | 14) => Help::Wrong(reason),
        (Err(reason), 8 | 12) if rests => Help::Wrong(reason),
        (Err(reason @ NotAGtin::Length(_)), 15..) => Help::Wrong(reason),
        (Err(_), 8..13) => Help::More(13 - text.len()),
        _ => Help::Quiet,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn help_waits_until_a_number_can_be_whole() {
        let wrong = |expected, found| Help::Wrong(NotAGtin::CheckDigit { found, expected });
        let cases = [
            ("", false, Help::Quiet),
            ("880", true, Help::Quiet),
            ("88012345", false, Help::More(5)),
            ("88012345", true, wrong(6, 5)),
            ("880123456", true, Help::More(4)),
            ("8801234567893", false, Help::Fine),
            ("8801 2345 67893", false, Help::Fine),
            ("8801234567892", false, wrong(3, 2)),
            ("880123456789300", false, Help::Wrong(NotAGtin::Length(15))),
            ("7K3M-9QXA", false, Help::Fine),
            ("7K3M", true, Help::Quiet),
        ];
        for (text, rests, expected) in cases {
            assert_eq!(help(text, rests), expected, "{text} {rests}");
        }
    }
}
