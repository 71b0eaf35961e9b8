//! A line of an order: what, where, and how many are in the bin.

use super::refused::Refused;
use super::tick::Tick;
use crate::desk::line_sheet::use_line_sheet;
use crate::desk::tab::Tab;
use crate::desk::work::use_desk;
use crate::i18n::{Words, language_of, t, t_string, use_i18n};
use crate::prelude::*;
use crate::ui::picture::Picture;
use api::pickup::PickupLine;
use domain::ids::{ReservationId, VariantId};
use domain::reservation::State;

/// The line with what its order's state lets one do to it.
#[component]
pub(super) fn OrderLine(
    id: ReservationId,
    variant: VariantId,
    line: Signal<Option<PickupLine>>,
    state: Memo<State>,
    is_next: Memo<bool>,
) -> Markup {
    let (desk, sheet) = (use_desk(), use_line_sheet());
    let is_picking = Memo::new(move |_| state.get() == State::Picking);
    let is_shown = Memo::new(move |_| state.get() == State::Ready && desk.shown.get() == Some(id));
    view! {
        <li class="line" data-next=move || (is_picking.get() && is_next.get()).then_some("")>
            {move || match is_picking.get() {
                true => view! {
                    <button class="line__face" type="button" aria-haspopup="dialog" on:click=move |_| sheet.open(id, variant)><Face line state/></button>
                    <Tick id variant line/>
                },
                false => view! { <div class="line__face"><Face line state/></div> },
            }}
            {move || is_shown.get().then(|| view! { <Refused variant line/> })}
        </li>
    }
}

/// Picture, name and count; the sign while it stands on its shelf.
#[component]
fn Face(line: Signal<Option<PickupLine>>, state: Memo<State>) -> Markup {
    let i18n = use_i18n();
    let language = move || language_of(i18n.get_locale());
    let first = line.get_untracked();
    let picture = first.map(|line| view! { <Picture picture=line.picture name=line.title.clone() size=64/> });
    let title = move || line.with(|line| line.as_ref().map(|line| line.title.get(language()).to_owned()));
    let told = move || line.with(|line| line.as_ref().map(|line| detail_and_count(i18n, line, state.get())));
    let missing = move || line.with(|line| line.as_ref().map(|line| line.missing).filter(|missing| *missing > 0));
    let on_shelf = Memo::new(move |_| Tab::of(state.get()) == Tab::ToPick);
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
        {move || on_shelf.get().then(|| view! { <b class="line__sign"><span class="visually-hidden">{t!(desk.line.at)}</span>{sign}</b> })}
    }
}

/// "점토 · 2개 중 1개 담음"
fn detail_and_count(i18n: Words, line: &PickupLine, state: State) -> String {
    let detail = line.detail.get(language_of(i18n.get_locale())).to_owned();
    [detail, count(i18n, line, state)].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// "1개", "2개 중 1개 담음"
fn count(i18n: Words, line: &PickupLine, state: State) -> String {
    let (held, picked) = (line.held.to_string(), line.picked.to_string());
    match (state, line.picked) {
        (State::Collected, given) if given < line.held => {
            let left = (line.held - given).to_string();
            t_string!(i18n, desk.line.not_taken, count = held, left = left)
        }
        (State::Picking | State::NeedsDecision, some) if some > 0 && some == line.held => t_string!(i18n, desk.line.all, count = held),
        (State::Picking | State::NeedsDecision, some) if some > 0 => t_string!(i18n, desk.line.some, picked = picked, count = held),
        (_, 0) if line.held == 0 => String::new(),
        _ => t_string!(i18n, desk.line.count, count = held),
    }
}
