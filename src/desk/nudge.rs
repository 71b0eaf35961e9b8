//! Orders that nobody takes: said again, first to everybody at the desk, then to a manager; and how the queue stands.

use super::due::Due;
use super::order::named;
use super::queue;
use super::tab::Tab;
use super::work::{Desk, use_desk};
use crate::browser::sound;
use crate::i18n::{Words, t_string, use_i18n};
use crate::prelude::*;
use api::pickup::Pickup;
use domain::access::Action;
use domain::ids::ReservationId;
use domain::reservation::{Nudge, Timers};
use std::collections::BTreeMap;

/// A promise is near for so many minutes.
const NEAR: i64 = 10;

/// Rings again at each step that an order takes. What was late before the desk opened is shown, and rings for nobody.
pub(super) fn ring_for_late(desk: Desk) {
    let i18n = use_i18n();
    Effect::new(move |before: Option<Option<BTreeMap<ReservationId, Nudge>>>| {
        let nudged = nudged(desk);
        if let (Some(Some(before)), Some(nudged)) = (before, &nudged) {
            let news = nudged.iter().find(|(id, nudge)| before.get(id) != Some(nudge));
            if let Some((id, nudge)) = news
                && let Some(order) = untrack(|| desk.order(*id))
            {
                sound::chime();
                sound::buzz();
                desk.announcer.say(untrack(|| words(i18n, desk, &order, *nudge)));
            }
        }
        nudged
    });
}

/// Orders with their step; a manager's step is for managers, everybody else stays at the first.
fn nudged(desk: Desk) -> Option<BTreeMap<ReservationId, Nudge>> {
    let (timers, now, is_manager) = (Timers::default(), desk.now.get(), desk.staff.may(Action::RejectPickup));
    let step = move |order: &Pickup| {
        let nudge = timers.nudge(order.state, order.since, now)?;
        Some((order.id, if is_manager { nudge } else { Nudge::Staff }))
    };
    desk.queue.with(|queue| queue.as_ref().map(|queue| queue::placed(queue).filter_map(step).collect()))
}

/// "37번 도＊리 님 주문을 15분째 아무도 맡지 않았어요"
fn words(i18n: Words, desk: Desk, order: &Pickup, nudge: Nudge) -> String {
    let minutes = desk.now.get().since(order.since).as_minutes().max(0).to_string();
    match nudge {
        Nudge::Staff => t_string!(i18n, desk.nudge.staff, name = named(i18n, order), count = minutes),
        Nudge::Manager => t_string!(i18n, desk.nudge.manager, name = named(i18n, order), count = minutes),
    }
}

/// Above the queue: how many are late or nearly so, and each order that nobody takes.
#[component]
pub(super) fn Nudges() -> Markup {
    let (i18n, desk) = (use_i18n(), use_desk());
    let nudged = Memo::new(move |_| nudged(desk).unwrap_or_default().into_iter().collect::<Vec<_>>());
    let one = move |(id, nudge): (ReservationId, Nudge)| {
        let sentence = move || desk.order(id).map(|order| words(i18n, desk, &order, nudge));
        let href = Tab::ToPick.route(Some(id)).href();
        view! { <li><a class="nudge" data-step=if nudge == Nudge::Manager { "manager" } else { "staff" } href=href data-noscroll="">{sentence}</a></li> }
    };
    let standing = move || standing(i18n, desk);
    view! {
        <p class="standing">{standing}</p>
        <ul class="nudges">{each(move || nudged.get(), |(id, nudge)| format!("{id} {nudge:?}"), one)}</ul>
    }
}

/// "늦음 1건 · 약속 임박 2건 · 가장 오래 기다림: 37번 도＊리 님 12분째"
fn standing(i18n: Words, desk: Desk) -> String {
    let now = desk.now.get();
    let orders = desk.queue.with(|queue| queue.as_ref().map(|queue| queue.to_pick.clone()).unwrap_or_default());
    let due =
        |is: fn(Due) -> bool| orders.iter().filter_map(|order| order.promised_at).filter(|promise| is(Due::of(*promise, now))).count();
    let (late, near) = (due(Due::is_late), due(|due| matches!(due, Due::Left(minutes) if minutes <= NEAR)));
    let longest = orders.iter().min_by_key(|order| order.placed_at).filter(|_| orders.len() > 1).and_then(|order| {
        let minutes = now.since(order.placed_at).as_minutes();
        (minutes > 0).then(|| t_string!(i18n, desk.nudge.longest, name = named(i18n, order), count = minutes.to_string()))
    });
    let late = (late > 0).then(|| t_string!(i18n, desk.nudge.late, count = late.to_string()));
    let near = (near > 0).then(|| t_string!(i18n, desk.nudge.near, count = near.to_string()));
    [late, near, longest].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}
