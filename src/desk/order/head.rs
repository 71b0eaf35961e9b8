//! A card's head: leads to the open order and back.

use super::notice::NoticeBadge;
use crate::desk::due::{self, Due};
use crate::desk::queue;
use crate::desk::tab::Tab;
use crate::desk::work::{Desk, use_desk};
use crate::i18n::{Words, language_of, t, t_string, use_i18n};
use crate::message;
use crate::prelude::*;
use api::pickup::Pickup;
use domain::ids::ReservationId;
use domain::reservation::State;

/// Four texts: who, until when, and under each what helps to choose.
#[component]
pub(super) fn Head(id: ReservationId, tab: Tab, order: Signal<Option<Pickup>>, is_open: Memo<bool>, is_new: Memo<bool>) -> Markup {
    let (i18n, desk) = (use_i18n(), use_desk());
    let href = move || tab.route((!is_open.get()).then_some(id)).href();
    let told =
        move |tell: fn(Words, Desk, &Pickup) -> String| move || order.with(|order| order.as_ref().map(|order| tell(i18n, desk, order)));
    let goods = move || order.with(|order| order.as_ref().filter(|_| !is_open.get()).map(|order| goods(i18n, order)));
    view! {
        <h2 class="order__title">
            <a
                class="order__head" id=format!("order-{id}") href=href data-noscroll=""
                aria-expanded=move || if is_open.get() { "true" } else { "false" } on:click=move |_| desk.trouble.set(None)
            >
                <span class="order__who">
                    <b class="order__name">{told(|i18n, _, order| shopper(i18n, order))}</b>
                    <span class="order__count">{told(count_and_picker)}</span>
                    {move || is_new.get().then(|| view! { <b class="order__new">{t!(desk.order.new)}</b> })}
                    <NoticeBadge order/>
                </span>
                <span class="order__due">{told(due_words)}</span>
                <span class="order__note"><b class="order__number">{told(|i18n, _, order| number(i18n, order))}</b> {goods}</span>
                <span class="order__left">{told(left_words)}</span>
            </a>
        </h2>
    }
}

/// "도＊리 님"; without a name their number.
pub(in crate::desk) fn shopper(i18n: Words, order: &Pickup) -> String {
    match (order.name.is_empty(), order.number) {
        (true, Some(number)) => t_string!(i18n, desk.order.nameless, number = number.to_string()),
        _ => t_string!(i18n, common.person, name = order.name.clone()),
    }
}

/// "37번 도＊리 님": both, where several orders are in hand.
pub(in crate::desk) fn named(i18n: Words, order: &Pickup) -> String {
    match order.number {
        Some(number) if !order.name.is_empty() => {
            t_string!(i18n, desk.list.named, number = number.to_string(), name = shopper(i18n, order))
        }
        _ => shopper(i18n, order),
    }
}

/// "3개 · 지수 님 준비 중"
fn count_and_picker(i18n: Words, desk: Desk, order: &Pickup) -> String {
    let language = language_of(i18n.get_locale());
    let units = queue::units(order).to_string();
    let count = match units.as_str() {
        "1" => t_string!(i18n, desk.order.one).to_owned(),
        _ => t_string!(i18n, desk.order.units, count = units),
    };
    match (&order.picker, order.state) {
        (Some(picker), State::Picking) => {
            let picker = t_string!(i18n, common.person, name = picker.get(language).to_owned());
            format!("{count} · {}", t_string!(i18n, desk.order.picker, name = picker))
        }
        (_, State::Placed) => format!("{count} · {}", waited(i18n, desk, order)),
        (_, State::Picking | State::NeedsDecision) => format!("{count} · {}", message::state(i18n, order.state)),
        _ => count,
    }
}

/// "12분째 대기": since nobody has taken it.
pub(in crate::desk) fn waited(i18n: Words, desk: Desk, order: &Pickup) -> String {
    let minutes = desk.now.get().since(order.since).as_minutes().max(0);
    match minutes {
        0 => t_string!(i18n, desk.nudge.just_now).to_owned(),
        minutes => t_string!(i18n, desk.nudge.waits, count = minutes.to_string()),
    }
}

/// "픽업 번호 37": called out, and written on the bin.
fn number(i18n: Words, order: &Pickup) -> String {
    order.number.map(|number| t_string!(i18n, desk.order.number, number = number.to_string())).unwrap_or_default()
}

/// "매일 머그 외 2종"; open, its goods stand below.
fn goods(i18n: Words, order: &Pickup) -> String {
    let language = language_of(i18n.get_locale());
    let first = order.lines.first().map(|line| line.title.get(language).to_owned()).unwrap_or_default();
    match order.lines.len() {
        0 | 1 => first,
        many => t_string!(i18n, desk.order.and_more, title = first, count = (many - 1).to_string()),
    }
}

/// The figure to act on: lateness, the promised time, the bin, or how it ended.
fn due_words(i18n: Words, desk: Desk, order: &Pickup) -> String {
    match Tab::of(order.state) {
        Tab::Waiting => order.bin.clone().unwrap_or_default(),
        Tab::Done => message::state(i18n, order.state).to_owned(),
        _ => order
            .promised_at
            .map(|promise| match Due::of(promise, desk.now.get()) {
                Due::Left(_) => time(i18n, desk, promise),
                late => late.words(i18n),
            })
            .unwrap_or_default(),
    }
}

fn left_words(i18n: Words, desk: Desk, order: &Pickup) -> String {
    let until = |at| t_string!(i18n, desk.order.until, time = time(i18n, desk, at));
    match Tab::of(order.state) {
        Tab::Waiting => order
            .pickup_by
            .map(|by| if Due::of(by, desk.now.get()).is_late() { t_string!(i18n, desk.order.past).to_owned() } else { until(by) }),
        Tab::Done => Some(time(i18n, desk, order.since)),
        _ => order.promised_at.map(|promise| match Due::of(promise, desk.now.get()) {
            Due::Late(_) => until(promise),
            left => left.words(i18n),
        }),
    }
    .unwrap_or_default()
}

fn time(i18n: Words, desk: Desk, at: domain::Instant) -> String {
    desk.zone.with(|zone| due::time(at, desk.now.get(), language_of(i18n.get_locale()), zone.as_deref()))
}
