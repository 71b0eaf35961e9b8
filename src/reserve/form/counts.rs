//! How many of each; the press keeps them all together.

use super::booking::Booking;
use super::goods::{ALL, Goods};
use super::held::Lapse;
use super::shortage::{Trouble, partly};
use crate::browser::{clock, document, intl};
use crate::i18n::{language_of, t, t_string, use_i18n};
use crate::live::LinkState;
use crate::prelude::*;
use crate::session::use_here;
use crate::ui::button::{Button, Variant};
use crate::ui::notice::{Notice, Tone};
use crate::ui::paused;
use api::reservation::Offer;
use domain::pause::is_on;
use domain::{Instant, Span};
use std::time::Duration;

/// Older figures are no promise.
const OLD: Span = Span::minutes(10);
const TICK: Duration = Duration::from_secs(30);

/// The lines, what went wrong, and the press.
#[component]
pub fn CountStep(booking: Booking, offers: Signal<Vec<Offer>>, link: Signal<LinkState>) -> Markup {
    let i18n = use_i18n();
    let number = move |count: u32| intl::number(count, language_of(i18n.get_locale()));
    let (opened, now) = (clock::now(), clock::use_now(TICK));
    // When the figures were last known to be true; nothing while they are.
    let known_at = Memo::new(move |_| match link.get() {
        LinkState::Live(_) => None,
        LinkState::Lost(since) => Some(since),
        LinkState::Opening => Some(opened),
    });
    let is_old = Memo::new(move |_| known_at.get().is_some_and(|at| now.get().since(at) > OLD));
    let total = Memo::new(move |_| {
        let free = |gtin| offers.with(|offers| offers.iter().any(|offer| offer.gtin == gtin && offer.stock.available > 0));
        booking.wanted.with(|all| all.iter().filter(|one| free(one.gtin)).map(|one| one.quantity).sum::<u32>())
    });
    let here = use_here().store.value();
    // It ends by itself.
    let paused = move || {
        let store = here.get()?;
        let pause = store.pause.as_ref().filter(|pause| is_on(pause.until, now.get()))?;
        Some(paused::sentence(i18n, pause, Some(&store.time_zone)))
    };
    let blocked = Signal::derive(move || match (total.get(), is_old.get()) {
        (0, _) => Some(t_string!(i18n, reserve.none_left).to_owned()),
        (_, true) => Some(t_string!(i18n, reserve.too_old).to_owned()),
        _ => paused(),
    });
    let words = move || match total.get() {
        0 => t_string!(i18n, reserve.title).to_owned(),
        count => t_string!(i18n, reserve.hold.press, count = number(count)),
    };
    let some_gone = Memo::new(move |_| total.get() > 0 && offers.with(|offers| offers.iter().any(|offer| offer.stock.available == 0)));
    let left_out = move || some_gone.get().then(|| [t_string!(i18n, reserve.left_out), " "].concat());
    let hold = move |_| booking.hold(&offers.get_untracked(), false);
    let agree = move |_| booking.hold(&offers.get_untracked(), true);
    let change = move |_| {
        booking.refusal.set(None);
        // What was pressed is gone: on to what may be changed.
        request_animation_frame(|| document::focus(ALL));
    };
    let partly = Memo::new(move |_| offers.with(|offers| partly(booking, offers)));
    let acts = live(move || match partly.get() {
        None => view! { <Button variant=Variant::Primary busy=booking.busy blocked on_press=hold>{words}</Button> },
        Some(count) => view! {
            <Button variant=Variant::Quiet on_press=change>{t!(reserve.short.change)}</Button>
            <Button variant=Variant::Primary busy=booking.busy on_press=agree>{move || t_string!(i18n, reserve.short.agree, count = number(count))}</Button>
        },
    });
    view! {
        <section class="reserve__step" aria-label=t!(reserve.quantity)>
            <Ended booking/>
            <Goods booking offers known_at/>
            <Trouble booking offers/>
            <p class="quiet">{left_out}{t!(reserve.hold.what_it_means)}</p>
            <div class="bar">{acts}</div>
        </section>
    }
}

/// How the last hold ended, where it was not confirmed.
#[component]
fn Ended(booking: Booking) -> Markup {
    live(move || {
        booking.lapse.get().map(|lapse| {
            let (tone, words) = match lapse {
                Lapse::Expired => (Tone::Warn, t!(reserve.hold.expired)),
                Lapse::InHand => (Tone::Warn, t!(reserve.hold.in_hand)),
                Lapse::GivenUp => (Tone::Good, t!(reserve.hold.given_up)),
            };
            view! { <Notice tone>{words}</Notice> }
        })
    })
}

/// So many are here, and since when that is known.
pub(super) fn figure(i18n: crate::i18n::Words, free: u32, known_at: Option<Instant>) -> String {
    let language = language_of(i18n.get_locale());
    let count = intl::number(free, language);
    match (known_at, free) {
        (Some(at), _) => {
            let time = intl::moment(at, intl::Moment::Time, language, None);
            t_string!(i18n, reserve.free_at, count = count, time = time)
        }
        (None, 0) => t_string!(i18n, reserve.free_none).to_owned(),
        (None, _) => t_string!(i18n, reserve.free, count = count),
    }
}
