//! From a path to its page.

use super::Route;
use api::page;
use percent_encoding::percent_decode_str;

pub(super) const STORES: &str = "/";
pub(super) const DESK: &str = "/desk";
#[cfg(feature = "preview")]
pub(super) const PREVIEW: &str = "/dev/preview";

/// Makes a page of the values in its path, in their order; what a pattern has no name for is empty.
type Make = fn(String, String) -> Route;

/// Every page; one table, because a branch each is more code than all the rest of reading.
const PAGES: &[(&str, Make)] = &[
    #[cfg(feature = "preview")]
    (PREVIEW, |_, _| Route::Preview),
    (page::HOME, |store, _| Route::Home { store }),
    (page::MAP, |store, _| Route::Map { store, to: None, at: None }),
    (page::SEARCH, |store, _| Route::Search { store, q: String::new() }),
    (page::SCAN, |store, _| Route::Scan { store }),
    (page::COLLECTION, |store, collection| Route::Collection { store, collection }),
    (page::PRODUCT, |store, gtin| product(gtin, |gtin| Route::Product { store, gtin, at: None })),
    (page::RESERVE, |store, _| Route::Reserve { store, gtins: Vec::new() }),
    (page::CALL, |store, _| Route::Call { store, gtin: None, at: None }),
    (page::COMPARE, |store, _| Route::Compare { store, gtins: Vec::new() }),
    (page::LIST, |store, _| Route::List { store, gtins: Vec::new() }),
    (page::BATCH, |gtin, batch| Route::Batch { gtin, batch }),
    (page::DIGITAL_LINK, |gtin, _| Route::DigitalLink { gtin }),
    (page::IN_STORE, |code, _| Route::InStore { code }),
    (page::SLOT, |slot, _| Route::Slot { slot }),
    (page::TICKETS, |_, _| Route::Tickets),
    (page::TICKET, |token, _| Route::Ticket { token }),
    (page::STUDIO_COLLECTION, |collection, _| Route::Curation { collection }),
    (STORES, |_, _| Route::Stores),
    (DESK, |_, _| Route::Desk),
    (page::SIGN_IN, |_, _| Route::SignIn),
    (page::PICKUPS, |_, _| Route::pickups()),
    (page::STUDIO, |_, _| Route::Studio),
    (page::IMPORTS, |_, _| Route::Imports),
    (page::STUDIO_COLLECTIONS, |_, _| Route::Curations),
    (page::CONNECTIONS, |_, _| Route::Connections),
    (page::SOUGHT, |_, _| Route::Sought),
    (page::STUDIO_REVIEWS, |_, _| Route::StudioReviews { tab: String::new() }),
];

/// The first pattern that fits.
pub(super) fn route(path: &str) -> Option<Route> {
    PAGES.iter().find_map(|(pattern, make)| {
        let mut values = values(pattern, path)?.into_iter();
        let mut next = || values.next().unwrap_or_default();
        Some(make(next(), next()))
    })
}

/// A wrong number is not "no such page": the page of codes says what is wrong with it.
fn product(gtin: String, with: impl FnOnce(domain::Gtin) -> Route) -> Route {
    match gtin.parse() {
        Ok(gtin) => with(gtin),
        Err(_) => Route::DigitalLink { gtin },
    }
}

/// The values that a path has for a pattern's names, decoded; `None` when it does not fit. A slash at the end is forgiven.
fn values(pattern: &str, path: &str) -> Option<Vec<String>> {
    let path = path.strip_suffix('/').unwrap_or(path);
    let pattern = pattern.strip_suffix('/').unwrap_or(pattern);
    if path.split('/').count() != pattern.split('/').count() {
        return None;
    }
    let mut values = Vec::new();
    for (wanted, found) in pattern.split('/').zip(path.split('/')) {
        if wanted.starts_with('{') {
            let value = percent_decode_str(found).decode_utf8().ok().filter(|value| !value.is_empty())?;
            values.push(value.into_owned());
        } else if wanted != found {
            return None;
        }
    }
    Some(values)
}

#[cfg(test)]
mod tests {
    use super::super::Lot;
    use super::*;

    fn every_page() -> Vec<(&'static str, Route)> {
        let store = || "hongdae".to_owned();
        let gtin = || "08801234567893".parse::<domain::Gtin>().expect("a GTIN");
        vec![
            ("/", Route::Stores),
            (page::HOME, Route::Home { store: "a/b \u{d64d}".to_owned() }),
            (page::MAP, Route::Map { store: store(), to: None, at: None }),
            (page::SEARCH, Route::Search { store: store(), q: String::new() }),
            (page::SCAN, Route::Scan { store: store() }),
            (page::COLLECTION, Route::Collection { store: store(), collection: "four-stars".to_owned() }),
            (page::PRODUCT, Route::Product { store: store(), gtin: gtin(), at: None }),
            (page::RESERVE, Route::Reserve { store: store(), gtins: Vec::new() }),
            (page::COMPARE, Route::Compare { store: store(), gtins: Vec::new() }),
            (page::LIST, Route::List { store: store(), gtins: Vec::new() }),
            (page::CALL, Route::Call { store: store(), gtin: None, at: None }),
            (page::BATCH, Route::Batch { gtin: "08801234567893".to_owned(), batch: "A/1+".to_owned() }),
            (page::DIGITAL_LINK, Route::DigitalLink { gtin: "08801234567893".to_owned() }),
            (page::IN_STORE, Route::InStore { code: "2200290119521".to_owned() }),
            (page::SLOT, Route::Slot { slot: "7K3M9QXA".to_owned() }),
            (page::TICKETS, Route::Tickets),
            (page::TICKET, Route::Ticket { token: "00ff".to_owned() }),
            ("/desk", Route::Desk),
            (page::SIGN_IN, Route::SignIn),
            (page::PICKUPS, Route::pickups()),
            (page::STUDIO, Route::Studio),
            (page::IMPORTS, Route::Imports),
            (page::STUDIO_COLLECTIONS, Route::Curations),
            (page::STUDIO_COLLECTION, Route::Curation { collection: "new".to_owned() }),
            (page::CONNECTIONS, Route::Connections),
            (page::SOUGHT, Route::Sought),
            (page::STUDIO_REVIEWS, Route::StudioReviews { tab: String::new() }),
        ]
    }

    #[test]
    fn every_page_is_read_back_from_its_own_address() {
        for (pattern, route) in every_page() {
            assert_eq!(Route::of(&route.href()), Some(route), "{pattern}");
        }
    }

    #[test]
    fn every_pattern_of_the_contract_has_a_page() {
        for pattern in page::SHOP.iter().chain(page::STUDIO_ENTRY) {
            assert!(every_page().iter().any(|(known, _)| known == pattern), "{pattern}");
        }
    }

    #[test]
    fn what_travels_in_the_query_is_encoded() {
        let search = Route::Search { store: "hongdae".to_owned(), q: "a&b c".to_owned() };
        assert_eq!(search.href(), "/s/hongdae/search?q=a%26b%20c");
        let product =
            Route::Product { store: "hongdae".to_owned(), gtin: "96385074".parse().expect("a GTIN"), at: "7K3M9QXA".parse().ok() };
        assert_eq!(product.href(), "/s/hongdae/p/00000096385074?at=7K3M9QXA");
        let lot = Lot { batch: Some("A&1".to_owned()), best: None, use_by: Some("261231".to_owned()) };
        assert_eq!(lot.href(&product), "/s/hongdae/p/00000096385074?at=7K3M9QXA&batch=A%261&useby=261231");
        assert_eq!(Lot::default().href(&product), product.href());
    }

    #[test]
    fn what_is_compared_stands_in_the_address() {
        let gtins = ["96385074", "8801234567893"].map(|text| text.parse().expect("a GTIN"));
        let compare = |gtins| Route::Compare { store: "hongdae".to_owned(), gtins };
        assert_eq!(compare(gtins.to_vec()).href(), "/s/hongdae/compare?g=00000096385074,08801234567893");
        assert_eq!(compare(Vec::new()).href(), "/s/hongdae/compare");
    }

    #[test]
    fn a_call_says_about_what_and_from_where() {
        let call = Route::Call { store: "hongdae".to_owned(), gtin: "96385074".parse().ok(), at: "7K3M9QXA".parse().ok() };
        assert_eq!(call.href(), "/s/hongdae/call?g=00000096385074&at=7K3M9QXA");
    }

    #[test]
    fn a_wrong_number_leads_to_the_page_that_says_what_is_wrong() {
        assert_eq!(Route::of("/s/hongdae/p/8801234567892"), Some(Route::DigitalLink { gtin: "8801234567892".to_owned() }));
        assert_eq!(Route::of("/s/hongdae/x"), None);
        assert_eq!(Route::of("/s//map"), None);
    }
}
