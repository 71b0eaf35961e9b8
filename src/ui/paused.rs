//! Why a store takes no new reservations, in words.

use crate::i18n::{Words, t_string};
use domain::pause::PauseReason;

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
