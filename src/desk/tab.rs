//! The parts of the queue, and which one the address shows.

use crate::prelude::*;
use crate::route::{Route, query, use_query};
use domain::ids::ReservationId;
use domain::reservation::State;

/// A part of the queue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tab {
    ToPick,
    Waiting,
    Putbacks,
    Counts,
    Stock,
    Done,
}

impl Tab {
    pub const ALL: [Self; 6] = [Self::ToPick, Self::Waiting, Self::Putbacks, Self::Counts, Self::Stock, Self::Done];

    /// In the address.
    pub fn name(self) -> &'static str {
        match self {
            Self::ToPick => "to-pick",
            Self::Waiting => "waiting",
            Self::Putbacks => "put-back",
            Self::Counts => "count",
            Self::Stock => "stock",
            Self::Done => "done",
        }
    }

    /// Where an order in this state stands.
    pub fn of(state: State) -> Self {
        match state {
            State::Ready => Self::Waiting,
            state if state.is_terminal() => Self::Done,
            _ => Self::ToPick,
        }
    }

    /// Its page, with an order open.
    pub fn route(self, order: Option<ReservationId>) -> Route {
        let tab = if self == Self::ToPick { "" } else { self.name() };
        Route::Pickups { tab: tab.to_owned(), order }
    }
}

/// The part that the address shows; the first one where it says nothing.
pub(super) fn use_tab() -> Memo<Tab> {
    let name = use_query(query::TAB);
    let named = move |name: &str| Tab::ALL.into_iter().find(|tab| tab.name() == name);
    Memo::new(move |_| name.with(|name| name.as_deref().and_then(named)).unwrap_or(Tab::ToPick))
}

/// The order that the address opens.
pub(super) fn use_open_order() -> Memo<Option<ReservationId>> {
    let order = use_query(query::ORDER);
    Memo::new(move |_| order.with(|order| order.as_ref().and_then(|order| order.parse().ok())))
}
