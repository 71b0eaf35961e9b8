//! What a search found, or what to try instead.

use crate::browser::announcer::use_announcer;
use crate::browser::intl;
use crate::i18n::{language_of, t, t_string, use_i18n};
use crate::prelude::*;
use crate::route::Route;
use crate::ui::button::{Button, ButtonLink};
use crate::ui::card::ProductCard;
use api::catalog::{Card, Page};

/// What one more press adds.
const PART: u32 = 24;
/// The contract's most for one part of a list.
const MOST: u32 = 100;

#[component]
pub(super) fn Results(
    /// In links.
    store: String,
    /// What was searched for.
    words: Signal<String>,
    /// What was found.
    page: Signal<Page<Card>>,
    /// How many are asked for.
    limit: RwSignal<u32>,
) -> Markup {
    let i18n = use_i18n();
    let announcer = use_announcer();
    let total = Memo::new(move |_| page.with(|page| page.total));
    let summary = move || {
        let count = intl::number(total.get(), language_of(i18n.get_locale()));
        match words.with(String::is_empty) {
            true => t_string!(i18n, browse.search.all, count = count),
            false => t_string!(i18n, browse.search.results, count = count),
        }
    };
    Effect::new(move |before: Option<()>| {
        let summary = summary();
        if before.is_some() {
            announcer.say(summary);
        }
    });
    let is_empty = Memo::new(move |_| total.get() == 0);
    let more = move || {
        let is_more = page.with(|page| page.next.is_some()) && limit.get() < MOST;
        let add = move |_| limit.update(|limit| *limit = (*limit + PART).min(MOST));
        is_more.then(|| view! { <p class="search__more"><Button on_press=add>{t!(browse.search.more)}</Button></p> })
    };
    live(move || match is_empty.get() {
        true => view! { <Nothing store=store.clone() words/> },
        false => {
            let store = store.clone();
            view! {
                <p class="search__summary quiet">{summary}</p>
                <ul class="cards">
                    {each(move || page.get().items, |card| card.gtin, move |card| card_view(&store, card))}
                </ul>
                {more}
            }
        }
    })
}

fn card_view(store: &str, card: Card) -> Markup {
    let href = Route::Product { store: store.to_owned(), gtin: card.gtin, at: None }.href();
    view! { <li><ProductCard card href comparable=true/></li> }
}

/// No result: three things to try, and the way to the code.
#[component]
fn Nothing(store: String, words: Signal<String>) -> Markup {
    let i18n = use_i18n();
    let all = Route::Search { store: store.clone(), q: String::new() }.href();
    let scan = Route::Scan { store }.href();
    view! {
        <section class="empty">
            <p class="empty__words">{move || t_string!(i18n, browse.search.none, words = words.get())}</p>
            <ul class="search__hints">
                <li>{t!(browse.search.hint_short)}</li>
                <li>{t!(browse.search.hint_initials)}</li>
                <li>{t!(browse.search.hint_code)}</li>
            </ul>
            <div class="empty__ways">
                <ButtonLink href=all>{t!(browse.search.clear)}</ButtonLink>
                <ButtonLink href=scan>{t!(browse.search.by_code)}</ButtonLink>
            </div>
        </section>
    }
}
