//! One thing on the walk: where exactly, and for whom how many.

use super::items::{Item, Want};
use crate::desk::bar::pick;
use crate::desk::line_sheet::use_line_sheet;
use crate::desk::walk::{Walking, shelf};
use crate::desk::work::{Act, use_desk};
use crate::i18n::{language_of, t, t_string, use_i18n};
use crate::prelude::*;
use crate::ui::picture::Picture;
use domain::ids::VariantId;

/// Its face opens what can be done about it; each order has a target of its own.
#[component]
pub(super) fn Row(variant: VariantId, items: Memo<Vec<Item>>, walking: Walking) -> Markup {
    let (i18n, sheet) = (use_i18n(), use_line_sheet());
    let item = Memo::new(move |before: Option<&Option<Item>>| {
        items.with(|items| items.iter().find(|item| item.line.variant == variant).cloned()).or_else(|| before.cloned().flatten())
    });
    let language = move || language_of(i18n.get_locale());
    let first = item.get_untracked().map(|item| item.line);
    let picture = first.clone().map(|line| view! { <Picture picture=line.picture name=line.title size=64/> });
    let place = first.and_then(|line| line.location).map(|at| {
        let (sign, drawing) = (at.sign(), shelf(walking, &at));
        view! { <span class="row-place"><b class="line__sign"><span class="visually-hidden">{t!(desk.line.at)}</span>{sign}</b>{drawing}</span> }
    });
    let title = move || item.with(|item| item.as_ref().map(|item| item.line.title.get(language()).to_owned()));
    let detail = move || item.with(|item| item.as_ref().map(|item| item.line.detail.get(language()).to_owned()));
    let is_done = move || item.with(|item| item.as_ref().is_some_and(|item| item.unpicked() == 0));
    // The order that still needs it comes first; of several the one with the earliest promise.
    let open = move |_| {
        let order = item.with_untracked(|item| {
            let wants = &item.as_ref()?.wants;
            wants.iter().find(|want| want.picked < want.held).or(wants.first()).map(|want| want.order)
        });
        if let Some(order) = order {
            sheet.open(order, variant);
        }
    };
    let wants = move || item.with(|item| item.as_ref().map(|item| item.wants.clone()).unwrap_or_default());
    let want = move |want: Want| view! { <Share variant item want/> };
    view! {
        <li class="line" data-done=move || is_done().then_some("")>
            <button class="line__face" type="button" aria-haspopup="dialog" on:click=open>
                <span class="line__picture">{picture}</span>
                <span class="line__words"><b class="line__title">{title}</b><span class="line__count">{detail}</span></span>
                {place}
            </button>
            <ul class="shares">{each(wants, |want| want.order, want)}</ul>
        </li>
    }
}

/// "37번 1/2": one more into that order's bin without a scanner.
#[component]
fn Share(variant: VariantId, item: Memo<Option<Item>>, want: Want) -> Markup {
    let (i18n, desk) = (use_i18n(), use_desk());
    let Want { order, number, held, picked } = want;
    let facts = Memo::new(move |_| {
        let now = item.with(|item| {
            item.as_ref().and_then(|item| item.wants.iter().find(|want| want.order == order).map(|want| (want.picked, want.held)))
        });
        now.unwrap_or((picked, held))
    });
    let gtin = item.with_untracked(|item| item.as_ref().map(|item| item.line.gtin));
    let press = move |_| {
        if let (Some(gtin), (picked, held)) = (gtin, facts.get_untracked())
            && picked < held
        {
            pick::pick(desk, Some(order), gtin);
        }
    };
    let number = number.map(|number| number.to_string()).unwrap_or_default();
    let called = StoredValue::new(number);
    let label = move || {
        let title =
            item.with(|item| item.as_ref().map(|item| item.line.title.get(language_of(i18n.get_locale())).to_owned())).unwrap_or_default();
        let (picked, held) = facts.get();
        t_string!(i18n, desk.list.share, title = title, number = called.get_value(), picked = picked.to_string(), count = held.to_string())
    };
    let face = move || {
        let (picked, held) = facts.get();
        t_string!(i18n, desk.list.share_face, number = called.get_value(), picked = picked.to_string(), count = held.to_string())
    };
    let state = move || if facts.with(|(picked, held)| picked >= held) { "done" } else { "open" };
    view! {
        <li>
            <button
                class="share-tick" type="button" id=format!("share-{order}-{variant}") data-state=state aria-label=label on:click=press
                aria-busy=move || (desk.busy.get() == Some(Act::Pick)).then_some("true")
            >
                {face}
            </button>
        </li>
    }
}
