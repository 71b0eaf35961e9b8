//! How many are here and how sure that is; how many elsewhere.

use super::availability::Availability;
use super::look::Look;
use crate::browser::intl::{self, Moment};
use crate::i18n::{Words, language_of, t, t_string, use_i18n};
use crate::prelude::*;
use crate::route::Route;
use crate::session::use_here;
use crate::ui::icon::{Icon, Shape};
use api::catalog::{Elsewhere, Variant};
use domain::Instant;

/// Figures with their age.
#[component]
pub fn StockHere(look: Look) -> Markup {
    let i18n = use_i18n();
    let zone = use_here().store.value();
    let clock = move |at: Instant| {
        let zone = zone.get().map(|store| store.time_zone.clone());
        intl::moment(at, Moment::Time, language_of(i18n.get_locale()), zone.as_deref())
    };
    let here = move || look.variant.with(|variant| words(i18n, variant, look.availability.get(), &clock));
    let age = move || match look.known_at.get() {
        None => t_string!(i18n, product.as_of_now).to_owned(),
        Some(at) => t_string!(i18n, product.as_of, time = clock(at)),
    };
    let state = move || {
        look.variant.with(|variant| match (variant.stock.available, look.availability.get()) {
            (_, Availability::Unknown(_)) => "unknown",
            (0, _) => "none",
            (1, _) => "last",
            _ => "here",
        })
    };
    let display = move || look.variant.with(|variant| variant.stock.display);
    view! {
        <section class="stock-here" aria-label=t!(product.stock)>
            <p class="stock-here__row">
                <span class="stock stock-here__figure" data-state=state>{here}</span>
                <span class="quiet small">{age}</span>
            </p>
            {move || (display() > 0).then(|| view! { <p class="quiet">{t!(product.display_piece)}</p> })}
            <Others look/>
        </section>
    }
}

fn words(i18n: Words, variant: &Variant, availability: Availability, clock: &impl Fn(Instant) -> String) -> String {
    let number = |count: u32| intl::number(count, language_of(i18n.get_locale()));
    match (availability, variant.stock.available) {
        (Availability::LastOneHeld(until), _) => t_string!(i18n, product.held_until, time = clock(until)),
        (Availability::HeldByMe, _) => t_string!(i18n, product.held_by_me).to_owned(),
        (_, 0) => t_string!(i18n, product.here_none).to_owned(),
        (_, 1) => t_string!(i18n, product.here_last).to_owned(),
        (_, count) => t_string!(i18n, product.here_count, count = number(count)),
    }
}

/// The other stores that have it, the nearest first.
#[component]
fn Others(look: Look) -> Markup {
    let i18n = use_i18n();
    let here = use_here().store.value();
    let others = Memo::new(move |_| look.variant.with(|variant| (variant.gtin, variant.elsewhere.clone())));
    live(move || {
        let (gtin, others) = others.get();
        let language = language_of(i18n.get_locale());
        let this = here.get().map(|store| store.name.get(language).to_owned()).unwrap_or_default();
        let one = move |Elsewhere { slug, name, available }: Elsewhere| {
            let name = short_name(name.get(language), &this).to_owned();
            let words = t_string!(i18n, product.elsewhere, store = name, count = intl::number(available, language));
            view! { <li><a class="stock-here__other" href=Route::Product { store: slug, gtin, at: None }.href()>{words}<Icon shape=Shape::Forward/></a></li> }
        };
        (!others.is_empty()).then(|| {
            view! { <ul class="stock-here__others" aria-label=t_string!(i18n, product.other_stores)>{others.into_iter().map(one).collect_view()}</ul> }
        })
    })
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
