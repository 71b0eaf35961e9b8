//! The three parts; the address keeps which one is shown.

use crate::i18n::{Sentence, Words, t, t_string};
use crate::prelude::*;
use crate::route::{query, use_query};
use api::review::Moderation;

/// A part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tab {
    Reported,
    Lines,
    History,
}

impl Tab {
    pub const ALL: [Self; 3] = [Self::Reported, Self::Lines, Self::History];

    /// In the address.
    pub fn name(self) -> &'static str {
        match self {
            Self::Reported => "reported",
            Self::Lines => "lines",
            Self::History => "history",
        }
    }

    pub fn words(self, i18n: Words) -> &'static str {
        match self {
            Self::Reported => t_string!(i18n, moderation.tab.reported),
            Self::Lines => t_string!(i18n, moderation.tab.lines),
            Self::History => t_string!(i18n, moderation.tab.history),
        }
    }

    pub fn nothing(self) -> Sentence {
        match self {
            Self::Reported => t!(moderation.empty.reported),
            Self::Lines => t!(moderation.empty.lines),
            Self::History => t!(moderation.empty.history),
        }
    }

    /// How many wait; what is over is not counted.
    pub fn count(self, queue: &Moderation) -> Option<u32> {
        match self {
            Self::Reported => Some(queue.reported.len() as u32),
            Self::Lines => Some(queue.lines.len() as u32),
            Self::History => None,
        }
    }

    pub fn is_empty(self, queue: &Moderation) -> bool {
        match self {
            Self::Reported => queue.reported.is_empty(),
            Self::Lines => queue.lines.is_empty(),
            Self::History => queue.history.is_empty(),
        }
    }
}

/// The one that is shown; the first without.
pub(super) fn use_tab() -> Memo<Tab> {
    let named = use_query(query::TAB);
    Memo::new(move |_| named.with(|named| Tab::ALL.into_iter().find(|tab| named.as_deref() == Some(tab.name())).unwrap_or(Tab::Reported)))
}
