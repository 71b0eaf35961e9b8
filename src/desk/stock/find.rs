//! The way to a product's books: a scanned code, or words.

use super::{href, use_stock};
use crate::browser::document;
use crate::desk::scan_field::ScanField;
use crate::desk::trouble::Trouble;
use crate::desk::work::use_desk;
use crate::i18n::{say, t, t_string, use_i18n};
use crate::load::use_load_with;
use crate::prelude::*;
use crate::route::use_replace_href;
use crate::ui::picture::Picture;
use api::catalog::Card;
use api::catalog::search_products::SearchProducts;
use domain::Gtin;
use domain::gs1::{Hosts, Scanned, parse};

const FIELD: &str = "scan-stock";
/// As many as fit a screen.
const FEW: u32 = 8;

/// What was typed.
enum Typed {
    Code(Gtin),
    Words(String),
    Wrong(Trouble),
}

/// The field, and what the words found.
#[component]
pub(super) fn Find() -> Markup {
    let (desk, stock) = (use_desk(), use_stock());
    let go = use_replace_href();
    let scan = Callback::new(move |text: String| {
        desk.trouble.set(None);
        match typed(&text) {
            Typed::Code(gtin) => {
                stock.typed.set(String::new());
                stock.words.set(None);
                stock.number.set(String::new());
                go(href(gtin));
            }
            Typed::Words(words) => stock.words.set(Some(words)),
            Typed::Wrong(trouble) => desk.fail(trouble),
        }
    });
    view! {
        <div class="stock-desk__find">
            <ScanField id=FIELD label=t!(stock.find) go=t!(stock.find_go) text=stock.typed keys="text" on_scan=scan/>
            {move || stock.words.get().map(|words| view! { <Found words/> })}
        </div>
    }
}

/// Letters are a name; digits and links are a code, with what is wrong with a wrong one.
fn typed(text: &str) -> Typed {
    let text = text.trim();
    match parse(text, None, &Hosts { own: vec![document::host()], trusted: vec![] }) {
        Ok(Scanned::Product { gtin, .. }) => Typed::Code(gtin),
        Ok(Scanned::InStore { code, .. }) => code.parse().map_or(Typed::Wrong(Trouble::WantsProduct), Typed::Code),
        Ok(_) => Typed::Wrong(Trouble::WantsProduct),
        Err(error) => match text.contains("://") || !text.chars().any(char::is_alphabetic) {
            true => Typed::Wrong(Trouble::Unreadable(error)),
            false => Typed::Words(text.to_owned()),
        },
    }
}

#[component]
fn Found(words: String) -> Markup {
    let (i18n, desk) = (use_i18n(), use_desk());
    let asked = words.clone();
    let found = use_load_with(move || Some((SearchProducts::few(desk.store(), asked.clone(), FEW), Default::default())));
    let cards = Memo::new(move |_| found.value().get().map(|found| found.items.clone()));
    let said = move || match cards.with(|cards| cards.as_ref().map(Vec::len)) {
        None => String::new(),
        Some(0) => t_string!(i18n, stock.found_none, words = words.clone()),
        Some(_) => t_string!(i18n, stock.found, words = words.clone()),
    };
    view! {
        <p class="stock-desk__said" role="status">{said}</p>
        <ul class="stock-desk__found">{each(move || cards.get().unwrap_or_default(), |card| card.gtin, |card| view! { <One card/> })}</ul>
    }
}

#[component]
fn One(card: Card) -> Markup {
    let stock = use_stock();
    let Card { gtin, name, brand, picture, .. } = card;
    let chosen = move |_| {
        stock.words.set(None);
        stock.number.set(String::new());
    };
    view! {
        <li>
            <a class="line__face" href=href(gtin) on:click=chosen>
                <span class="line__picture"><Picture picture name=name.clone() size=64/></span>
                <span class="line__words"><b class="line__title">{say(name)}</b><span class="line__count">{say(brand)}</span></span>
            </a>
        </li>
    }
}
