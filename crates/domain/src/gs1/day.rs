//! Days as codes carry them: six digits, YYMMDD.

use crate::{Instant, Span};

/// The day of an AI 11–17, at midnight UTC; `None` for what is no day. Day 00 is the month's last (GS1 General Specifications §3.4),
/// and the century is the one that brings the year within 50 of `now` (§7.12).
pub fn day(value: &str, now: Instant) -> Option<Instant> {
    super::ai::find("17").filter(|row| row.check(value).is_ok())?;
    let two = |at: usize| value.get(at..at + 2).and_then(|digits| digits.parse::<i32>().ok());
    let (short, month, day) = (two(0)?, two(2)?, two(4)?);
    let this = now.to_rfc3339().get(..4)?.parse::<i32>().ok()?;
    let year = match short - this % 100 {
        51.. => this - this % 100 - 100 + short,
        ..=-50 => this - this % 100 + 100 + short,
        _ => this - this % 100 + short,
    };
    let at = |year: i32, month: i32, day: i32| Instant::from_rfc3339(&format!("{year:04}-{month:02}-{day:02}T00:00:00Z")).ok();
    match (day, month) {
        (0, 12) => at(year + 1, 1, 1).map(|next| next - Span::hours(24)),
        (0, _) => at(year, month + 1, 1).map(|next| next - Span::hours(24)),
        _ => at(year, month, day),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn six_digits_are_a_day_of_the_near_century() {
        let now = Instant::from_rfc3339("2026-11-25T12:00:00Z").expect("an instant");
        let cases = [
            ("261231", Some("2026-12-31")),
            ("270200", Some("2027-02-28")),
            ("281200", Some("2028-12-31")),
            ("280229", Some("2028-02-29")),
            ("770101", Some("1977-01-01")),
            ("760101", Some("2076-01-01")),
            ("260229", None),
            ("2612", None),
            ("26123x", None),
        ];
        for (value, expected) in cases {
            assert_eq!(day(value, now).map(|at| at.to_rfc3339()[..10].to_owned()).as_deref(), expected, "{value}");
        }
    }
}
