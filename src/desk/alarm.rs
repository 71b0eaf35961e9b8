//! A new order, and goods that a shopper cannot find, ring, show and are read out. Sound is off until somebody presses: browsers want it so.

use super::queue;
use super::work::{Desk, use_desk};
use crate::browser::sound;
use crate::i18n::{t, t_string, use_i18n};
use crate::prelude::*;
use domain::reservation::State;
use std::collections::BTreeSet;
use uuid::Uuid;

/// Rings for orders and for missing goods that were not in the queue before. The first list is no news.
pub(super) fn ring_for_new(desk: Desk) {
    let i18n = use_i18n();
    Effect::new(move |before: Option<Option<BTreeSet<Uuid>>>| {
        let before = before.flatten();
        let known = desk.queue.with(|queue| {
            let queue = queue.as_ref()?;
            let is_news = |id| before.as_ref().is_some_and(|before| !before.contains(&id));
            let ordered = queue.to_pick.iter().any(|order| order.state == State::Placed && is_news(order.id.uuid()));
            let missed = queue::open_counts(queue).any(|task| is_news(task.id.uuid()));
            if ordered || missed {
                sound::chime();
                sound::buzz();
                let words = if ordered { t!(desk.alarm.new) } else { t!(desk.alarm.missing) };
                desk.announcer.say(untrack(|| i18n.plain(words)));
            }
            let orders = queue::pickups(queue).map(|order| order.id.uuid());
            Some(orders.chain(queue.count_tasks.iter().map(|task| task.id.uuid())).collect())
        });
        known.or(before)
    });
}

/// Whether orders ring, and the switch. Its line stands always, so nothing jumps.
#[component]
pub(super) fn SoundSwitch() -> Markup {
    let (i18n, desk) = (use_i18n(), use_desk());
    let on = RwSignal::new(sound::is_open());
    let switch = move |_| {
        match on.get_untracked() {
            true => sound::close(),
            false if sound::open() => sound::chime(),
            false => desk.tell(|| t_string!(i18n, desk.alarm.none).to_owned()),
        }
        on.set(sound::is_open());
    };
    let state = move || if on.get() { t_string!(i18n, desk.alarm.is_on) } else { t_string!(i18n, desk.alarm.is_off) };
    let act = move || if on.get() { t_string!(i18n, desk.alarm.turn_off) } else { t_string!(i18n, desk.alarm.turn_on) };
    view! {
        <p class="alarm" data-state=move || if on.get() { "on" } else { "off" }>
            <span>{state}</span>
            <button class="alarm__switch" type="button" on:click=switch>{act}</button>
        </p>
    }
}
