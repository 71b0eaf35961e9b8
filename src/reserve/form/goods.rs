//! The things that are asked for, each with how many there are and how many are wanted.

use super::booking::Booking;
use super::counts::figure;
use crate::browser::document;
use crate::i18n::{say, t, t_string, use_i18n, use_language};
use crate::prelude::*;
use crate::route::Route;
use crate::ui::icon::{Icon, Shape};
use crate::ui::picture::Picture;
use crate::ui::price::Price;
use crate::ui::stepper::Stepper;
use api::reservation::{MOST_UNITS, Offer};
use domain::{Gtin, Instant};

/// The list's id.
pub(super) const ALL: &str = "goods";

/// In the order of the address.
#[component]
pub fn Goods(booking: Booking, offers: Signal<Vec<Offer>>, known_at: Memo<Option<Instant>>) -> Markup {
    let is_many = Memo::new(move |_| booking.wanted.with(|all| all.len() > 1));
    let codes = move || booking.wanted.with(|all| all.iter().map(|one| one.gtin).collect());
    let rows = each(codes, Gtin::to_string, move |gtin| view! { <Line booking offers known_at is_many gtin/> });
    view! { <ul class="reserve__goods" id=ALL tabindex="-1">{rows}</ul> }
}

#[component]
fn Line(booking: Booking, offers: Signal<Vec<Offer>>, known_at: Memo<Option<Instant>>, is_many: Memo<bool>, gtin: Gtin) -> Markup {
    let (i18n, language) = (use_i18n(), use_language());
    let offer = Memo::new(move |_| offers.with(|offers| offers.iter().find(|offer| offer.gtin == gtin).cloned()));
    let name = move || {
        offer.with(|offer| offer.as_ref().map_or_else(|| gtin.number().to_string(), |offer| offer.name.get(language.get()).to_owned()))
    };
    let take_off = move |_| {
        booking.want(gtin, 0);
        // What was pressed is gone.
        request_animation_frame(|| document::focus(ALL));
    };
    let remove = move || {
        is_many.get().then(|| {
            let label = move || t_string!(i18n, reserve.remove, name = name());
            view! { <button class="reserve__remove" type="button" aria-label=label on:click=take_off><Icon shape=Shape::Cross/></button> }
        })
    };
    let face = live(move || match offer.get() {
        Some(offer) => view! { <Face offer/> },
        None => view! { <p class="reserve__absent">{name}<br/><span class="quiet">{t!(list.not_here)}</span></p> },
    });
    let free = Memo::new(move |_| offer.with(|offer| offer.as_ref().map(|offer| offer.stock.available)));
    let is_here = Memo::new(move |_| free.get().map(|free| free > 0));
    let count = live(move || match is_here.get() {
        None => Markup::Nothing,
        Some(false) => view! { <Gone offer known_at/> },
        Some(true) => view! { <Count booking free known_at gtin name=Signal::derive(name)/> },
    });
    view! { <li class="reserve__good"><div class="reserve__what">{face}{remove}</div>{count}</li> }
}

/// Picture, name, colour and size, price.
#[component]
fn Face(offer: Offer) -> Markup {
    let Offer { name, detail, picture, price, .. } = offer;
    view! {
        <span class="reserve__picture"><Picture picture name=name.clone() size=240/></span>
        <span class="reserve__words">
            <b class="reserve__name">{say(name)}</b>
            <span class="quiet">{say(detail)}</span>
            <Price price/>
        </span>
    }
}

/// How many of how many.
#[component]
fn Count(booking: Booking, free: Memo<Option<u32>>, known_at: Memo<Option<Instant>>, gtin: Gtin, name: Signal<String>) -> Markup {
    let i18n = use_i18n();
    let wanted = untrack(|| booking.wanted.with(|all| all.iter().find(|one| one.gtin == gtin).map_or(1, |one| one.quantity)));
    let value = RwSignal::new(wanted);
    let at_most = Signal::derive(move || free.get().unwrap_or(0).clamp(1, MOST_UNITS));
    // The address follows what is pressed.
    Effect::new(move |before: Option<u32>| {
        let now = value.get();
        if before.is_some_and(|before| before != now) {
            booking.want(gtin, now);
        }
        now
    });
    let label = Signal::derive(move || t_string!(i18n, reserve.quantity_of, name = name.get()));
    let is_short = Memo::new(move |_| free.get().is_some_and(|free| free < value.get()));
    view! {
        <div class="reserve__count">
            <p class="quiet" data-short=is_short>{move || figure(i18n, free.get().unwrap_or(0), known_at.get())}</p>
            <Stepper label value at_most/>
        </div>
    }
}

/// None here: left out of what the press keeps. Where there is one, the nearest store that has it.
#[component]
fn Gone(offer: Memo<Option<Offer>>, known_at: Memo<Option<Instant>>) -> Markup {
    let i18n = use_i18n();
    let other = move || offer.get().and_then(|offer| elsewhere(&offer));
    view! { <div class="reserve__count"><p class="reserve__gone">{move || figure(i18n, 0, known_at.get())}</p>{other}</div> }
}

/// The way to the nearest store that has it.
pub(super) fn elsewhere(offer: &Offer) -> Option<Markup> {
    let i18n = use_i18n();
    let other = offer.elsewhere.first()?;
    let (name, href) = (say(other.name.clone()), Route::Product { store: other.slug.clone(), gtin: offer.gtin, at: None }.href());
    Some(view! { <a class="link reserve__other" href=href>{move || t_string!(i18n, reserve.short.elsewhere, store = name())}</a> })
}
