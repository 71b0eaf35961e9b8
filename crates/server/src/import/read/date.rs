//! Moments in cells.
//!
//! Read: RFC 3339; `2025-04-30`, `2025/04/30`, `2025.04.30`, `2025. 4. 30.`, `20250430`, `2025년 4월 30일`, each also with a time;
//! `15.02.21`, which is year, month, day as Korean sites write it. Refused: `04/05/2025` and its like, which is April to one and May to
//! another; so is `30.04.25`.

use domain::Instant;
use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;

/// Before this no shop had a web page, and 70 is 1970.
const FIRST_YEAR: i16 = 1970;
/// After it no date is meant.
const LAST_YEAR: i16 = 2200;

/// The moment; midnight where only a day is said, in `zone` where no offset is.
pub fn read(text: &str, zone: &TimeZone) -> Option<Instant> {
    moment(text, zone).map(|(instant, _)| instant)
}

/// As [`read`]; the end of the day where only a day is said: a sale until Friday is a sale on Friday.
pub fn read_end(text: &str, zone: &TimeZone) -> Option<Instant> {
    let (instant, is_day) = moment(text, zone)?;
    if !is_day {
        return Some(instant);
    }
    let day = jiff::Timestamp::from_millisecond(instant.millis()).ok()?.to_zoned(zone.clone()).date();
    of(day.tomorrow().ok()?, Time::midnight(), zone)
}

/// The moment, and whether only its day was said.
fn moment(text: &str, zone: &TimeZone) -> Option<(Instant, bool)> {
    let text = text.trim();
    if let Ok(exact) = text.parse::<jiff::Timestamp>() {
        let instant = Instant::from_millis(exact.as_millisecond());
        return (instant.millis() >= 0).then_some((instant, false));
    }
    let (day, time) = parts(text);
    let day = date(&day)?;
    match time {
        None => of(day, Time::midnight(), zone).map(|instant| (instant, true)),
        Some(time) => of(day, time.parse().ok()?, zone).map(|instant| (instant, false)),
    }
}

fn of(day: Date, time: Time, zone: &TimeZone) -> Option<Instant> {
    let moment = day.to_datetime(time).to_zoned(zone.clone()).ok()?;
    (FIRST_YEAR..=LAST_YEAR).contains(&day.year()).then(|| Instant::from_millis(moment.timestamp().as_millisecond()))
}

/// The day without blanks, and the time where one follows.
fn parts(text: &str) -> (String, Option<&str>) {
    let (day, time) = match text.split_once('T') {
        Some((day, time)) => (day, Some(time.trim_end_matches('Z'))),
        None => match text.rfind(' ').filter(|at| text[*at..].contains(':')) {
            Some(at) => (&text[..at], Some(text[at..].trim())),
            None => (text, None),
        },
    };
    (day.replace(' ', ""), time)
}

fn date(text: &str) -> Option<Date> {
    let korean = domain::import::words::plain_day(text);
    let text = korean.trim_end_matches('.');
    let parts: Vec<&str> = match text {
        text if text.len() == 8 && text.bytes().all(|byte| byte.is_ascii_digit()) => vec![&text[..4], &text[4..6], &text[6..]],
        text => text.split(text.chars().find(|letter| !letter.is_ascii_digit())?).collect(),
    };
    let [year, month, day] = parts[..] else { return None };
    let is_short = year.len() == 2 && korean.contains('.') && month.len() == 2 && day.len() == 2;
    if !(year.len() == 4 || is_short) || month.len() > 2 || day.len() > 2 {
        return None;
    }
    let number = |text: &str| text.parse::<i16>().ok();
    let century = if is_short { 2000 } else { 0 };
    // `30.04.25` would be 2030: no review is from the future, and a writer who starts with the day means another one.
    let year = number(year)? + century;
    if is_short && !(2000..2026).contains(&year) {
        return None;
    }
    Date::new(year, i8::try_from(number(month)?).ok()?, i8::try_from(number(day)?).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_is_read_where_only_one_can_be_meant() {
        for (text, expected) in [
            ("2025-04-30T09:41:02.053Z", Some("2025-04-30T09:41:02.053Z")),
            ("2025-04-30T09:41:02+09:00", Some("2025-04-30T00:41:02.000Z")),
            ("2025-04-30", Some("2025-04-30T00:00:00.000Z")),
            ("2025/04/30", Some("2025-04-30T00:00:00.000Z")),
            ("2025. 4. 30.", Some("2025-04-30T00:00:00.000Z")),
            ("2025년 4월 30일", Some("2025-04-30T00:00:00.000Z")),
            ("20250430", Some("2025-04-30T00:00:00.000Z")),
            ("2025-04-30 09:41", Some("2025-04-30T09:41:00.000Z")),
            ("2025-04-30T09:41:02", Some("2025-04-30T09:41:02.000Z")),
            ("15.02.21", Some("2015-02-21T00:00:00.000Z")),
            ("04/05/2025", None),
            ("10/14/15, 8:57 PM", None),
            ("30.04.25", None),
            ("30.04.2025", None),
            ("2025-02-30", None),
            ("0001-01-01", None),
            ("yesterday", None),
            ("", None),
            ("12:00", None),
        ] {
            assert_eq!(read(text, &TimeZone::UTC).map(Instant::to_rfc3339).as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn a_day_is_the_stores_and_a_sale_lasts_to_its_end() {
        let seoul = TimeZone::get("Asia/Seoul").expect("a zone");
        assert_eq!(read("2025-04-30", &seoul).map(Instant::to_rfc3339).as_deref(), Some("2025-04-29T15:00:00.000Z"));
        assert_eq!(read_end("2025-04-30", &seoul).map(Instant::to_rfc3339).as_deref(), Some("2025-04-30T15:00:00.000Z"));
        assert_eq!(read_end("2025-04-30T09:00:00Z", &seoul).map(Instant::to_rfc3339).as_deref(), Some("2025-04-30T09:00:00.000Z"));
    }
}
