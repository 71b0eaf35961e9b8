//! What the query of the page's address holds, as it changes.

use super::query;
use crate::browser::address::use_address;
use crate::prelude::*;
use domain::Gtin;
use domain::crockford::SlotCode;

/// A value of the page's query, as it changes; `None` when it is missing or empty.
pub fn use_query(name: &'static str) -> Memo<Option<String>> {
    let address = use_address();
    Memo::new(move |_| address.query(name).filter(|value| !value.is_empty()))
}

/// The shelf that the visitor stands at, from the query.
pub fn use_slot() -> Memo<Option<SlotCode>> {
    let at = use_query(query::AT);
    Memo::new(move |_| at.get().and_then(|text| text.parse().ok()))
}

/// Several products of the query, each once, in their order.
pub fn use_codes(name: &'static str) -> Memo<Vec<Gtin>> {
    let text = use_query(name);
    Memo::new(move |_| codes(&text.get().unwrap_or_default()))
}

/// Codes with commas between; what is none is left out.
fn codes(text: &str) -> Vec<Gtin> {
    let mut once = Vec::new();
    for gtin in text.split(',').filter_map(|code| code.parse().ok()) {
        if !once.contains(&gtin) {
            once.push(gtin);
        }
    }
    once
}

#[cfg(test)]
mod tests {
    use super::codes;

    #[test]
    fn an_address_gives_codes_each_once_and_leaves_out_what_is_none() {
        let codes = |text: &str| codes(text).iter().map(|gtin| gtin.number()).collect::<Vec<_>>();
        assert_eq!(codes("96385074,8801234567893,96385074"), [96_385_074, 8_801_234_567_893]);
        assert_eq!(codes("x,,96385075,2200290119521"), [2_200_290_119_521]);
        assert!(codes("").is_empty());
    }
}
