//! The bar at the foot, under the thumb: the next act of what stands open.

mod begin;
mod begin_all;
mod bin;
pub(super) mod code;
pub(super) mod handover;
pub(super) mod pick;
mod shelf;

use super::in_hand::use_in_hand;
use super::line_sheet::use_line_sheet;
use super::queue;
use super::reader::ReaderView;
use super::reason_sheet::use_reason_sheet;
use super::tab::{Tab, use_open_order, use_tab};
use super::trouble::TroubleLine;
use super::work::use_desk;
use crate::i18n::{t_string, use_i18n};
use crate::prelude::*;
use api::pickup::Pickup;
use begin::BeginBar;
use begin_all::BeginAllBar;
use bin::BinBar;
use code::CodeBar;
use domain::reservation::State;
use handover::HandoverBar;
use pick::PickBar;
use shelf::ShelfBar;

/// What it offers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Offer {
    Nothing,
    Begin,
    BeginAll,
    Pick,
    Bin,
    Code,
    Handover,
    Shelf,
}

/// Follows the tab and the open order.
#[component]
pub(super) fn Bar() -> Markup {
    let (i18n, desk, tab, open) = (use_i18n(), use_desk(), use_tab(), use_open_order());
    let order = Memo::new(move |_| match open.get() {
        Some(id) => desk.order(id).filter(|order| Tab::of(order.state) == tab.get()),
        // Of the list, the one that asks for its bin.
        None if tab.get() == Tab::ToPick => desk.complete(),
        None => None,
    });
    let order = Signal::derive(move || order.get());
    let is_list = Memo::new(move |_| open.get().is_none() && !desk.list().is_empty());
    let offer = Memo::new(move |_| match (tab.get(), order.get()) {
        (Tab::Putbacks, _) if desk.queue.with(|queue| queue.as_ref().is_some_and(|queue| !queue.putbacks.is_empty())) => Offer::Shelf,
        (Tab::ToPick, Some(order)) => to_pick(&order),
        (Tab::ToPick, None) if is_list.get() => Offer::Pick,
        (Tab::ToPick, None) if open.get().is_none() && desk.queue.with(|queue| queue.iter().flat_map(queue::placed).next().is_some()) => {
            Offer::BeginAll
        }
        (Tab::Waiting, Some(order)) if desk.shown.get() == Some(order.id) => Offer::Handover,
        (Tab::Waiting, _) => Offer::Code,
        _ => Offer::Nothing,
    });
    let controls = move || match offer.get() {
        Offer::Nothing => Markup::Nothing,
        Offer::Begin => view! { <BeginBar order/> },
        Offer::BeginAll => view! { <BeginAllBar/> },
        Offer::Pick => view! { <PickBar order/> },
        Offer::Bin => view! { <BinBar order/> },
        Offer::Code => view! { <CodeBar/> },
        Offer::Handover => view! { <HandoverBar order/> },
        Offer::Shelf => view! { <ShelfBar/> },
    };
    let label = move || match order.get() {
        Some(order) => super::order::shopper(i18n, &order),
        None => super::orders::words(i18n, tab.get()).to_owned(),
    };
    let (line, reason, in_hand) = (use_line_sheet(), use_reason_sheet(), use_in_hand());
    // A sheet says its troubles itself.
    let is_covered = Memo::new(move |_| line.is_open() || reason.is_open() || in_hand.is_open());
    // The field of the stock stands above its books; its camera is here like the others'.
    let has_field = move || tab.get() == Tab::Stock || matches!(offer.get(), Offer::Pick | Offer::Code | Offer::Shelf);
    let is_wanted = Memo::new(move |_| has_field() && !is_covered.get());
    let is_seeing = move || is_wanted.get() && desk.reader.is_on.get();
    let is_empty = move || offer.get() == Offer::Nothing && !is_seeing() && (is_covered.get() || desk.trouble.with(Option::is_none));
    view! {
        <section class="desk-bar" aria-label=move || t_string!(i18n, desk.bar, name = label()) data-empty=move || is_empty().then_some("")>
            <ReaderView is_wanted/>
            {move || (!is_covered.get()).then(|| view! { <TroubleLine/> })}
            {controls}
        </section>
    }
}

fn to_pick(order: &Pickup) -> Offer {
    match order.state {
        State::Placed => Offer::Begin,
        State::Picking if queue::next_line(order).is_some() => Offer::Pick,
        State::Picking => Offer::Bin,
        _ => Offer::Nothing,
    }
}
