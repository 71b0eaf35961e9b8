//! A price's cell.
//!
//! `.` and `,` are told apart by the currency, not by a guess at the country:
//! - where both stand, the last one is the decimal point: `1.234,56`, `1,234.56`;
//! - one of them more than once, in groups of three, separates thousands: `1.234.567`;
//! - one alone with other than three digits after it is the decimal point: `12,5`, `0.125`; the currency must have as many decimals
//!   (zeros past them are forgiven: Magento writes `52.000000`);
//! - a comma alone with three digits after it separates thousands, for no currency with a comma has three decimals;
//! - a point alone with three digits after it separates thousands where the currency has no decimals (`59.000` won), is the decimal
//!   point where it has three (dinars), and is refused where it has two: 1.234 € is a thousand to one writer and a euro to another.

use super::currencies::{by_code, by_sign};
use super::{Reason, clean};
use crate::{Currency, Money};

/// Past this many digits it is no price.
const DIGITS: usize = 15;

/// What people write where a price is told when asked for.
const ON_REQUEST: &[&str] =
    &["가격문의", "가격 문의", "문의", "별도문의", "시가", "price on request", "on request", "auf anfrage", "sur demande"];

/// What a price's cell says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Read {
    /// Nothing.
    Unsaid,
    /// It has none; so does a 0: "price on request", never 0.
    OnRequest,
    /// It has one, above 0.
    Amount(Money),
}

/// Reads a price. `usual` is the currency of a cell that names none, and of a sign that several share.
///
/// "무료" and "free" are refused: no shop means its goods, and what else was meant nobody can tell.
///
/// # Errors
/// [`Reason::NotAPrice`], [`Reason::NegativePrice`], [`Reason::NoCurrency`], [`Reason::UnknownCurrency`].
pub fn read(cell: &str, usual: Option<Currency>) -> Result<Read, Reason> {
    let cell = clean::line(cell);
    if cell.is_empty() {
        return Ok(Read::Unsaid);
    }
    if ON_REQUEST.contains(&cell.to_lowercase().as_str()) {
        return Ok(Read::OnRequest);
    }
    let is_below = cell.starts_with(['-', '−', '(']) && cell.contains(|letter: char| letter.is_ascii_digit());
    let (before, number, after) = parts(cell.trim_start_matches(['-', '−', '(']).trim_end_matches(')')).ok_or(Reason::NotAPrice)?;
    if is_below || before.ends_with(['-', '−']) {
        return Err(Reason::NegativePrice);
    }
    let currency = match (before, after) {
        ("", "") => usual.ok_or(Reason::NoCurrency)?,
        (said, "") | ("", said) => currency(said, usual)?,
        (one, other) => currency(one, usual).ok().filter(|known| currency(other, usual) == Ok(*known)).ok_or(Reason::NotAPrice)?,
    };
    match minor(number, currency).ok_or(Reason::NotAPrice)? {
        0 => Ok(Read::OnRequest),
        minor => Ok(Read::Amount(Money { minor, currency })),
    }
}

/// The currency that a code, a sign or a word stands for.
///
/// # Errors
/// [`Reason::UnknownCurrency`] for three letters that ISO 4217 does not list, [`Reason::NotAPrice`] for anything else.
pub fn currency(said: &str, usual: Option<Currency>) -> Result<Currency, Reason> {
    let unknown =
        if said.len() == 3 && said.bytes().all(|byte| byte.is_ascii_alphabetic()) { Reason::UnknownCurrency } else { Reason::NotAPrice };
    by_sign(said, usual).or_else(|| by_code(said)).ok_or(unknown)
}

/// What stands before, in and after the number.
fn parts(cell: &str) -> Option<(&str, &str, &str)> {
    let start = cell.find(|letter: char| letter.is_ascii_digit())?;
    let end = cell.rfind(|letter: char| letter.is_ascii_digit())? + 1;
    // `12.-` and `12,-` are how Switzerland and Germany write even amounts.
    let after = cell[end..].trim().trim_start_matches([',', '.']).trim_start_matches(['-', '–']);
    Some((cell[..start].trim(), &cell[start..end], after.trim()))
}

/// The amount in the currency's smallest unit.
fn minor(number: &str, currency: Currency) -> Option<i64> {
    let number = without_blanks(number)?;
    if number.len() > 2 * DIGITS || number.chars().any(|letter| !letter.is_ascii_digit() && !matches!(letter, '.' | ',')) {
        return None;
    }
    let exponent = usize::from(currency.exponent());
    let (whole, decimals) = number.split_at(decimal_point(&number, exponent)?);
    let whole = without_thousands(whole)?;
    let decimals = decimals.trim_start_matches(['.', ',']);
    let (kept, surplus) = decimals.split_at(decimals.len().min(exponent));
    if surplus.bytes().any(|byte| byte != b'0') || whole.len() + exponent > DIGITS {
        return None;
    }
    format!("{whole}{kept:0<exponent$}").parse().ok()
}

/// The number where blanks or apostrophes stand between its thousands, as French and Swiss do: "1 234,56", not "10 20".
fn without_blanks(number: &str) -> Option<String> {
    let mut groups = number.split([' ', '\'', '’']);
    let first = groups.next()?;
    let rest: Vec<_> = groups.collect();
    let starts_with_three = |group: &&str| group.find(['.', ',']).unwrap_or(group.len()) == 3;
    (rest.is_empty() || (first.len() <= 3 && rest.iter().all(starts_with_three))).then(|| first.to_owned() + &rest.concat())
}

/// Where the whole part ends: at the decimal point, or the end.
fn decimal_point(number: &str, exponent: usize) -> Option<usize> {
    let Some(last) = number.rfind(['.', ',']) else { return Some(number.len()) };
    let is_comma = number[last..].starts_with(',');
    let (same, other) = if is_comma { (',', '.') } else { ('.', ',') };
    if number.contains(other) {
        // A decimal point stands once: `1.234,567,8` is none.
        return (number.matches(same).count() == 1).then_some(last);
    }
    if number.matches(same).count() > 1 {
        return Some(number.len());
    }
    let could_be_thousands = number.len() - last == 4 && (1..=3).contains(&last) && !number.starts_with('0');
    match (could_be_thousands, is_comma, exponent) {
        (false, ..) | (true, false, 3..) => Some(last),
        (true, true, _) | (true, false, 0) => Some(number.len()),
        (true, false, _) => None,
    }
}

/// The digits, where separators stand before every third one from the right.
fn without_thousands(whole: &str) -> Option<String> {
    let mut groups = whole.split(['.', ',']);
    let first = groups.next()?;
    let rest: Vec<_> = groups.collect();
    let is_grouped = rest.is_empty() || ((1..=3).contains(&first.len()) && rest.iter().all(|group| group.len() == 3));
    (is_grouped && !first.is_empty()).then(|| first.to_owned() + &rest.concat())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn code(text: &str) -> Option<Currency> {
        text.parse().ok()
    }

    fn said(cell: &str, usual: &str) -> Result<String, Reason> {
        read(cell, code(usual)).map(|read| match read {
            Read::Unsaid => "unsaid".to_owned(),
            Read::OnRequest => "on request".to_owned(),
            Read::Amount(Money { minor, currency }) => format!("{minor} {currency}"),
        })
    }

    #[test]
    fn a_price_is_read_as_people_write_it() {
        for (cell, usual, expected) in [
            ("59000", "KRW", "59000 KRW"),
            ("59,000", "KRW", "59000 KRW"),
            ("59.000", "KRW", "59000 KRW"),
            ("₩59,000", "USD", "59000 KRW"),
            ("59,000원", "", "59000 KRW"),
            (" 1,234,567 원 ", "", "1234567 KRW"),
            ("1.234,56 €", "", "123456 EUR"),
            ("1 234,56 €", "", "123456 EUR"),
            ("1’234.50", "CHF", "123450 CHF"),
            ("12.- ", "CHF", "1200 CHF"),
            ("$12.50", "", "1250 USD"),
            ("$12.50", "CAD", "1250 CAD"),
            ("$12.50", "KRW", "1250 USD"),
            ("US$ 12.50", "CAD", "1250 USD"),
            ("USD 12.50", "KRW", "1250 USD"),
            ("12.50 USD", "", "1250 USD"),
            ("12.50usd", "", "1250 USD"),
            ("$12.50 USD", "", "1250 USD"),
            ("12,5", "EUR", "1250 EUR"),
            ("1,234", "USD", "123400 USD"),
            ("0.99", "USD", "99 USD"),
            ("52.000000", "USD", "5200 USD"),
            ("59000.0000", "KRW", "59000 KRW"),
            ("1.250", "KWD", "1250 KWD"),
            ("1,250", "KWD", "1250000 KWD"),
            ("¥1,200", "", "1200 JPY"),
            ("¥12.50", "CNY", "1250 CNY"),
            ("", "KRW", "unsaid"),
            ("  ", "", "unsaid"),
            ("0", "KRW", "on request"),
            ("0.00 USD", "", "on request"),
            ("가격문의", "", "on request"),
        ] {
            assert_eq!(said(cell, usual), Ok(expected.to_owned()), "{cell:?} in {usual:?}");
        }
    }

    #[test]
    fn what_nobody_can_tell_is_refused() {
        for (cell, usual, expected) in [
            ("무료", "KRW", Reason::NotAPrice),
            ("free", "USD", Reason::NotAPrice),
            ("-5", "USD", Reason::NegativePrice),
            ("−5,000원", "", Reason::NegativePrice),
            ("$-5.00", "", Reason::NegativePrice),
            ("(12.50)", "USD", Reason::NegativePrice),
            ("12.50", "", Reason::NoCurrency),
            ("12.50 ABC", "", Reason::UnknownCurrency),
            ("12.50 apples", "USD", Reason::NotAPrice),
            ("$12.50 EUR", "", Reason::NotAPrice),
            ("9.99", "KRW", Reason::NotAPrice),
            ("12.345", "USD", Reason::NotAPrice),
            ("1.234", "EUR", Reason::NotAPrice),
            ("12.3456", "USD", Reason::NotAPrice),
            ("1,23,456", "INR", Reason::NotAPrice),
            ("1.234,567,8", "EUR", Reason::NotAPrice),
            ("12~15", "USD", Reason::NotAPrice),
            ("10 20", "USD", Reason::NotAPrice),
            ("1e3", "USD", Reason::NotAPrice),
            ("NaN", "USD", Reason::NotAPrice),
            ("99999999999999999999", "KRW", Reason::NotAPrice),
            ("<b>5</b>", "USD", Reason::NotAPrice),
        ] {
            assert_eq!(said(cell, usual), Err(expected), "{cell:?} in {usual:?}");
        }
    }

    proptest! {
        #[test]
        fn whole_won_are_read_back_however_they_are_grouped(amount in 1i64..1_000_000_000_000) {
            let digits = amount.to_string();
            let grouped = |by: &str| digits.as_bytes().rchunks(3).rev().map(String::from_utf8_lossy).collect::<Vec<_>>().join(by);
            for text in [digits.clone(), grouped(","), grouped("."), format!("₩{}", grouped(",")), format!("{} KRW", grouped(" "))] {
                prop_assert_eq!(read(&text, Some(Currency::KRW)), Ok(Read::Amount(Money { minor: amount, currency: Currency::KRW })), "{}", text);
            }
        }

        #[test]
        fn no_cell_is_too_odd(cell in "\\PC{0,20}|[-0-9.,₩$ ]{0,12}") {
            if let Ok(Read::Amount(money)) = read(&cell, Some(Currency::KRW)) {
                prop_assert!(money.minor > 0);
            }
        }
    }
}
