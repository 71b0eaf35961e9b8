//! Why nothing was held, and what can be done: fewer, if the visitor agrees, other numbers, or another store. What to press stands in
//! the bar, in the place of the press that was refused.

use super::booking::Booking;
use super::goods::elsewhere;
use super::wanted::Wanted;
use crate::browser::document;
use crate::browser::intl;
use crate::client::Refusal;
use crate::client::problem::Problem;
use crate::i18n::{Words, language_of, say, t, t_string, use_i18n};
use crate::message;
use crate::prelude::*;
use crate::session::use_here;
use crate::ui::notice::{Notice, Tone};
use crate::ui::paused;
use api::Code;
use api::reservation::Offer;
use api::store::Pause;
use domain::Instant;
use domain::pause::PauseReason;

/// To be brought into view.
const SHORT: &str = "short";

/// What the hold was refused with; nothing is claimed then.
#[component]
pub fn Trouble(booking: Booking, offers: Signal<Vec<Offer>>) -> Markup {
    let i18n = use_i18n();
    live(move || {
        booking.refusal.get().map(|refusal| match refusal {
            Refusal::Problem(problem) if problem.code == Code::NotEnough => view! { <Short booking offers problem=*problem/> },
            refusal => {
                let pause = match &refusal {
                    Refusal::Problem(problem) if problem.code == Code::Paused => paused(i18n, problem),
                    _ => None,
                };
                view! { <Notice tone=Tone::Warn>{pause.unwrap_or_else(|| message::act(i18n, &refusal))}</Notice> }
            }
        })
    })
}

/// The store takes no reservations for a while: why, and until when.
fn paused(i18n: Words, problem: &Problem) -> Option<String> {
    let param = |name: &str| problem.params.get(name).cloned().unwrap_or_default();
    let until = Instant::from_rfc3339(&param("until")).ok()?;
    let reason = PauseReason::ALL.into_iter().find(|reason| reason.name() == param("reason")).unwrap_or(PauseReason::Other);
    let zone = use_here().store.value().get_untracked().map(|store| store.time_zone.clone());
    Some(paused::sentence(i18n, &Pause { reason, words: param("words"), until }, zone.as_deref()))
}

/// What would be kept of what is wanted, where the shop has said that not all of it is there.
pub fn partly(booking: Booking, offers: &[Offer]) -> Option<u32> {
    let is_short = booking.refusal.with(|refusal| refusal.as_ref().is_some_and(|refusal| refusal.is(Code::NotEnough)));
    // The shop's figures have corrected the page's.
    let kept = |wanted: &Wanted| {
        offers.iter().find(|offer| offer.gtin == wanted.gtin).map_or(0, |offer| offer.stock.available.min(wanted.quantity))
    };
    let total = booking.wanted.with(|all| all.iter().map(kept).sum());
    (is_short && total > 0).then_some(total)
}

/// Each thing that there is too little of.
#[component]
fn Short(booking: Booking, offers: Signal<Vec<Offer>>, problem: Problem) -> Markup {
    let i18n = use_i18n();
    let number = move |count: u32| intl::number(count, language_of(i18n.get_locale()));
    let (wanted, all) = (booking.wanted.get_untracked(), offers.get_untracked());
    let quantity = |offer: &Offer| wanted.iter().find(|one| one.gtin == offer.gtin).map_or(0, |one| one.quantity);
    let free = |offer: &Offer| problem.short.iter().find(|short| short.variant == offer.variant).map(|short| short.available);
    let row = |offer: &Offer| {
        let (name, requested, free) = (say(offer.name.clone()), quantity(offer), free(offer)?);
        let words = move || match free {
            0 => t_string!(i18n, reserve.short.none_of, name = name()),
            free => t_string!(i18n, reserve.short.of, name = name(), requested = number(requested), count = number(free)),
        };
        // Of what is gone for good, its line says where else it is.
        let other = if free > 0 { elsewhere(offer) } else { None };
        Some(view! { <li>{words}" "{other}</li> })
    };
    let rows: Vec<Markup> = all.iter().filter_map(row).collect();
    let lead = if untrack(|| partly(booking, &all)).is_some() { t!(reserve.short.some) } else { t!(reserve.short.gone) };
    request_animation_frame(|| document::show(SHORT));
    view! { <div id=SHORT class="reserve__shortage"><Notice tone=Tone::Warn><p><b>{lead}</b></p><ul class="reserve__short">{rows}</ul></Notice></div> }
}
