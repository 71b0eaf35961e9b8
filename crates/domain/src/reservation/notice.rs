//! What a shopper with an address is told, and until when it is worth telling.

use super::State;

/// What a notice says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Notice {
    /// It is asked for; here is the ticket.
    Confirmed,
    /// Something was not found; the shopper is asked.
    Decision,
    /// It waits in its bin.
    Ready,
    /// Staff lets it wait longer.
    Extended,
    /// It will not be.
    Ended,
}

impl Notice {
    /// All there are.
    pub const ALL: [Self; 5] = [Self::Confirmed, Self::Decision, Self::Ready, Self::Extended, Self::Ended];

    /// Its name in the database and in `locales/`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Confirmed => "confirmed",
            Self::Decision => "decision",
            Self::Ready => "ready",
            Self::Extended => "extended",
            Self::Ended => "ended",
        }
    }

    /// The notice of a name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|notice| notice.name() == name)
    }

    /// Whether it still holds while the reservation is in `state`; one that came late is dropped, not sent.
    pub fn holds_in(self, state: State) -> bool {
        match self {
            Self::Confirmed => matches!(state, State::Placed | State::Picking | State::NeedsDecision),
            Self::Decision => state == State::NeedsDecision,
            Self::Ready | Self::Extended => state == State::Ready,
            Self::Ended => matches!(state, State::Cancelled | State::Rejected),
        }
    }

    /// The one that tells of a state: what becomes of it is what screens show.
    pub fn of(state: State) -> Option<Self> {
        match state {
            State::Placed | State::Picking => Some(Self::Confirmed),
            State::NeedsDecision => Some(Self::Decision),
            State::Ready => Some(Self::Ready),
            State::Cancelled | State::Rejected => Some(Self::Ended),
            State::Held | State::Collected | State::Expired | State::NoShow | State::Other => None,
        }
    }
}
