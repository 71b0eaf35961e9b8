//! Where nobody has chosen anything yet: what the reviews prove best.

use crate::browser::intl;
use crate::i18n::{language_of, t, t_string, use_i18n};
use crate::load::{Loaded, use_load};
use crate::prelude::*;
use crate::route::Route;
use crate::ui::button::{ButtonLink, Variant};
use crate::ui::card::ProductCard;
use crate::ui::empty::Empty;
use crate::ui::skeleton::CardsSkeleton;
use api::catalog::Card;
use api::catalog::found::{Found, Sort};
use api::catalog::search_products::SearchProducts;

const SHOWN: u32 = 12;

/// A new store's window.
#[component]
pub(super) fn Best(
    /// In links.
    store: String,
) -> Markup {
    let asked = store.clone();
    let found = use_load(move || SearchProducts { sort: Some(Sort::Rating), ..SearchProducts::few(asked.clone(), "", SHOWN) });
    view! {
        <Loaded load=found skeleton=|| view! { <CardsSkeleton/> } let:found>
            <Window store=store.clone() found/>
        </Loaded>
    }
}

#[component]
fn Window(store: String, found: Signal<Found>) -> Markup {
    let i18n = use_i18n();
    live(move || {
        let Found { items, total, .. } = found.get();
        let all = Route::Search { store: store.clone(), q: String::new() }.href();
        if items.is_empty() {
            return view! {
                <Empty sentence=t!(home.no_sets)><ButtonLink href=all variant=Variant::Primary>{t!(home.all)}</ButtonLink></Empty>
            };
        }
        let see_all = move || t_string!(i18n, home.see_set, count = intl::number(total, language_of(i18n.get_locale())));
        let card = |card: Card| {
            let href = Route::Product { store: store.clone(), gtin: card.gtin, at: None }.href();
            view! { <li><ProductCard card href/></li> }
        };
        view! {
            <section class="set">
                <header class="set__header"><h2>{t!(home.all)}</h2></header>
                <ul class="cards">{items.into_iter().map(card).collect_view()}</ul>
                <footer class="set__footer"><a class="set__all" href=all>{see_all}</a></footer>
            </section>
        }
    })
}
