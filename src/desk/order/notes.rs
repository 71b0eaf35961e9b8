//! Under an open order's lines: what to know in its state, and the acts beside the main one.

use super::head::shopper;
use crate::browser::intl::{self, Moment};
use crate::desk::due;
use crate::desk::reason_sheet::{Because, use_reason_sheet};
use crate::desk::work::{Act, Desk, focus_soon, use_desk};
use crate::i18n::{Words, language_of, t, t_string, use_i18n};
use crate::prelude::*;
use crate::ui::button::{Button, Variant};
use crate::ui::notice::Notice;
use crate::ui::price;
use api::pickup::Pickup;
use api::pickup::extend_pickup::ExtendPickup;
use api::pickup::unaccept_pickup::UnacceptPickup;
use domain::access::Action;
use domain::reservation::{State, Timers};

/// Notes and acts by state.
#[component]
pub(super) fn Notes(order: Signal<Option<Pickup>>) -> Markup {
    let desk = use_desk();
    let state = Memo::new(move |_| order.with(|order| order.as_ref().map(|order| order.state)));
    live(move || match state.get() {
        Some(State::Placed) if desk.staff.may(Action::RejectPickup) => view! { <p class="order__acts"><Reject/></p> },
        Some(State::Picking) => view! { <p class="order__acts"><Unaccept order/> <Reject/></p> },
        Some(State::NeedsDecision) => view! { <Asked order/> <p class="order__acts"><Reject/></p> },
        Some(State::Ready) => view! { <Facts order/> <p class="order__acts"><Extend order/> <Override/></p> },
        _ => Markup::Nothing,
    })
}

/// The shopper is being asked what to do about missing units.
#[component]
fn Asked(order: Signal<Option<Pickup>>) -> Markup {
    let (i18n, desk) = (use_i18n(), use_desk());
    let until = move || {
        let at = order.with(|order| order.as_ref().map(|order| order.since)).unwrap_or_default() + Timers::default().decision;
        desk.zone.with(|zone| due::time(at, desk.now.get(), language_of(i18n.get_locale()), zone.as_deref()))
    };
    view! { <Notice>{move || t_string!(i18n, desk.order.asked, time = until())}</Notice> }
}

/// Bin and price of an order that waits.
#[component]
fn Facts(order: Signal<Option<Pickup>>) -> Markup {
    let i18n = use_i18n();
    let bin = move || order.with(|order| order.as_ref().and_then(|order| order.bin.clone()));
    let pay = move || match order.with(|order| order.as_ref().and_then(|order| order.total)) {
        Some(total) => price::words(i18n, total),
        None => t_string!(i18n, common.price.ask).to_owned(),
    };
    view! {
        <dl class="facts">
            <div><dt>{t!(desk.order.bin)}</dt><dd>{bin}</dd></div>
            <div><dt>{t!(desk.order.pay)}</dt><dd>{pay}</dd></div>
        </dl>
    }
}

fn kept_until(i18n: Words, desk: Desk, order: &Pickup) -> String {
    let language = language_of(i18n.get_locale());
    let told = |by| desk.zone.with(|zone| intl::moment(by, Moment::DayAndTime, language, zone.as_deref()));
    order.pickup_by.map(told).unwrap_or_default()
}

/// Gives it back to the queue.
#[component]
fn Unaccept(order: Signal<Option<Pickup>>) -> Markup {
    let (i18n, desk) = (use_i18n(), use_desk());
    let go = move |_| {
        let Some(order) = order.get_untracked() else { return };
        let ask = UnacceptPickup { store: desk.store(), reservation: order.id };
        desk.act(Act::Unaccept, order.version, ask, move |order| {
            desk.tell(|| t_string!(i18n, desk.told.unaccepted, name = shopper(i18n, &order)));
            focus_soon([format!("order-{}", order.id)]);
        });
    };
    view! { <Button variant=Variant::Quiet busy=desk.is_doing(Act::Unaccept) on_press=go>{t!(desk.act.unaccept)}</Button> }
}

/// One business day longer.
#[component]
fn Extend(order: Signal<Option<Pickup>>) -> Markup {
    let (i18n, desk) = (use_i18n(), use_desk());
    let go = move |_| {
        let Some(order) = order.get_untracked() else { return };
        let ask = ExtendPickup { store: desk.store(), reservation: order.id };
        desk.act(Act::Extend, order.version, ask, move |order| {
            desk.tell(|| t_string!(i18n, desk.told.extended, time = kept_until(i18n, desk, &order)));
        });
    };
    view! { <Button variant=Variant::Quiet busy=desk.is_doing(Act::Extend) on_press=go>{t!(desk.act.extend)}</Button> }
}

/// The store cannot: managers only.
#[component]
fn Reject() -> Markup {
    let (desk, sheet) = (use_desk(), use_reason_sheet());
    let may = untrack(|| desk.staff.may(Action::RejectPickup));
    may.then(|| {
        view! { <Button variant=Variant::Quiet on_press=move |_| sheet.open(Because::Reject)>{t!(desk.act.reject)}</Button> }
    })
    .into_markup()
}

/// Without a code: a manager may, others call one.
#[component]
fn Override() -> Markup {
    let (desk, sheet) = (use_desk(), use_reason_sheet());
    match untrack(|| desk.staff.may(Action::OverrideHandover)) {
        true => view! {
            <Button variant=Variant::Quiet on_press=move |_| sheet.open(Because::Override)>{t!(desk.act.without_code)}</Button>
        },
        false => view! { <span class="order__hint">{t!(desk.order.no_code)}</span> },
    }
}
