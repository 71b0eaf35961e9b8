//! Why nothing was held, and what can be done: fewer, if the visitor agrees, other numbers, or another store.

use super::booking::Booking;
use super::goods::{ALL, elsewhere};
use crate::browser::document;
use crate::browser::intl::{self, Moment};
use crate::client::Refusal;
use crate::client::problem::Problem;
use crate::i18n::{Words, language_of, say, t, t_string, use_i18n};
use crate::message;
use crate::prelude::*;
use crate::session::use_here;
use crate::ui::button::{Button, Variant};
use crate::ui::notice::{Notice, Tone};
use api::Code;
use api::reservation::Offer;
use domain::Instant;

/// What the hold was refused with; nothing is claimed then.
#[component]
pub fn Trouble(booking: Booking, offers: Signal<Vec<Offer>>) -> Markup {
    let i18n = use_i18n();
    live(move || {
        booking.refusal.get().map(|refusal| match refusal {
            Refusal::Problem(problem) if problem.code == Code::NotEnough => view! { <Choice booking offers problem=*problem/> },
            Refusal::Problem(problem) if problem.code == Code::Paused => {
                view! { <Notice tone=Tone::Warn>{paused(i18n, &problem)}</Notice> }
            }
            refusal => view! { <Notice tone=Tone::Warn>{message::act(i18n, &refusal)}</Notice> },
        })
    })
}

/// The store takes no reservations for a while: why, and until when, as far as it says so.
fn paused(i18n: Words, problem: &Problem) -> String {
    let zone = use_here().store.value().get_untracked().map(|store| store.time_zone.clone());
    let until = problem.params.get("until").and_then(|text| Instant::from_rfc3339(text).ok());
    let until = until.map(|until| intl::moment(until, Moment::Time, language_of(i18n.get_locale()), zone.as_deref()));
    let reason = problem.params.get("reason").filter(|reason| !reason.is_empty()).cloned();
    let why = reason.map(|reason| t_string!(i18n, reserve.paused.because, reason = reason));
    let back = until.map(|time| t_string!(i18n, reserve.paused.until, time = time));
    [Some(t_string!(i18n, reserve.paused.now).to_owned()), why, back].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// Each thing that there is too little of, and one answer for all.
#[component]
fn Choice(booking: Booking, offers: Signal<Vec<Offer>>, problem: Problem) -> Markup {
    let i18n = use_i18n();
    let number = move |count: u32| intl::number(count, language_of(i18n.get_locale()));
    let wanted = booking.wanted.get_untracked();
    let all = offers.get_untracked();
    let free = |offer: &Offer| problem.short.iter().find(|short| short.variant == offer.variant).map(|short| short.available);
    // What would be kept: all that there is of what is wanted.
    let quantity = |offer: &Offer| wanted.iter().find(|one| one.gtin == offer.gtin).map_or(0, |one| one.quantity);
    let total: u32 = all.iter().map(|offer| quantity(offer).min(free(offer).unwrap_or(offer.stock.available))).sum();
    let short = all.iter().filter_map(|offer| Some((offer, quantity(offer), free(offer)?)));
    let rows: Vec<Markup> = short
        .map(|(offer, requested, free)| {
            let name = say(offer.name.clone());
            let words = move || match free {
                0 => t_string!(i18n, reserve.short.none_of, name = name()),
                free => t_string!(i18n, reserve.short.of, name = name(), requested = number(requested), count = number(free)),
            };
            // Of what is gone for good, its line says where else it is.
            let other = if free > 0 { elsewhere(offer) } else { None };
            view! { <li>{words}" "{other}</li> }
        })
        .collect();
    let agree = move |_| booking.hold(&offers.get_untracked(), true);
    let change = move |_| {
        booking.refusal.set(None);
        // What was pressed is gone: on to what may be changed.
        request_animation_frame(|| document::focus(ALL));
    };
    let acts = (total > 0).then(|| {
        view! {
            <div class="reserve__acts">
                <Button variant=Variant::Primary busy=booking.busy on_press=agree>{move || t_string!(i18n, reserve.short.agree, count = number(total))}</Button>
                <Button on_press=change>{t!(reserve.short.change)}</Button>
            </div>
        }
    });
    let lead = if total > 0 { t!(reserve.short.some) } else { t!(reserve.short.gone) };
    view! { <Notice tone=Tone::Warn><p><b>{lead}</b></p><ul class="reserve__short">{rows}</ul>{acts}</Notice> }
}
