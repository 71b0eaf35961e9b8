//! A moment by the store's clock, as people say it.

use crate::browser::clock;
use crate::browser::intl::{self, Moment};
use crate::i18n::{Words, language_of, t_string};
use domain::{Instant, Language, Span};

/// The time today or tomorrow, the day with it on another.
pub fn when(i18n: Words, moment: Instant, zone: &str) -> String {
    let language = language_of(i18n.get_locale());
    let time = intl::moment(moment, Moment::Time, language, Some(zone));
    let day = day(moment, language, zone);
    if day == self::day(clock::now(), language, zone) {
        t_string!(i18n, reserve.today, time = time)
    } else if day == self::day(clock::now() + Span::hours(24), language, zone) {
        t_string!(i18n, reserve.tomorrow, time = time)
    } else {
        format!("{} {time}", intl::moment(moment, Moment::Day, language, Some(zone)))
    }
}

/// Whether the store's day is the same.
pub fn is_today(moment: Instant, zone: &str) -> bool {
    day(moment, Language::EN, zone) == day(clock::now(), Language::EN, zone)
}

fn day(at: Instant, language: Language, zone: &str) -> String {
    intl::moment(at, Moment::Date, language, Some(zone))
}
