//! Search: as you type, with the words in the address.

mod results;

use crate::browser::address::use_address;
use crate::browser::clock::use_settled;
use crate::browser::document;
use crate::i18n::{t, t_string, use_i18n};
use crate::load::{Loaded, use_load};
use crate::prelude::*;
use crate::route::{Route, query, use_query, use_replace};
use crate::ui::heading::Heading;
use crate::ui::icon::{Icon, Shape};
use crate::ui::skeleton::CardsSkeleton;
use api::catalog::search_products::SearchProducts;
use results::Results;
use std::time::Duration;

/// How long the typing rests before the shop is asked.
const PAUSE: Duration = Duration::from_millis(200);
/// Put behind the address where the visitor wants to type at once; a list of everything brings no keyboard up.
pub(super) const WITH_KEYBOARD: &str = "#search";
/// A page of results.
const PART: u32 = 24;

/// `/s/{store}/search?q=`
#[component]
pub fn SearchPage(
    /// In links.
    store: String,
) -> Markup {
    let q = use_query(query::Q);
    let words = Memo::new(move |_| q.get().unwrap_or_default());
    let limit = RwSignal::new(PART);
    let asked = store.clone();
    let load = use_load(move || SearchProducts { store: asked.clone(), q: words.get(), cursor: None, limit: Some(limit.get()) });
    let title = t!(browse.search.title);
    view! {
        <div class="page search">
            <Heading text=title hidden=true/>
            <SearchBox store=store.clone() words=words.into() limit/>
            <Loaded load skeleton=|| view! { <CardsSkeleton count=6/> } let:page>
                <Results store=store.clone() words=words.into() page limit/>
            </Loaded>
        </div>
    }
}

/// The input stands outside what it changes, so no key is lost. The address follows, without a step back for each letter.
#[component]
fn SearchBox(store: String, words: Signal<String>, limit: RwSignal<u32>) -> Markup {
    let i18n = use_i18n();
    let replace = use_replace();
    let typed = RwSignal::new(words.get_untracked());
    let settled = use_settled(typed, PAUSE);
    Effect::new(move |before: Option<String>| {
        let q = settled.get().trim().to_owned();
        if before.is_some_and(|before| before != q) {
            limit.set(PART);
            replace(Route::Search { store: store.clone(), q: q.clone() });
        }
        q
    });
    // The step back, or a cleared search, changes the words from outside.
    Effect::new(move |_| {
        let words = words.get();
        if typed.with_untracked(|typed| typed.trim() != words) && settled.get_untracked().trim() == typed.get_untracked().trim() {
            typed.set(words);
        }
    });
    let hash = use_address().hash();
    Effect::new(move |_| {
        if hash.get_untracked() == WITH_KEYBOARD {
            document::focus("search");
        }
    });
    let label = move || t_string!(i18n, browse.search.label);
    view! {
        <form class="search-box" role="search" on:submit=move |event: leptos::ev::SubmitEvent| event.prevent_default()>
            <label class="visually-hidden" for="search">{label}</label>
            <Icon shape=Shape::Search/>
            <input
                class="search-box__input" id="search" type="search" enterkeyhint="search" autocomplete="off" autocapitalize="off" spellcheck="false"
                placeholder=label maxlength="100" prop:value=move || typed.get() on:input=move |event| typed.set(event_target_value(&event))
            />
        </form>
    }
}
