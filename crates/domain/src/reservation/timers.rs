//! How long things wait, per store.

use crate::instant::Span;
use serde::{Deserialize, Serialize};

/// The timers of domain.md §4; `Default` has its figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Timers {
    /// A hold lasts this long after the last activity.
    pub hold: Span,
    /// A hold never lasts longer than this from its start.
    pub hold_cap: Span,
    /// Staff is nudged about a placed order after this.
    pub nudge_staff: Span,
    /// The manager is nudged after this.
    pub nudge_manager: Span,
    /// A placed order that nobody accepts is rejected this long after its promise.
    pub unaccepted: Span,
    /// A picker who does not scan for this long gives the order back.
    pub picking_idle: Span,
    /// A shopper has this long to decide about missing units.
    pub decision: Span,
    /// Scarce goods wait this long of the store's opening time, instead of to the end of the next business day.
    pub scarce: Span,
}

impl Default for Timers {
    fn default() -> Self {
        Self {
            hold: Span::minutes(10),
            hold_cap: Span::minutes(30),
            nudge_staff: Span::minutes(5),
            nudge_manager: Span::minutes(15),
            unaccepted: Span::hours(24),
            picking_idle: Span::minutes(30),
            decision: Span::minutes(15),
            scarce: Span::hours(2),
        }
    }
}
