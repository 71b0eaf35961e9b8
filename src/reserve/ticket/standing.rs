//! Each state in words: what it is, what happens next, by when.

use crate::i18n::{Words, t_string};
use crate::reserve::when::when;
use api::reservation::Ticket;
use domain::Instant;
use domain::reservation::{IN_HAND, NOTHING_LEFT, State, UNACCEPTED};

/// Where a ticket stands, as far as its words differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// A name is still missing.
    Held,
    /// Asked for.
    Placed,
    /// Being fetched.
    Picking,
    /// The shopper is asked.
    NeedsDecision,
    /// Waits in its bin.
    Ready,
    /// Handed over.
    Collected,
    /// Called off.
    Cancelled,
    /// Somebody in the shop had it in hand before it was confirmed.
    InHand,
    /// Nobody took it on in time.
    Unaccepted,
    /// Nothing of it was left.
    NothingLeft,
    /// The store could not, for a reason of its own.
    Rejected,
    /// Never confirmed.
    Expired,
    /// Nobody came.
    NoShow,
    /// Something that a newer server knows.
    Other,
}

impl Standing {
    /// Of a ticket.
    pub fn of(ticket: &Ticket) -> Self {
        match (ticket.state, ticket.ended_because.as_deref()) {
            (State::Held, _) => Self::Held,
            (State::Placed, _) => Self::Placed,
            (State::Picking, _) => Self::Picking,
            (State::NeedsDecision, _) => Self::NeedsDecision,
            (State::Ready, _) => Self::Ready,
            (State::Collected, _) => Self::Collected,
            (State::Cancelled, Some(IN_HAND)) => Self::InHand,
            (State::Cancelled, _) => Self::Cancelled,
            (State::Rejected, Some(UNACCEPTED)) => Self::Unaccepted,
            (State::Rejected, Some(NOTHING_LEFT)) => Self::NothingLeft,
            (State::Rejected, _) => Self::Rejected,
            (State::Expired, _) => Self::Expired,
            (State::NoShow, _) => Self::NoShow,
            (State::Other, _) => Self::Other,
        }
    }

    /// Whether anything may still happen to it.
    pub fn is_alive(self) -> bool {
        matches!(self, Self::Held | Self::Placed | Self::Picking | Self::NeedsDecision | Self::Ready | Self::Other)
    }

    /// How far it has come, of four steps; `None` where it left the way.
    pub fn step(self) -> Option<usize> {
        match self {
            Self::Placed => Some(0),
            Self::Picking | Self::NeedsDecision => Some(1),
            Self::Ready => Some(2),
            Self::Collected => Some(3),
            _ => None,
        }
    }

    /// For `data-state`.
    pub fn mood(self) -> &'static str {
        match self {
            Self::Ready => "ready",
            Self::NeedsDecision | Self::Held => "asks",
            Self::Placed | Self::Picking | Self::Other => "waits",
            _ => "ended",
        }
    }

    /// The page's heading.
    pub fn title(self, i18n: Words) -> &'static str {
        match self {
            Self::Held => t_string!(i18n, reserve.state.held.title),
            Self::Placed => t_string!(i18n, reserve.state.placed.title),
            Self::Picking => t_string!(i18n, reserve.state.picking.title),
            Self::NeedsDecision => t_string!(i18n, reserve.state.asks.title),
            Self::Ready => t_string!(i18n, reserve.state.ready.title),
            Self::Collected => t_string!(i18n, reserve.state.collected.title),
            Self::Cancelled => t_string!(i18n, reserve.state.cancelled.title),
            Self::InHand => t_string!(i18n, reserve.state.in_hand.title),
            Self::Unaccepted | Self::NothingLeft | Self::Rejected => t_string!(i18n, reserve.state.rejected.title),
            Self::Expired => t_string!(i18n, reserve.state.expired.title),
            Self::NoShow => t_string!(i18n, reserve.state.no_show.title),
            Self::Other => t_string!(i18n, reserve.state.other.title),
        }
    }

    /// What happens next, by when, or why it ended.
    pub fn next(self, i18n: Words, ticket: &Ticket) -> String {
        let at = |moment: Option<Instant>| moment.map(|moment| when(i18n, moment, &ticket.store.time_zone)).unwrap_or_default();
        match self {
            Self::Held => t_string!(i18n, reserve.state.held.next, time = at(ticket.expires_at)),
            Self::Placed => t_string!(i18n, reserve.state.placed.next, time = at(ticket.promised_at)),
            Self::Picking => t_string!(i18n, reserve.state.picking.next, time = at(ticket.promised_at)),
            Self::NeedsDecision => t_string!(i18n, reserve.state.asks.next, time = at(ticket.decide_by)),
            Self::Ready => t_string!(i18n, reserve.state.ready.next, time = at(ticket.pickup_by)),
            Self::Collected => t_string!(i18n, reserve.state.collected.next).to_owned(),
            Self::Cancelled => t_string!(i18n, reserve.state.cancelled.next).to_owned(),
            Self::InHand => t_string!(i18n, reserve.state.in_hand.next).to_owned(),
            Self::Unaccepted => t_string!(i18n, reserve.state.rejected.unaccepted).to_owned(),
            Self::NothingLeft => t_string!(i18n, reserve.state.rejected.nothing_left).to_owned(),
            Self::Rejected => match &ticket.ended_because {
                Some(reason) => t_string!(i18n, reserve.state.rejected.because, reason = reason.clone()),
                None => t_string!(i18n, reserve.state.rejected.plain).to_owned(),
            },
            Self::Expired => t_string!(i18n, reserve.state.expired.next).to_owned(),
            Self::NoShow => t_string!(i18n, reserve.state.no_show.next).to_owned(),
            Self::Other => t_string!(i18n, reserve.state.other.next).to_owned(),
        }
    }
}
