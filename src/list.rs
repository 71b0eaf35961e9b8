//! The shopper's list in a store, and one that somebody handed over by its link.

mod goods;
mod handed;
mod mine;
mod row;

use crate::prelude::*;
use crate::route::{query, use_codes};
use crate::ui::list::MOST;
use domain::Gtin;
use handed::Handed;
use mine::Mine;

/// `/s/{store}/list`: this device's own. With `?g={gtin},{gtin}` somebody else's, which touches nothing here until it is added.
#[component]
pub fn ListPage(
    /// In links.
    store: String,
) -> Markup {
    let asked = use_codes(query::G);
    let codes = Memo::new(move |_| each_once(asked.get()));
    let store = StoredValue::new(store);
    live(move || match codes.get() {
        none if none.is_empty() => view! { <Mine store/> },
        codes => view! { <Handed store codes/> },
    })
}

/// As many as a list holds.
fn each_once(codes: Vec<Gtin>) -> Vec<Gtin> {
    let mut once = Vec::new();
    for gtin in codes {
        if !once.contains(&gtin) {
            once.push(gtin);
        }
    }
    once.truncate(MOST);
    once
}
