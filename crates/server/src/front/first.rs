//! First content: what a product's page shows before its program arrives, made from the same reply that the program gets.
//!
//! The program clears it when it starts. Where there is nothing to show (an unknown code, a choice of stores), the page
//! comes without it and the program says what there is to say.

mod data;
mod head;
mod markup;
mod picture;
mod schema;
mod words;

use crate::app::App;
use crate::catalog::get_product::get_product;
use crate::contract::Caller;
use crate::live::LiveStore;
use crate::planogram::has_changed;
use api::Endpoint;
use api::catalog::get_product::GetProduct;
use api::catalog::{Product, Variant};
use api::endpoint::fill;
use api::page::PRODUCT;
use axum::http::HeaderMap;
use domain::crockford::SlotCode;
use domain::{Gtin, Language, Text};

/// What the markup is made of.
struct First<'a> {
    product: &'a Product,
    /// The one whose code was asked for.
    variant: &'a Variant,
    slug: &'a str,
    store: Text,
    language: Language,
    /// The address asks for this language; otherwise the visitor's settings do.
    is_asked: bool,
    /// Our own host, where one is set that others can reach.
    host: Option<&'a str>,
}

/// What the visitor brings along.
pub(super) struct Visit<'a> {
    pub(super) headers: &'a HeaderMap,
    /// `ko` or `en`, where the address asks for it.
    pub(super) lang: Option<&'a str>,
}

impl First<'_> {
    /// The whole address of a path of ours; the path alone where our host is not known.
    fn whole(&self, path: &str) -> String {
        self.host.map_or_else(|| path.to_owned(), |host| format!("https://{host}{path}"))
    }

    /// Where the product stands in this store.
    fn address(&self, gtin: Gtin) -> String {
        self.whole(&fill(PRODUCT, &[("store", self.slug), ("gtin", &gtin.to_string())]))
    }
}

/// The page of a product in a store.
pub(super) async fn product(app: &App, caller: Caller, store: &str, gtin: &str, visit: Visit<'_>, html: &str) -> String {
    match gtin.parse() {
        Ok(gtin) => filled(app, caller, store, gtin, visit, html).await.unwrap_or_else(|| html.to_owned()),
        Err(_) => html.to_owned(),
    }
}

/// The page of a label: in the slot's store, else in the only one. Which store this phone remembers, only it knows. Where the shelf has
/// changed since the label was printed, the program says so, and nothing stands there before it.
pub(super) async fn label(app: &App, caller: Caller, gtin: &str, slot: Option<&str>, visit: Visit<'_>, html: &str) -> String {
    let slot = slot.and_then(|slot| slot.parse::<SlotCode>().ok());
    let of_slot = slot.and_then(|slot| app.live().store_of_slot(slot));
    let changed = |live: &LiveStore, slot| gtin.parse().is_ok_and(|gtin| has_changed(&live.snapshot(), slot, gtin));
    if slot.zip(of_slot.as_deref()).is_some_and(|(slot, live)| changed(live, slot)) {
        return html.to_owned();
    }
    let stores = app.live().stores();
    let store = of_slot.as_ref().or_else(|| stores.first().filter(|_| stores.len() == 1));
    match store {
        Some(store) => product(app, caller, &store.slug, gtin, visit, html).await,
        None => html.to_owned(),
    }
}

async fn filled(app: &App, caller: Caller, store: &str, gtin: Gtin, visit: Visit<'_>, html: &str) -> Option<String> {
    let ask = GetProduct { store: store.to_owned(), gtin };
    let path = ask.path();
    let product = get_product(app.clone(), caller, ask).await.ok()?;
    let variant = product.variants.iter().find(|variant| variant.gtin == gtin).or_else(|| product.variants.first())?;
    let live = app.live().store(store)?;
    let host = app.hosts().own.iter().map(String::as_str).find(|host| !host.starts_with("localhost") && !host.starts_with("127."));
    let first = First {
        product: &product,
        variant,
        slug: store,
        store: live.snapshot().store.name.clone(),
        language: crate::words::language(visit.headers, visit.lang),
        is_asked: visit.lang.is_some(),
        host,
    };
    Some(put(html, &first, &data::reply(&path, &product)))
}

/// Into its places in the entry's page; a place that is missing stays so.
fn put(html: &str, first: &First<'_>, reply: &str) -> String {
    const PLACE: &str = "<div id=\"first\"></div>";
    let html = between(html, "<title>", "</title>", &markup::title(first));
    let html = between(&html, "<meta name=\"description\" content=\"", "\">", &head::description(first));
    let html = html.replacen("</head>", &format!("{}{}</head>", picture::preload(first), head::head(first)), 1);
    let html = html.replacen(PLACE, &format!("<div id=\"first\">{}</div>{reply}", markup::article(first)), 1);
    html.replacen("<html lang=\"ko\"", &format!("<html lang=\"{}\"", first.language), 1)
}

/// Other words where `before` and `after` stand around some.
fn between(html: &str, before: &str, after: &str, words: &str) -> String {
    let found = html.split_once(before).and_then(|(head, rest)| rest.split_once(after).map(|(_, tail)| (head, tail)));
    found.map_or_else(|| html.to_owned(), |(head, tail)| format!("{head}{before}{words}{after}{tail}"))
}

#[cfg(test)]
mod tests;
