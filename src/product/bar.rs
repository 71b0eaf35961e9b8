//! Always at hand: where it is, and keep one.

use super::availability::Availability;
use super::elsewhere::short_name;
use super::look::Look;
use crate::browser::intl::{self, Moment};
use crate::i18n::{Words, language_of, t, t_string, use_i18n};
use crate::prelude::*;
use crate::route::Route;
use crate::session::{holding, use_here};
use crate::ui::button::{Button, ButtonLink, Variant};
use crate::ui::icon::{Icon, Shape};
use crate::ui::paused;
use domain::{Gtin, Instant};

/// The bar at the foot.
#[component]
pub fn Bar(look: Look) -> Markup {
    let has_place = Memo::new(move |_| look.variant.with(|variant| !variant.locations.is_empty()));
    let map = move || {
        has_place.get().then(|| {
            let href = Signal::derive(move || look.map_href());
            view! { <ButtonLink href><Icon shape=Shape::Map/>{t!(product.show_place)}</ButtonLink> }
        })
    };
    view! { <div class="bar" role="group" aria-label=t!(product.acts)>{map}<Keep look/></div> }
}

/// The one main act, or why there is none.
#[component]
fn Keep(look: Look) -> Markup {
    let i18n = use_i18n();
    let here = use_here().store.value();
    live(move || {
        let language = language_of(i18n.get_locale());
        let (gtin, size) = look.variant.with(|variant| (variant.gtin, variant.size.as_ref().map(|size| size.get(language).to_owned())));
        let reserve = |gtins: Vec<Gtin>| Route::Reserve { store: look.slug(), gtins }.href();
        let zone = here.get().map(|store| store.time_zone.clone());
        let clock = |at: Instant| intl::moment(at, Moment::Time, language, zone.as_deref());
        match look.availability.get() {
            Availability::Offer(_) => primary(reserve(vec![gtin]), keep(i18n, size)),
            // It may be held with others.
            Availability::HeldByMe => {
                let gtins = holding::of(&look.slug(), gtin).map_or_else(|| vec![gtin], |holding| holding.gtins);
                primary(reserve(gtins), t_string!(i18n, product.go_on).to_owned())
            }
            Availability::LastOneHeld(until) => {
                blocked(t_string!(i18n, product.all_held).to_owned(), t_string!(i18n, product.held_note, time = clock(until)))
            }
            Availability::Paused => {
                let pause = look.product.with(|product| product.pause.clone());
                let note = pause.map(|pause| paused::sentence(i18n, &pause, zone.as_deref())).unwrap_or_default();
                blocked(t_string!(i18n, pause.product).to_owned(), note)
            }
            Availability::Unknown(at) => {
                blocked(t_string!(i18n, product.reserve).to_owned(), t_string!(i18n, product.unknown_note, time = clock(at)))
            }
            Availability::SoldOut => {
                let this = here.get().map(|store| store.name.get(language).to_owned()).unwrap_or_default();
                match look.variant.with(|variant| variant.elsewhere.first().cloned()) {
                    Some(other) => {
                        let name = short_name(other.name.get(language), &this).to_owned();
                        let words = t_string!(i18n, product.see_elsewhere, store = name);
                        primary(Route::Product { store: other.slug, gtin, at: None }.href(), words)
                    }
                    None => blocked(t_string!(i18n, product.sold_out).to_owned(), t_string!(i18n, product.sold_out_note).to_owned()),
                }
            }
        }
    })
}

fn keep(i18n: Words, size: Option<String>) -> String {
    match size {
        Some(size) => t_string!(i18n, product.keep_size, size = size),
        None => t_string!(i18n, product.keep_one).to_owned(),
    }
}

fn primary(href: String, words: String) -> Markup {
    view! { <ButtonLink href variant=Variant::Primary>{words}</ButtonLink> }
}

fn blocked(words: String, reason: String) -> Markup {
    view! { <Button variant=Variant::Primary blocked=Signal::stored(Some(reason))>{words}</Button> }
}
