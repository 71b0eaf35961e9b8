//! First content: what a product's page shows before its program arrives, made from the same reply that the program gets.
//!
//! The program clears it when it starts. Where there is nothing to show (an unknown code, a choice of stores), the page
//! comes without it and the program says what there is to say.

mod data;
mod markup;
mod picture;
mod words;

use crate::app::App;
use crate::catalog::get_product::get_product;
use crate::contract::{Caller, cookie};
use api::Endpoint;
use api::catalog::get_product::GetProduct;
use api::catalog::{Product, Variant};
use axum::http::{HeaderMap, header};
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
    /// Our own host, where one is set that others can reach.
    host: Option<&'a str>,
}

/// The page of a product in a store.
pub(super) async fn product(app: &App, caller: Caller, store: &str, gtin: &str, headers: &HeaderMap, html: &str) -> String {
    match gtin.parse() {
        Ok(gtin) => filled(app, caller, store, gtin, headers, html).await.unwrap_or_else(|| html.to_owned()),
        Err(_) => html.to_owned(),
    }
}

/// The page of a label: in the slot's store, else in the only one. Which store this phone remembers, only it knows.
pub(super) async fn label(app: &App, caller: Caller, gtin: &str, slot: Option<&str>, headers: &HeaderMap, html: &str) -> String {
    let of_slot = slot.and_then(|slot| slot.parse::<SlotCode>().ok()).and_then(|slot| app.live().store_of_slot(slot));
    let stores = app.live().stores();
    let store = of_slot.as_ref().or_else(|| stores.first().filter(|_| stores.len() == 1));
    match store {
        Some(store) => product(app, caller, &store.slug, gtin, headers, html).await,
        None => html.to_owned(),
    }
}

async fn filled(app: &App, caller: Caller, store: &str, gtin: Gtin, headers: &HeaderMap, html: &str) -> Option<String> {
    let ask = GetProduct { store: store.to_owned(), gtin };
    let path = ask.path();
    let product = get_product(app.clone(), caller, ask).await.ok()?;
    let variant = product.variants.iter().find(|variant| variant.gtin == gtin).or_else(|| product.variants.first())?;
    let live = app.live().store(store)?;
    let host = app.hosts().own.iter().map(String::as_str).find(|host| !host.starts_with("localhost") && !host.starts_with("127."));
    let name = live.snapshot().store.name.clone();
    let first = First { product: &product, variant, slug: store, store: name, language: language(headers), host };
    Some(put(html, &first, &data::reply(&path, &product)))
}

/// Into its places in the entry's page; a place that is missing stays so.
fn put(html: &str, first: &First<'_>, reply: &str) -> String {
    const PLACE: &str = "<div id=\"first\"></div>";
    let title = markup::title(first);
    let html = match (html.find("<title>"), html.find("</title>")) {
        (Some(from), Some(to)) if from < to => format!("{}<title>{title}{}", &html[..from], &html[to..]),
        _ => html.to_owned(),
    };
    let html = html.replacen("</head>", &format!("{}{}</head>", picture::preload(first), data::head(first)), 1);
    let html = html.replacen(PLACE, &format!("<div id=\"first\">{}</div>{reply}", markup::article(first)), 1);
    html.replacen("<html lang=\"ko\"", &format!("<html lang=\"{}\"", first.language), 1)
}

/// As the program will decide: the visitor's choice, else the browser's first language, else Korean.
fn language(headers: &HeaderMap) -> Language {
    let accepted = headers.get(header::ACCEPT_LANGUAGE).and_then(|accepted| accepted.to_str().ok());
    let tag = cookie(headers, "lang").or_else(|| accepted.and_then(|accepted| accepted.split([',', ';']).next()));
    if tag.is_some_and(|tag| tag.trim().starts_with("en")) { Language::EN } else { Language::KO }
}

#[cfg(test)]
mod tests;
