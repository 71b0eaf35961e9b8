//! What stands in the same baskets, with how many baskets that is.

use super::look::Look;
use crate::browser::intl;
use crate::i18n::{language_of, t, t_string, use_i18n};
use crate::prelude::*;
use crate::route::Route;
use crate::ui::card::ProductCard;
use api::catalog::Together as Pair;

/// Nothing where nobody bought anything with it.
#[component]
pub fn Together(look: Look) -> Markup {
    let pairs = Memo::new(move |_| look.product.with(|product| product.together.clone()));
    let store = look.slug();
    live(move || {
        let store = store.clone();
        let pairs = pairs.get();
        (!pairs.is_empty()).then(|| {
            view! {
                <section class="together" aria-labelledby="together">
                    <h2 id="together">{t!(product.together)}</h2>
                    <ul class="together__list">{pairs.into_iter().map(|pair| one(&store, pair)).collect_view()}</ul>
                </section>
            }
        })
    })
}

fn one(store: &str, Pair { card, baskets }: Pair) -> Markup {
    let i18n = use_i18n();
    let href = Route::Product { store: store.to_owned(), gtin: card.gtin, at: None }.href();
    let language = move || language_of(i18n.get_locale());
    let words = move || match intl::is_one(baskets, language()) {
        true => t_string!(i18n, product.together_one, count = intl::number(baskets, language())),
        false => t_string!(i18n, product.together_count, count = intl::number(baskets, language())),
    };
    view! { <li class="together__one"><ProductCard card href comparable=true/><p class="together__count">{words}</p></li> }
}
