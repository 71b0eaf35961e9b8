//! An order that nobody accepts is said again: to everybody at the desk, then to a manager. Nothing changes by it.

use super::{State, Timers};
use crate::instant::Instant;

/// Who is reminded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Nudge {
    /// Whoever is at the desk.
    Staff,
    /// And a manager.
    Manager,
}

impl Timers {
    /// Who is to be reminded of an order that is in `state` since then.
    pub fn nudge(&self, state: State, since: Instant, now: Instant) -> Option<Nudge> {
        let waited = now.since(since);
        match state {
            State::Placed if waited >= self.nudge_manager => Some(Nudge::Manager),
            State::Placed if waited >= self.nudge_staff => Some(Nudge::Staff),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::instant::Span;

    #[test]
    fn after_five_minutes_staff_is_nudged_after_fifteen_the_manager_and_about_what_is_placed_only() {
        let (timers, since) = (Timers::default(), Instant::from_millis(1_795_320_000_000));
        let table = [(0, None), (299, None), (300, Some(Nudge::Staff)), (899, Some(Nudge::Staff)), (900, Some(Nudge::Manager))];
        for (seconds, nudge) in table {
            assert_eq!(timers.nudge(State::Placed, since, since + Span::seconds(seconds)), nudge, "{seconds}");
        }
        for state in [State::Held, State::Picking, State::NeedsDecision, State::Ready, State::Collected, State::Other] {
            assert_eq!(timers.nudge(state, since, since + Span::hours(9)), None, "{state:?}");
        }
        assert_eq!(timers.nudge(State::Placed, since + Span::hours(1), since), None, "a clock that is behind");
    }
}
