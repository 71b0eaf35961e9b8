//! How many are here, and how sure that is.

use super::availability::Availability;
use super::look::Look;
use crate::browser::intl::{self, Moment};
use crate::i18n::{Words, language_of, t_string, use_i18n};
use crate::missing;
use crate::prelude::*;
use crate::session::use_here;
use api::catalog::Variant;
use domain::Instant;

/// The figure with its age, or with who proved it.
#[component]
pub fn StockHere(look: Look) -> Markup {
    let i18n = use_i18n();
    let zone = use_here().store.value();
    let clock = move |at: Instant| {
        let zone = zone.get().map(|store| store.time_zone.clone());
        intl::moment(at, Moment::Time, language_of(i18n.get_locale()), zone.as_deref())
    };
    let here = move || look.variant.with(|variant| words(i18n, variant, look.availability.get(), &clock));
    let checked = missing::use_brief();
    let age = move || match (look.known_at.get(), look.variant.with(|variant| variant.stock.check.clone())) {
        (None, Some(check)) => checked.run(check),
        (None, None) => t_string!(i18n, product.as_of_now).to_owned(),
        (Some(at), _) => t_string!(i18n, product.as_of, time = clock(at)),
    };
    let state = move || {
        look.variant.with(|variant| match (variant.stock.available, look.availability.get()) {
            (_, Availability::Unknown(_)) => "unknown",
            (0, _) => "none",
            (1, _) => "last",
            _ => "here",
        })
    };
    view! {
        <p class="tag__foot">
            <span class="stock tag__stock" data-state=state>{here}</span>
            <span class="quiet small">{age}</span>
        </p>
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
