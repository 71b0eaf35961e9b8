//! How long until a promise, or how late it is.

use crate::browser::intl::{self, Moment};
use crate::i18n::{Words, t_string};
use domain::{Instant, Language};

/// Beyond this many minutes hours are told.
const MINUTES_TOLD: i64 = 120;
/// Beyond this distance a time needs its day.
const SAME_DAY: i64 = 12 * 60;

/// In whole minutes, at least one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Due {
    Left(i64),
    Late(i64),
}

impl Due {
    pub fn of(promise: Instant, now: Instant) -> Self {
        let millis = promise.since(now).as_millis();
        let minutes = (millis.abs() + 59_999) / 60_000;
        if millis >= 0 { Self::Left(minutes.max(1)) } else { Self::Late(minutes) }
    }

    pub fn is_late(self) -> bool {
        matches!(self, Self::Late(_))
    }

    /// "11분 남음", "4분 늦음".
    pub fn words(self, i18n: Words) -> String {
        let hours = |minutes: i64| (minutes / 60).to_string();
        match self {
            Self::Left(minutes) if minutes >= MINUTES_TOLD => t_string!(i18n, desk.due.hours_left, count = hours(minutes)),
            Self::Left(minutes) => t_string!(i18n, desk.due.left, count = minutes.to_string()),
            Self::Late(minutes) if minutes >= MINUTES_TOLD => t_string!(i18n, desk.due.hours_late, count = hours(minutes)),
            Self::Late(minutes) => t_string!(i18n, desk.due.late, count = minutes.to_string()),
        }
    }
}

/// 14:35, with its day where that is not today.
pub(super) fn time(at: Instant, now: Instant, language: Language, zone: Option<&str>) -> String {
    let is_near = at.since(now).as_minutes().abs() < SAME_DAY;
    intl::moment(at, if is_near { Moment::Time } else { Moment::DayAndTime }, language, zone)
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::instant::Span;

    #[test]
    fn a_begun_minute_counts() {
        let now = Instant::from_millis(1_800_000_000_000);
        for (seconds, due) in [(601, Due::Left(11)), (600, Due::Left(10)), (0, Due::Left(1)), (-1, Due::Late(1)), (-240, Due::Late(4))] {
            assert_eq!(Due::of(now + Span::seconds(seconds), now), due, "{seconds}");
        }
    }
}
