//! Somebody who is shown the way scans a shelf's label: the map goes on from there.

use crate::prelude::*;
use crate::route::{Route, query, use_codes, use_query};
use domain::Gtin;

/// What the map was asked for before.
#[derive(Clone, Copy)]
pub(super) struct Onward {
    to: Memo<Option<String>>,
    list: Memo<Vec<Gtin>>,
}

impl Onward {
    /// Of the scan page's address.
    pub(super) fn of_page() -> Self {
        Self { to: use_query(query::TO), list: use_codes(query::LIST) }
    }

    /// Whether a walk waits for a label.
    pub(super) fn is_asked(self) -> bool {
        self.to.with(Option::is_some) || !self.list.with(Vec::is_empty)
    }

    /// A label leads back to the map, any other code where it leads.
    pub(super) fn from(self, store: &str, read: Route) -> Route {
        let at = match &read {
            Route::Label { slot, .. } => Some(*slot),
            Route::Slot { slot } => slot.parse().ok(),
            _ => None,
        };
        if at.is_none() || !untrack(|| self.is_asked()) {
            return read;
        }
        let (store, gtins) = (store.to_owned(), self.list.get_untracked());
        match gtins.is_empty() {
            true => Route::Map { store, to: self.to.get_untracked().and_then(|to| to.parse().ok()), at },
            false => Route::Tour { store, gtins, at },
        }
    }
}
