//! The other stores that have it, the nearest first, each with how far it is.

use super::look::Look;
use crate::browser::intl;
use crate::i18n::{language_of, t, t_string, use_i18n};
use crate::prelude::*;
use crate::route::Route;
use crate::session::use_here;
use crate::ui::button::{Button, Variant};
use crate::ui::icon::{Icon, Shape};
use api::catalog::Elsewhere;

/// More are shown when somebody asks.
const FIRST: usize = 4;

/// Nothing where no other store has it.
#[component]
pub fn OtherStores(look: Look) -> Markup {
    let others = Memo::new(move |_| look.variant.with(|variant| (variant.gtin, variant.elsewhere.clone())));
    let whole = RwSignal::new(false);
    live(move || {
        let (gtin, mut others) = others.get();
        let count = others.len();
        if !whole.get() {
            others.truncate(FIRST);
        }
        let more = (count > others.len()).then(|| {
            view! { <Button variant=Variant::Quiet on_press=move |_| whole.set(true)>{t!(product.all_stores)}</Button> }
        });
        (count > 0).then(|| {
            view! {
                <section class="elsewhere" aria-labelledby="elsewhere">
                    <h2 id="elsewhere" class="elsewhere__title">{t!(product.other_stores)}</h2>
                    <ul class="elsewhere__list">{others.into_iter().map(|other| one(gtin, other)).collect_view()}</ul>
                    {more}
                </section>
            }
        })
    })
}

fn one(gtin: domain::Gtin, other: Elsewhere) -> Markup {
    let i18n = use_i18n();
    let here = use_here().store.value();
    let Elsewhere { slug, name, available, metres } = other;
    let language = move || language_of(i18n.get_locale());
    let name = move || {
        let this = here.get().map(|store| store.name.get(language()).to_owned()).unwrap_or_default();
        t_string!(i18n, product.store, name = short_name(name.get(language()), &this).to_owned())
    };
    let stock = move || t_string!(i18n, product.elsewhere, count = intl::number(available, language()));
    // Two stores of one house are no distance apart.
    let away = (metres > 0).then(|| view! { <span class="quiet elsewhere__away">{move || intl::distance(metres, language())}</span> });
    view! {
        <li>
            <a class="elsewhere__one" href=Route::Product { store: slug, gtin, at: None }.href()>
                <b class="elsewhere__name">{name}</b>" "{away}" "<span class="elsewhere__stock">{stock}</span><Icon shape=Shape::Forward/>
            </a>
        </li>
    }
}

/// Stores of one shop share its name ("Onmaru Seongsu", "Onmaru Hongdae"): the part that tells them apart.
pub(super) fn short_name<'a>(other: &'a str, this: &str) -> &'a str {
    let shared = other.split(' ').zip(this.split(' ')).take_while(|(one, two)| one == two).map(|(word, _)| word.len() + 1).sum::<usize>();
    other.get(shared..).filter(|rest| !rest.is_empty()).unwrap_or(other)
}

#[cfg(test)]
mod tests {
    use super::short_name;

    #[test]
    fn stores_of_one_shop_go_by_what_tells_them_apart() {
        let table =
            [("Onmaru Seongsu", "Onmaru Hongdae", "Seongsu"), ("Seongsu", "Hongdae", "Seongsu"), ("One", "One", "One"), ("A B", "", "A B")];
        for (other, this, expected) in table {
            assert_eq!(short_name(other, this), expected);
        }
    }
}
