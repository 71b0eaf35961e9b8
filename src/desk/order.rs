//! An order's card: who, how many, until when; opened, its lines in walking order.

mod choose;
mod head;
mod line;
mod notes;
mod notice;
mod refused;
mod tick;

use super::due::Due;
use super::queue;
use super::tab::{Tab, use_open_order};
use super::walk::use_walk;
use super::work::use_desk;
use crate::browser::document;
use crate::prelude::*;
use api::pickup::{Pickup, PickupLine};
use choose::Choose;
use domain::Span;
use domain::ids::{ReservationId, VariantId};
use domain::reservation::State;
use head::Head;
use line::OrderLine;
use notes::Notes;
use notice::NoticeNote;

/// An order is new for this long.
const NEW: Span = Span::minutes(3);

pub(super) use head::{named, shopper};

/// The card; the address says whether it is open.
#[component]
pub(super) fn OrderCard(id: ReservationId, tab: Tab, #[prop(into)] order: Signal<Option<Pickup>>) -> Markup {
    let (desk, open) = (use_desk(), use_open_order());
    let is_open = Memo::new(move |_| open.get() == Some(id));
    let of = move |judge: fn(&Pickup, domain::Instant) -> bool| {
        Memo::new(move |_| order.with(|order| order.as_ref().is_some_and(|order| judge(order, desk.now.get()))))
    };
    let is_late = of(is_late);
    let is_new = of(|order, now| order.state == State::Placed && now.since(order.placed_at) < NEW);
    Effect::new(move |_| {
        if is_open.get() {
            request_animation_frame(move || document::show(&format!("card-{id}")));
        }
    });
    view! {
        <li>
            <article
                class="order" id=format!("card-{id}") aria-labelledby=format!("order-{id}")
                data-open=move || is_open.get().then_some("") data-late=move || is_late.get().then_some("")
                data-done=(tab == Tab::Done).then_some("")
            >
                <div class="order__top"><Choose id tab order/> <Head id tab order is_open is_new/></div>
                {move || is_open.get().then(|| view! { <Lines order/> <NoticeNote order/> <Notes order/> })}
            </article>
        </li>
    }
}

/// Past its promise, or past the time it is kept.
fn is_late(order: &Pickup, now: domain::Instant) -> bool {
    let until = match Tab::of(order.state) {
        Tab::ToPick => order.promised_at,
        Tab::Waiting => order.pickup_by,
        Tab::Putbacks | Tab::Counts | Tab::Stock | Tab::Done => None,
    };
    until.is_some_and(|until| Due::of(until, now).is_late())
}

/// Where the picker walks, from first to last.
#[component]
fn Lines(order: Signal<Option<Pickup>>) -> Markup {
    let walking = use_walk(move || {
        order
            .with(|order| order.iter().flat_map(|order| &order.lines).filter_map(|line| line.location.as_ref()).map(|at| at.slot).collect())
    });
    let variants = Memo::new(move |_| {
        let mut lines = order.with(|order| order.iter().flat_map(|order| &order.lines).cloned().collect::<Vec<_>>());
        lines.sort_by_key(|line| walking.place(line.location.as_ref()));
        lines.into_iter().map(|line| line.variant).collect::<Vec<_>>()
    });
    let state = Memo::new(move |_| order.with(|order| order.as_ref().map(|order| order.state)).unwrap_or(State::Other));
    let id = order.with_untracked(|order| order.as_ref().map(|order| order.id));
    let next = Memo::new(move |_| order.with(|order| order.as_ref().and_then(queue::next_line).map(|line| line.variant)));
    let line = move |variant: VariantId| {
        let find = move |order: &Pickup| order.lines.iter().find(|line| line.variant == variant).cloned();
        let line = Memo::new(move |before: Option<&Option<PickupLine>>| {
            order.with(|order| order.as_ref().and_then(find)).or_else(|| before.cloned().flatten())
        });
        let is_next = Memo::new(move |_| next.get() == Some(variant));
        id.map(|id| view! { <OrderLine id variant line=Signal::derive(move || line.get()) state is_next/> })
    };
    view! { <ul class="lines">{each(move || variants.get(), |variant| *variant, line)}</ul> }
}
