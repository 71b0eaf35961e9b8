//! A line of an order: what, where, and how many are in the bin.

use crate::desk::line_sheet::use_line_sheet;
use crate::desk::queue;
use crate::desk::work::{Act, use_desk};
use crate::desk::bar::pick;
use crate::i18n::{Words, language_of, say, t_string, use_i18n};
use crate::ui::icon::{Icon, Shape};
use crate::ui::picture::Picture;
use crate::ui::stepper::Stepper;
use api::pickup::PickupLine;
use domain::ids::{ReservationId, VariantId};
use domain::reservation::State;
use leptos::prelude::*;

/// The line with what its order's state lets one do to it.
#[component]
pub(super) fn OrderLine(
    id: ReservationId,
    variant: VariantId,
    line: Signal<Option<PickupLine>>,
    state: Memo<State>,
    is_next: Memo<bool>,
) -> impl IntoView {
    let (desk, sheet) = (use_desk(), use_line_sheet());
    let is_picking = Memo::new(move |_| state.get() == State::Picking);
    let is_shown = Memo::new(move |_| state.get() == State::Ready && desk.shown.get() == Some(id));
    view! {
        <li class="line" data-next=move || (is_picking.get() && is_next.get()).then_some("")>
            {move || match is_picking.get() {
                true => view! {
                    <button class="line__face" type="button" aria-haspopup="dialog" on:click=move |_| sheet.open(variant)><Face line/></button>
                    <Tick id variant line/>
                }
                .into_any(),
                false => view! { <div class="line__face"><Face line/></div> }.into_any(),
            }}
            {move || is_shown.get().then(|| view! { <Refused variant line/> })}
        </li>
    }
}

/// Picture, name, count and sign.
#[component]
fn Face(line: Signal<Option<PickupLine>>) -> impl IntoView {
    let i18n = use_i18n();
    let language = move || language_of(i18n.get_locale());
    let first = line.get_untracked();
    let picture = first.map(|line| view! { <Picture picture=line.picture name=line.title.clone() size=64/> });
    let title = move || line.with(|line| line.as_ref().map(|line| line.title.get(language()).to_owned()));
    let told = move || line.with(|line| line.as_ref().map(|line| format!("{} · {}", line.detail.get(language()), count(i18n, line))));
    let missing = move || line.with(|line| line.as_ref().map(|line| line.missing).filter(|missing| *missing > 0));
    let sign = move || {
        line.with(|line| line.as_ref().and_then(|line| line.location.as_ref()).map(|location| location.sign()))
            .unwrap_or_else(|| t_string!(i18n, desk.line.ask).to_owned())
    };
    view! {
        <span class="line__picture">{picture}</span>
        <span class="line__words">
            <b class="line__title">{title}</b>
            <span class="line__count">{told}</span>
            {move || missing().map(|missing| view! { <span class="line__missing">{t_string!(i18n, desk.line.missing, count = missing.to_string())}</span> })}
        </span>
        <b class="line__sign"><span class="visually-hidden">{move || t_string!(i18n, desk.line.at)}</span>{sign}</b>
    }
}

/// "1개", "2개 중 1개 담음"
fn count(i18n: Words, line: &PickupLine) -> String {
    let held = line.held.to_string();
    match line.picked {
        0 => t_string!(i18n, desk.line.count, count = held),
        picked if picked == line.held => t_string!(i18n, desk.line.all, count = held),
        picked => t_string!(i18n, desk.line.some, picked = picked.to_string(), count = held),
    }
}

/// One more into the bin without a scanner; complete, it opens the line.
#[component]
fn Tick(id: ReservationId, variant: VariantId, line: Signal<Option<PickupLine>>) -> impl IntoView {
    let (i18n, desk, sheet) = (use_i18n(), use_desk(), use_line_sheet());
    let language = move || language_of(i18n.get_locale());
    let facts = Memo::new(move |_| line.with(|line| line.as_ref().map_or((0, 0), |line| (line.picked, line.held))));
    let is_done = move || facts.with(|(picked, held)| picked >= held);
    let press = move |_| match line.get_untracked() {
        Some(line) if queue::unpicked(&line) > 0 => pick::pick(desk, id, line.gtin),
        _ => sheet.open(variant),
    };
    let label = move || {
        let title = line.with(|line| line.as_ref().map(|line| line.title.get(language()).to_owned())).unwrap_or_default();
        let (picked, held) = facts.get();
        match picked >= held {
            true => t_string!(i18n, desk.line.tick_done, title = title),
            false => t_string!(i18n, desk.line.tick, title = title, picked = picked.to_string(), count = held.to_string()),
        }
    };
    let face = move || match facts.get() {
        (picked, held) if picked >= held => view! { <Icon shape=Shape::Check/> }.into_any(),
        (0, _) => view! { <span>{t_string!(i18n, desk.line.scan)}</span> }.into_any(),
        (picked, held) => view! { <span>{format!("{picked}/{held}")}</span> }.into_any(),
    };
    view! {
        <button
            class="tick" type="button" id=format!("tick-{variant}") aria-label=label on:click=press
            data-state=move || if is_done() { "done" } else { "open" }
            aria-busy=move || (desk.busy.get() == Some(Act::Pick)).then_some("true")
        >
            {face}
        </button>
    }
}

/// At the handover: units that the shopper does not take after all.
#[component]
fn Refused(variant: VariantId, line: Signal<Option<PickupLine>>) -> impl IntoView {
    let (i18n, desk) = (use_i18n(), use_desk());
    let picked = Signal::derive(move || line.with(|line| line.as_ref().map_or(0, |line| line.picked)));
    let label = Signal::derive(move || t_string!(i18n, desk.line.refused).to_owned());
    let count = desk.refused_of(variant);
    view! {
        <div class="line__refused">
            <span>{move || label.get()}</span>
            <Stepper label value=count at_most=picked at_least=0/>
        </div>
    }
}
