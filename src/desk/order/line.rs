//! A line of an order: what, where, and how many are in the bin.

use super::refused::Refused;
use super::tick::Tick;
use crate::desk::line_sheet::use_line_sheet;
use crate::desk::work::use_desk;
use crate::i18n::{Words, language_of, t_string, use_i18n};
use crate::ui::picture::Picture;
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
