//! Opening hours in the store's own time zone, as UTC windows. The only place that knows time zones.

use crate::store::stores::Kept;
use api::store::Opening;
use domain::{Instant, Span};
use jiff::civil::{Date, DateTime, Time};
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan as _, Zoned};

/// Getting one order ready.
const PREPARATION: Span = Span::minutes(15);
/// What each order that waits already adds.
const PER_ORDER: Span = Span::minutes(3);

/// Opening windows that end after `now`, over the next `days` days, in order.
pub fn opening(store: &Kept, now: Instant, days: i32) -> Vec<Opening> {
    let today = local(store, now).date();
    let windows = (-1..days).filter_map(|offset| window(store, today.checked_add(offset.days()).ok()?));
    windows.filter(|window| window.until > now).collect()
}

/// When an order placed now should be ready, with `queue` orders before it: inside opening hours, else after the next opening.
pub fn promise(store: &Kept, now: Instant, queue: u32) -> Instant {
    let work = Span::millis(PREPARATION.as_millis() + PER_ORDER.as_millis() * i64::from(queue.min(20)));
    let windows = opening(store, now, 14);
    let mut starts = windows.iter().map(|window| (window.from.max(now) + work, window.until));
    starts.find(|(ready, until)| ready <= until).map_or(now + work, |(ready, _)| ready)
}

/// Until when goods that are ready now wait: the end of the next business day after today, the closing minute included.
pub fn pickup_by(store: &Kept, now: Instant) -> Instant {
    next_business_day(store, now).map_or(now + Span::hours(48), |window| window.until + Span::minutes(1) - Span::millis(1))
}

/// Until when scarce goods that are ready now wait: so long with the doors open.
pub fn scarce_pickup_by(store: &Kept, now: Instant) -> Instant {
    let mut left = store.settings.timers.scarce.as_millis();
    for window in opening(store, now, 14) {
        let from = window.from.max(now);
        let open = window.until.since(from).as_millis();
        if left <= open {
            return from + Span::millis(left);
        }
        left -= open;
    }
    now + Span::hours(48)
}

/// The store's calendar and clock at a moment.
pub fn civil(store: &Kept, at: Instant) -> DateTime {
    local(store, at).datetime()
}

/// Until when it matters what somebody saw in the store: doors open again on another day.
pub fn news_until(store: &Kept, seen_at: Instant) -> Instant {
    next_business_day(store, seen_at).map_or(seen_at + Span::hours(24), |window| window.from)
}

fn next_business_day(store: &Kept, now: Instant) -> Option<Opening> {
    let tomorrow = local(store, now).date().checked_add(1.day()).ok()?;
    (0..14).find_map(|offset| window(store, tomorrow.checked_add(offset.days()).ok()?))
}

/// The store's date: `2026-11-22`.
pub fn day(store: &Kept, now: Instant) -> String {
    local(store, now).date().to_string()
}

/// The store's day as a number: days since 1970-01-01 in its time zone.
pub fn day_number(store: &Kept, at: Instant) -> i32 {
    let days = (at.millis() + offset(store, at).as_millis()).div_euclid(Span::hours(24).as_millis());
    i32::try_from(days).unwrap_or(0)
}

/// Noon of a day of that number: whichever zone shows it, the date is the store's.
pub fn noon(store: &Kept, day: i64) -> Instant {
    let at = Instant::from_millis(day * Span::hours(24).as_millis() + Span::hours(12).as_millis());
    at - offset(store, at)
}

/// How far the store's clock is ahead of UTC.
pub fn offset(store: &Kept, at: Instant) -> Span {
    Span::seconds(i64::from(local(store, at).offset().seconds()))
}

/// A minute of today or tomorrow on the store's clock; `None` where a day has no such minute.
pub fn minute_of_day(store: &Kept, now: Instant, tomorrow: bool, minute: u16) -> Option<Instant> {
    let today = local(store, now).date();
    let day = if tomorrow { today.checked_add(1.day()).ok()? } else { today };
    (minute < 24 * 60).then(|| moment(store, day, minute)).flatten()
}

/// When the store's day began.
pub fn midnight(store: &Kept, now: Instant) -> Instant {
    let start = local(store, now).start_of_day();
    start.map_or(now - Span::hours(24), |start| Instant::from_millis(start.timestamp().as_millisecond()))
}

fn zone(store: &Kept) -> TimeZone {
    TimeZone::get(&store.time_zone).unwrap_or(TimeZone::UTC)
}

fn local(store: &Kept, now: Instant) -> Zoned {
    Timestamp::from_millisecond(now.millis()).unwrap_or(Timestamp::UNIX_EPOCH).to_zoned(zone(store))
}

fn window(store: &Kept, day: Date) -> Option<Opening> {
    let weekday = usize::try_from(day.weekday().to_monday_zero_offset()).ok()?;
    let (opens, closes) = store.days.get(&day.to_string()).copied().unwrap_or(store.hours[weekday])?;
    Some(Opening { from: moment(store, day, opens)?, until: moment(store, day, closes)? })
}

/// Minutes may run past midnight: a shop that closes at 02:00 closes at 1,560.
fn moment(store: &Kept, day: Date, minutes: u16) -> Option<Instant> {
    let midnight = day.to_datetime(Time::midnight());
    let at = midnight.checked_add(i64::from(minutes).minutes()).ok()?;
    Some(Instant::from_millis(at.to_zoned(zone(store)).ok()?.timestamp().as_millisecond()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::{Currency, Text};

    fn store() -> Kept {
        let id = uuid::Uuid::nil();
        Kept {
            id: domain::ids::StoreId::new(id),
            org: domain::ids::OrgId::new(id),
            slug: "s".into(),
            name: Text::default(),
            address: Text::default(),
            time_zone: "Asia/Seoul".into(),
            currency: Currency::KRW,
            languages: Vec::new(),
            place: (0, 0),
            // Closed on Mondays.
            hours: [None, Some((660, 1320)), Some((660, 1320)), Some((660, 1320)), Some((660, 1320)), Some((600, 1320)), Some((600, 1260))],
            days: std::collections::BTreeMap::new(),
            settings: crate::store::stores::Settings::default(),
        }
    }

    /// In New York, every day from 09:00 to 17:00: clocks go back on 1 November 2026.
    fn new_york() -> Kept {
        Kept { time_zone: "America/New_York".into(), hours: [Some((540, 1020)); 7], ..store() }
    }

    fn at(text: &str) -> Instant {
        Instant::from_rfc3339(text).expect("a moment")
    }

    #[test]
    fn a_promise_made_in_opening_hours_is_minutes_away() {
        // Sunday 14:00 in Seoul.
        assert_eq!(promise(&store(), at("2026-11-22T05:00:00Z"), 2), at("2026-11-22T05:21:00Z"));
    }

    #[test]
    fn a_promise_near_closing_is_for_the_next_opening() {
        // Sunday 20:55; closed on Monday; Tuesday opens at 11:00.
        assert_eq!(promise(&store(), at("2026-11-22T11:55:00Z"), 0), at("2026-11-24T02:15:00Z"));
    }

    #[test]
    fn what_is_ready_waits_to_the_closing_minute_of_the_next_business_day() {
        assert_eq!(pickup_by(&store(), at("2026-11-22T05:00:00Z")), at("2026-11-24T13:00:59.999Z"));
    }

    #[test]
    fn a_holiday_is_skipped_and_a_short_day_ends_early() {
        let mut store = store();
        // Tuesday is a holiday, Wednesday closes at 15:00.
        store.days = [("2026-11-24".to_owned(), None), ("2026-11-25".to_owned(), Some((660, 900)))].into();
        assert_eq!(promise(&store, at("2026-11-22T11:55:00Z"), 0), at("2026-11-25T02:15:00Z"));
        assert_eq!(pickup_by(&store, at("2026-11-22T05:00:00Z")), at("2026-11-25T06:00:59.999Z"));
        assert!(opening(&store, at("2026-11-23T15:00:00Z"), 1).is_empty());
    }

    #[test]
    fn a_day_off_that_is_open_once_is_a_business_day() {
        let mut store = store();
        store.days = [("2026-11-23".to_owned(), Some((720, 1080)))].into();
        assert_eq!(pickup_by(&store, at("2026-11-22T05:00:00Z")), at("2026-11-23T09:00:59.999Z"));
    }

    #[test]
    fn scarce_goods_wait_two_hours_of_open_doors() {
        // Sunday 14:00.
        assert_eq!(scarce_pickup_by(&store(), at("2026-11-22T05:00:00Z")), at("2026-11-22T07:00:00Z"));
        // Sunday 20:30: half an hour, then closed on Monday, then from Tuesday 11:00 the rest.
        assert_eq!(scarce_pickup_by(&store(), at("2026-11-22T11:30:00Z")), at("2026-11-24T03:30:00Z"));
    }

    #[test]
    fn when_clocks_change_doors_keep_their_hours_and_nothing_ends_early() {
        let (before, after) = (at("2026-10-31T14:00:00Z"), at("2026-11-02T15:00:00Z"));
        // Saturday 10:00 in summer time; Sunday closes at 17:00 in winter time.
        assert_eq!(pickup_by(&new_york(), before), at("2026-11-01T22:00:59.999Z"));
        assert_eq!(opening(&new_york(), after, 1)[0].from, at("2026-11-02T14:00:00Z"));
        // The night has 25 hours: from Saturday's closing to Sunday's opening.
        let windows = opening(&new_york(), before, 2);
        assert_eq!(windows[1].from.since(windows[0].until), Span::hours(17));
    }

    #[test]
    fn what_was_seen_matters_until_doors_open_on_another_day() {
        // Sunday afternoon, closed on Monday, open on Tuesday at 11:00.
        assert_eq!(news_until(&store(), at("2026-11-22T05:00:00Z")), at("2026-11-24T02:00:00Z"));
    }

    #[test]
    fn a_day_ends_at_the_stores_midnight() {
        let day = |text| day_number(&store(), at(text));
        assert_eq!(day("1970-01-01T00:00:00Z"), 0);
        assert_eq!(day("2026-11-22T15:00:00Z"), day("2026-11-22T14:59:59.999Z") + 1);
        assert_eq!(noon(&store(), day("2026-11-22T14:59:00Z").into()), at("2026-11-22T03:00:00Z"));
    }

    #[test]
    fn a_minute_of_today_or_tomorrow_is_on_the_stores_clock() {
        let at_half_six = |tomorrow| minute_of_day(&store(), at("2026-11-22T16:00:00Z"), tomorrow, 18 * 60 + 30);
        assert_eq!(at_half_six(false), Some(at("2026-11-23T09:30:00Z")));
        assert_eq!(at_half_six(true), Some(at("2026-11-24T09:30:00Z")));
        assert_eq!(minute_of_day(&store(), at("2026-11-22T16:00:00Z"), false, 24 * 60), None);
    }

    #[test]
    fn the_day_is_the_stores_own() {
        assert_eq!(day(&store(), at("2026-11-22T16:00:00Z")), "2026-11-23");
        assert_eq!(midnight(&store(), at("2026-11-22T16:00:00Z")), at("2026-11-22T15:00:00Z"));
    }
}
