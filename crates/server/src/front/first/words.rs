//! Amounts as first content writes them.

use crate::words::say;
use domain::{Currency, Language, Money};

/// An amount as the program writes it.
pub(super) fn money(language: Language, money: Money) -> String {
    match money.currency {
        Currency::KRW => say(language, "common.price.won", &[("amount", &grouped(money.minor))]),
        currency => format!("{} {currency}", decimal(money)),
    }
}

/// In the currency's unit, as machines read it: `12.50`.
pub(super) fn decimal(money: Money) -> String {
    let digits = usize::from(money.currency.exponent());
    let text = format!("{:0width$}", money.minor.unsigned_abs(), width = digits + 1);
    let (whole, fraction) = text.split_at(text.len() - digits);
    let sign = if money.minor < 0 { "-" } else { "" };
    if fraction.is_empty() { format!("{sign}{whole}") } else { format!("{sign}{whole}.{fraction}") }
}

fn grouped(number: i64) -> String {
    let digits = number.unsigned_abs().to_string();
    let mut text = String::from(if number < 0 { "-" } else { "" });
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_sentence_that_first_content_says_is_in_both_languages() {
        let keys = [
            "common.price.won",
            "common.price.ask",
            "common.price.before",
            "common.rating.none",
            "common.rating.count",
            "common.rating.spoken",
            "product.here_none",
            "product.here_last",
            "product.here_count",
        ];
        for key in keys {
            for language in [Language::KO, Language::EN] {
                assert!(!say(language, key, &[]).is_empty(), "{key} is missing in {language}");
            }
        }
        assert_eq!(say(Language::KO, "common.no.such.key", &[]), "");
    }

    #[test]
    fn amounts_are_written_in_their_unit() {
        let of = |minor, currency: &str| Money { minor, currency: currency.parse().expect("a currency") };
        assert_eq!(money(Language::KO, of(1_259_000, "KRW")), "1,259,000원");
        assert_eq!(decimal(of(1250, "USD")), "12.50");
        assert_eq!(decimal(of(5, "USD")), "0.05");
        assert_eq!(decimal(of(-59_000, "KRW")), "-59000");
    }
}
