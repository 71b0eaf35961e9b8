//! From a page to its address.

use super::{Lot, Route, query, read};
use api::endpoint::fill;
use api::page;
use domain::Gtin;
use domain::crockford::SlotCode;

impl Route {
    /// What an `<a>` leads to.
    pub fn href(&self) -> String {
        match self {
            Self::Stores => read::STORES.to_owned(),
            Self::Home { store } => fill(page::HOME, &[("store", store)]),
            Self::Map { store, to, at } => {
                with_query(fill(page::MAP, &[("store", store)]), &[(query::TO, text(to)), (query::AT, text_of_slot(at))])
            }
            Self::Tour { store, gtins, at } => {
                let path = with_codes(fill(page::MAP, &[("store", store)]), query::LIST, gtins);
                with_query(path, &[(query::AT, text_of_slot(at))])
            }
            Self::Shelf { store, level, fixture, slot } => {
                let (level, fixture) = (Some(level.to_string()), Some(fixture.clone()));
                let pairs = [(query::FLOOR, level), (query::FIXTURE, fixture), (query::SLOT, text_of_slot(slot))];
                with_query(fill(page::MAP, &[("store", store)]), &pairs)
            }
            Self::Search { store, q } => {
                let words = (!q.is_empty()).then(|| q.clone());
                with_query(fill(page::SEARCH, &[("store", store)]), &[(query::Q, words)])
            }
            Self::Narrowed { store, query } => {
                let pairs: Vec<_> = query.iter().map(|(name, value)| (*name, Some(value.clone()))).collect();
                with_query(fill(page::SEARCH, &[("store", store)]), &pairs)
            }
            Self::Scan { store } => fill(page::SCAN, &[("store", store)]),
            Self::ScanOnTheWay { store, to, list } => {
                let path = with_codes(fill(page::SCAN, &[("store", store)]), query::LIST, list);
                with_query(path, &[(query::TO, text(to))])
            }
            Self::Collection { store, collection } => fill(page::COLLECTION, &[("store", store), ("collection", collection)]),
            Self::Product { store, gtin, at } => {
                let path = fill(page::PRODUCT, &[("store", store), ("gtin", &gtin.to_string())]);
                with_query(path, &[(query::AT, text_of_slot(at))])
            }
            Self::Reserve { store, gtins } => listed(page::RESERVE, store, gtins),
            Self::Compare { store, gtins } => listed(page::COMPARE, store, gtins),
            Self::List { store, gtins } => listed(page::LIST, store, gtins),
            Self::Call { store, gtin, at } => {
                with_query(fill(page::CALL, &[("store", store)]), &[(query::G, text(gtin)), (query::AT, text_of_slot(at))])
            }
            Self::Batch { gtin, batch } => fill(page::BATCH, &[("gtin", gtin), ("batch", batch)]),
            Self::DigitalLink { gtin } => fill(page::DIGITAL_LINK, &[("gtin", gtin)]),
            Self::Label { gtin, slot } => {
                let path = fill(page::DIGITAL_LINK, &[("gtin", &gtin.to_string())]);
                with_query(path, &[(query::Q, Some(slot.to_string()))])
            }
            Self::InStore { code } => fill(page::IN_STORE, &[("code", code)]),
            Self::Slot { slot } => fill(page::SLOT, &[("slot", slot)]),
            Self::Tickets => page::TICKETS.to_owned(),
            Self::Ticket { token } => fill(page::TICKET, &[("token", token)]),
            Self::Desk => read::DESK.to_owned(),
            Self::SignIn => page::SIGN_IN.to_owned(),
            Self::Pickups { tab, order } => {
                let tab = (!tab.is_empty()).then(|| tab.clone());
                let order = order.map(|order| order.to_string());
                with_query(page::PICKUPS.to_owned(), &[(query::TAB, tab), (query::ORDER, order)])
            }
            Self::Studio => page::STUDIO.to_owned(),
            Self::Imports => page::IMPORTS.to_owned(),
            Self::Curations => page::STUDIO_COLLECTIONS.to_owned(),
            Self::Curation { collection } => fill(page::STUDIO_COLLECTION, &[("collection", collection)]),
            Self::Connections => page::CONNECTIONS.to_owned(),
            Self::Sought => page::SOUGHT.to_owned(),
            Self::StudioReviews { tab } => {
                let tab = (!tab.is_empty()).then(|| tab.clone());
                with_query(page::STUDIO_REVIEWS.to_owned(), &[(query::TAB, tab)])
            }
            #[cfg(feature = "preview")]
            Self::Preview => read::PREVIEW.to_owned(),
        }
    }
}

impl Lot {
    /// Takes it along to a page.
    pub fn href(&self, route: &Route) -> String {
        let Self { batch, best, use_by } = self.clone();
        with_query(route.href(), &[(query::BATCH, batch), (query::BEST, best), (query::USE_BY, use_by)])
    }
}

fn text(gtin: &Option<Gtin>) -> Option<String> {
    gtin.map(|gtin| gtin.to_string())
}

fn text_of_slot(slot: &Option<SlotCode>) -> Option<String> {
    slot.map(|slot| slot.as_str().to_owned())
}

/// A store's page of several products.
fn listed(pattern: &str, store: &str, gtins: &[Gtin]) -> String {
    with_codes(fill(pattern, &[("store", store)]), query::G, gtins)
}

/// Digits and commas need no escape, and people read this address.
fn with_codes(path: String, name: &str, gtins: &[Gtin]) -> String {
    let codes: Vec<String> = gtins.iter().map(Gtin::to_string).collect();
    if codes.is_empty() { path } else { [path.as_str(), "?", name, "=", &codes.join(",")].concat() }
}

fn with_query(path: String, pairs: &[(&str, Option<String>)]) -> String {
    use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
    let mut sign = if path.contains('?') { "&" } else { "?" };
    let mut href = path;
    for (name, value) in pairs {
        if let Some(value) = value {
            href.extend([sign, name, "="].into_iter().chain(utf8_percent_encode(value, NON_ALPHANUMERIC)));
            sign = "&";
        }
    }
    href
}
