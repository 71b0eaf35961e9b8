//! Why a store takes no new reservations, in words.

use crate::browser::clock;
use crate::browser::intl::{self, Moment};
use crate::i18n::{Words, language_of, t_string};
use api::store::Pause;
use domain::pause::PauseReason;
use domain::{Instant, Span};

/// A time of day alone means today.
const TODAY: Span = Span::hours(12);

/// For shoppers: why, what the manager adds, and from when on they can reserve again.
pub fn sentence(i18n: Words, pause: &Pause, zone: Option<&str>) -> String {
    let why = [reason(i18n, pause.reason), &pause.words].join(" ").trim().to_owned();
    t_string!(i18n, pause.product_note, reason = why, time = end(i18n, pause.until, zone))
}

/// When it ends, on the store's clock; of another day with its date.
pub fn end(i18n: Words, until: Instant, zone: Option<&str>) -> String {
    let what = if until.since(clock::now()) < TODAY { Moment::Time } else { Moment::DayAndTime };
    intl::moment(until, what, language_of(i18n.get_locale()), zone)
}

/// A sentence.
pub fn reason(i18n: Words, reason: PauseReason) -> &'static str {
    match reason {
        PauseReason::Busy => t_string!(i18n, pause.reason.busy),
        PauseReason::Stocktaking => t_string!(i18n, pause.reason.stocktaking),
        PauseReason::Event => t_string!(i18n, pause.reason.event),
        PauseReason::Trouble => t_string!(i18n, pause.reason.trouble),
        PauseReason::Other => t_string!(i18n, pause.reason.other),
    }
}
