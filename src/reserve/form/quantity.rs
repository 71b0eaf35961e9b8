//! What, and how many.

use super::booking::Booking;
use super::held::Lapse;
use super::shortage::Trouble;
use crate::browser::{clock, intl};
use crate::i18n::{language_of, t, t_string, use_i18n};
use crate::prelude::*;
use crate::session::use_here;
use crate::ui::button::{Button, Variant};
use crate::ui::notice::{Notice, Tone};
use crate::ui::paused;
use crate::ui::picture::Picture;
use crate::ui::price::Price;
use crate::ui::stepper::Stepper;
use api::catalog::{Product, Variant as Sold};
use domain::pause::is_on;

/// The contract's most for one line.
const MOST: u32 = 20;

/// The thing itself: picture, name, colour and size, price.
#[component]
pub fn What(booking: Booking, product: Signal<Product>) -> Markup {
    let i18n = use_i18n();
    let sold = Memo::new(move |_| product.with(|product| chosen(product, booking)));
    live(move || {
        let language = language_of(i18n.get_locale());
        sold.get().map(|sold| {
            let (name, brand) = product.with_untracked(|product| (product.name.clone(), product.brand.get(language).to_owned()));
            let detail = [sold.colour.map(|colour| colour.name), sold.size];
            let detail = detail.iter().flatten().map(|text| text.get(language)).collect::<Vec<_>>().join(" · ");
            view! {
                <div class="reserve__what">
                    <span class="reserve__picture"><Picture picture=sold.pictures.into_iter().next() name=name.clone() size=240/></span>
                    <div>
                        <p class="quiet">{brand}</p>
                        <p class="reserve__name">{name.get(language).to_owned()}</p>
                        <p class="quiet">{detail}</p>
                        <Price price=sold.price/>
                    </div>
                </div>
            }
        })
    })
}

/// How many; the press keeps them.
#[component]
pub fn QuantityStep(booking: Booking, product: Signal<Product>) -> Markup {
    let i18n = use_i18n();
    let number = move |count: u32| intl::number(count, language_of(i18n.get_locale()));
    let free = Memo::new(move |_| product.with(|product| chosen(product, booking).map_or(0, |sold| sold.stock.available)));
    let at_most = Signal::derive(move || free.get().clamp(1, MOST));
    let words = move || t_string!(i18n, reserve.hold.press, count = number(booking.quantity.get()));
    let here = use_here().store.value();
    let paused = move || {
        let zone = here.get().map(|store| store.time_zone.clone());
        let pause = product.with(|product| product.pause.clone()).filter(|pause| is_on(pause.until, clock::now()));
        pause.map(|pause| paused::sentence(i18n, &pause, zone.as_deref()))
    };
    let blocked = Signal::derive(move || match free.get() {
        0 => Some(t_string!(i18n, reserve.none_left).to_owned()),
        _ => paused(),
    });
    let hold = move |_| {
        if let Some(sold) = product.with_untracked(|product| chosen(product, booking)) {
            booking.hold(sold.id, false);
        }
    };
    let lapse = move || {
        booking.lapse.get().map(|lapse| {
            let (tone, words) = match lapse {
                Lapse::Expired => (Tone::Warn, t_string!(i18n, reserve.hold.expired)),
                Lapse::GivenUp => (Tone::Good, t_string!(i18n, reserve.hold.given_up)),
            };
            view! { <Notice tone>{words}</Notice> }
        })
    };
    let free_words = move || t_string!(i18n, reserve.free, count = number(free.get()));
    view! {
        <section class="reserve__step" aria-labelledby="how-many">
            {lapse}
            <Trouble booking product/>
            <div class="reserve__count">
                <div>
                    <h2 id="how-many">{t!(reserve.quantity)}</h2>
                    <p class="quiet">{free_words}</p>
                </div>
                <Stepper label=t!(reserve.quantity) value=booking.quantity at_most/>
            </div>
            <p class="quiet">{t!(reserve.hold.what_it_means)}</p>
            <div class="bar"><Button variant=Variant::Primary busy=booking.busy blocked on_press=hold>{words}</Button></div>
        </section>
    }
}

/// The variant that the address names.
pub(super) fn chosen(product: &Product, booking: Booking) -> Option<Sold> {
    product.variants.iter().find(|variant| variant.gtin == booking.gtin()).cloned()
}
