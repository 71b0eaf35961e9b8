//! Nothing was found: words close to what was typed with what they find, things to try, and somebody to ask.

use super::asked::Asked;
use super::results::card_view;
use crate::i18n::{t, t_string, use_i18n};
use crate::prelude::*;
use crate::route::Route;
use crate::ui::button::ButtonLink;
use api::catalog::found::{Found, Near};

#[component]
pub(super) fn Nothing(store: String, asked: Memo<Asked>, found: Signal<Found>) -> Markup {
    let i18n = use_i18n();
    let all = Route::Search { store: store.clone(), q: String::new() }.href();
    let scan = Route::Scan { store: store.clone() }.href();
    let words = move || asked.with(|asked| asked.words().to_owned());
    let near = move || found.with(|found| found.near.clone());
    view! {
        <section class="empty">
            <p class="empty__words">{move || t_string!(i18n, browse.search.none, words = words())}</p>
            {move || near().into_iter().map(|near| meant(&store, near)).collect_view()}
            <ul class="search__hints">
                <li>{t!(browse.search.hint_short)}</li>
                <li>{t!(browse.search.hint_initials)}</li>
                <li>{t!(browse.search.hint_code)}</li>
                <li>{t!(browse.search.hint_staff)}</li>
            </ul>
            <div class="empty__ways">
                <ButtonLink href=all>{t!(browse.search.clear)}</ButtonLink>
                <ButtonLink href=scan>{t!(browse.search.by_code)}</ButtonLink>
            </div>
        </section>
    }
}

fn meant(store: &str, near: Near) -> Markup {
    let i18n = use_i18n();
    let href = Route::Search { store: store.to_owned(), q: near.q.clone() }.href();
    let heading = move || t_string!(i18n, browse.search.near, words = near.q.clone());
    view! {
        <section class="near">
            <h2 class="near__title"><a href=href>{heading}</a></h2>
            <ul class="cards">{near.items.into_iter().map(|card| card_view(store, card)).collect_view()}</ul>
        </section>
    }
}
