//! The shopper's list in a store, and one that somebody handed over by its link.

mod goods;
mod handed;
mod mine;
mod row;
mod sheet;

use crate::prelude::*;
use crate::route::{query, use_codes};
use crate::ui::list::MOST;
use handed::Handed;
use mine::Mine;
pub use sheet::{Sheet, sheet};

/// `/s/{store}/list`: this device's own. With `?g={gtin},{gtin}` somebody else's, which touches nothing here until it is added.
#[component]
pub fn ListPage(
    /// In links.
    store: String,
    /// Fetches what hands the list over.
    sheet: sheet::Bring,
) -> Markup {
    let asked = use_codes(query::G);
    // As many as a list holds.
    let codes = Memo::new(move |_| asked.get().into_iter().take(MOST).collect::<Vec<_>>());
    let store = StoredValue::new(store);
    live(move || match codes.get() {
        none if none.is_empty() => view! { <Mine store sheet/> },
        codes => view! { <Handed store codes/> },
    })
}
