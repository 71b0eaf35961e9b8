//! Choosing an order that waits for somebody, to fetch it together with others.

use crate::desk::order::shopper;
use crate::desk::queue;
use crate::desk::tab::Tab;
use crate::desk::work::use_desk;
use crate::i18n::{t_string, use_i18n};
use crate::prelude::*;
use api::pickup::Pickup;
use domain::ids::ReservationId;
use domain::reservation::State;

/// A box to tick; nothing where there is nothing to choose between.
#[component]
pub(super) fn Choose(id: ReservationId, tab: Tab, order: Signal<Option<Pickup>>) -> Markup {
    let (i18n, desk) = (use_i18n(), use_desk());
    let may = Memo::new(move |_| {
        let is_placed = order.with(|order| order.as_ref().is_some_and(|order| order.state == State::Placed));
        tab == Tab::ToPick && is_placed && desk.queue.with(|queue| queue.as_ref().is_some_and(|queue| queue::placed(queue).count() > 1))
    });
    let label = move || {
        let who = order.with(|order| order.as_ref().map(|order| shopper(i18n, order))).unwrap_or_default();
        t_string!(i18n, desk.list.choose, name = who)
    };
    let press = move |_| {
        desk.chosen.update(|chosen| {
            if !chosen.remove(&id) {
                chosen.insert(id);
            }
        });
    };
    let is_on = move || desk.chosen.with(|chosen| chosen.contains(&id));
    live(move || {
        may.get().then(|| {
            view! {
                <label class="order__choose">
                    <input class="order__box" type="checkbox" aria-label=label prop:checked=is_on on:change=press/>
                </label>
            }
        })
    })
}
