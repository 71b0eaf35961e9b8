//! A further collection: its name, who chose, its first members.

use super::super::curator::CuratorLine;
use crate::browser::intl;
use crate::i18n::{language_of, say, t_string, use_i18n};
use crate::prelude::*;
use crate::route::Route;
use crate::ui::card::ProductCard;
use api::catalog::{CollectionCard, Member};

/// A row that can be pushed aside on a phone, a grid on a large screen.
#[component]
pub(super) fn Set(
    /// In links.
    store: String,
    /// What it shows.
    set: CollectionCard,
) -> Markup {
    let i18n = use_i18n();
    let href = Route::Collection { store: store.clone(), collection: set.slug.clone() }.href();
    let count = set.count;
    let all = move || t_string!(i18n, home.see_set, count = intl::number(count, language_of(i18n.get_locale())));
    let card = move |Member { card, why, because }: Member| {
        let href = Route::Product { store: store.clone(), gtin: card.gtin, at: None }.href();
        view! { <li class="shelf__one"><ProductCard card href why because/></li> }
    };
    view! {
        <section class="set">
            <header class="set__header">
                <h2>{say(set.title)}</h2>
                <p class="set__lead">{say(set.lead)}</p>
            </header>
            <ul class="shelf">{set.cover.into_iter().map(card).collect_view()}</ul>
            <footer class="set__footer">
                <CuratorLine curator=set.curator/>
                <a class="set__all" href=href>{all}</a>
            </footer>
        </section>
    }
}
