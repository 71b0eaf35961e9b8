//! Why nothing was held, and what can be done: fewer, if the visitor agrees, or another store.

use super::booking::Booking;
use super::quantity::chosen;
use crate::browser::intl;
use crate::client::Refusal;
use crate::i18n::{language_of, t, t_string, use_i18n};
use crate::message;
use crate::prelude::*;
use crate::route::Route;
use crate::ui::button::{Button, ButtonLink};
use crate::ui::notice::{Notice, Tone};
use api::Code;
use api::catalog::Product;

/// What the hold was refused with; nothing is claimed then.
#[component]
pub fn Trouble(booking: Booking, product: Signal<Product>) -> Markup {
    let i18n = use_i18n();
    live(move || {
        booking.refusal.get().map(|refusal| match free_now(&refusal) {
            None => {
                let words = message::act(i18n, &refusal);
                view! { <Notice tone=Tone::Warn>{words}</Notice> }
            }
            Some(0) => view! { <Gone booking product/> },
            Some(free) => view! { <Fewer booking product free/> },
        })
    })
}

/// How many are free, where that was the trouble.
fn free_now(refusal: &Refusal) -> Option<u32> {
    let Refusal::Problem(problem) = refusal else { return None };
    if problem.code != Code::NotEnough {
        return None;
    }
    problem.short.iter().map(|short| short.available).min()
}

#[component]
fn Fewer(booking: Booking, product: Signal<Product>, free: u32) -> Markup {
    let i18n = use_i18n();
    let number = move || intl::number(free, language_of(i18n.get_locale()));
    let agree = move |_| {
        if let Some(sold) = product.with_untracked(|product| chosen(product, booking)) {
            booking.hold(sold.id, true);
        }
    };
    view! {
        <Notice tone=Tone::Warn>
            <p>{move || t_string!(i18n, reserve.short.fewer, count = number())}</p>
            <Button busy=booking.busy on_press=agree>{move || t_string!(i18n, reserve.short.agree, count = number())}</Button>
        </Notice>
    }
}

#[component]
fn Gone(booking: Booking, product: Signal<Product>) -> Markup {
    let i18n = use_i18n();
    let other =
        product.with_untracked(|product| chosen(product, booking)).and_then(|sold| Some((sold.gtin, sold.elsewhere.into_iter().next()?)));
    let way = other.map(|(gtin, other)| {
        let name = crate::i18n::say(other.name);
        let words = move || t_string!(i18n, reserve.short.elsewhere, store = name());
        view! { <ButtonLink href=Route::Product { store: other.slug, gtin, at: None }.href()>{words}</ButtonLink> }
    });
    view! { <Notice tone=Tone::Warn><p>{t!(reserve.short.gone)}</p>{way}</Notice> }
}
