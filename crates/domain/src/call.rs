//! Calls: somebody on the floor wants a person to come.

use crate::instant::{Instant, Span};
use serde::{Deserialize, Serialize};

/// A call that nobody has answered for so long is told to the shopper and to the manager.
const UNANSWERED: Span = Span::minutes(3);
/// A call that nobody has ended for so long has ended: whoever made it has gone.
const OVER: Span = Span::hours(2);
/// Characters of what a shopper adds.
pub const LONGEST_WORDS: usize = 120;

/// What somebody wants.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub enum CallWish {
    /// To ask something.
    Question,
    /// The same in another size or colour.
    Another,
    /// To try it on, or to try it out.
    Try,
    /// What stands behind glass.
    Open,
    /// A hand to carry.
    Carry,
    /// A wish that a newer program knows.
    #[serde(other)]
    Other,
}

/// Where a call is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CallState {
    /// Nobody has answered yet.
    Sent,
    /// Nobody has answered for three minutes.
    Late,
    /// Somebody is coming.
    Coming,
    /// It is over.
    Closed,
}

/// What a call's state follows from. Read by time: nothing waits for a sweep.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CallTimes {
    /// When it was made.
    pub asked_at: Instant,
    /// When somebody answered.
    pub answered_at: Option<Instant>,
    /// When somebody ended it.
    pub closed_at: Option<Instant>,
}

impl CallWish {
    /// Those that are offered, in this order.
    pub const ALL: [Self; 5] = [Self::Question, Self::Another, Self::Try, Self::Open, Self::Carry];

    /// The name in the database, the same as on the wire.
    pub fn name(self) -> &'static str {
        match self {
            Self::Question => "question",
            Self::Another => "another",
            Self::Try => "try",
            Self::Open => "open",
            Self::Carry => "carry",
            Self::Other => "other",
        }
    }
}

impl CallTimes {
    /// Where it is now.
    pub fn state(self, now: Instant) -> CallState {
        let waited = now.since(self.asked_at);
        match (self.closed_at, self.answered_at) {
            (Some(_), _) => CallState::Closed,
            _ if waited >= OVER => CallState::Closed,
            (_, Some(_)) => CallState::Coming,
            _ if waited >= UNANSWERED => CallState::Late,
            _ => CallState::Sent,
        }
    }
}

/// What was asked before this moment is over, whoever forgot to say so.
pub fn over_before(now: Instant) -> Instant {
    now - OVER
}

#[cfg(test)]
mod tests {
    use super::*;

    const ASKED: Instant = Instant::from_millis(1_795_320_000_000);

    #[test]
    fn a_call_is_late_after_three_minutes_and_over_after_two_hours() {
        let open = CallTimes { asked_at: ASKED, answered_at: None, closed_at: None };
        let coming = CallTimes { answered_at: Some(ASKED + Span::minutes(4)), ..open };
        let closed = CallTimes { closed_at: Some(ASKED + Span::minutes(5)), ..coming };
        let nearly = |span: Span| ASKED + Span::millis(span.as_millis() - 1);
        for (call, now, state) in [
            (open, ASKED, CallState::Sent),
            (open, nearly(UNANSWERED), CallState::Sent),
            (open, ASKED + UNANSWERED, CallState::Late),
            (coming, ASKED + Span::minutes(30), CallState::Coming),
            (coming, nearly(OVER), CallState::Coming),
            (coming, ASKED + OVER, CallState::Closed),
            (open, ASKED + OVER, CallState::Closed),
            (closed, ASKED + Span::minutes(5), CallState::Closed),
        ] {
            assert_eq!(call.state(now), state, "{call:?} at {now:?}");
        }
        assert_eq!(over_before(ASKED + OVER), ASKED);
    }

    #[test]
    fn the_name_in_the_database_is_the_name_on_the_wire() {
        for wish in CallWish::ALL {
            assert_eq!(serde_json::to_value(wish).expect("a name"), wish.name());
        }
        assert_eq!(serde_json::from_str::<CallWish>("\"a-song\"").expect("a wish"), CallWish::Other);
    }
}
