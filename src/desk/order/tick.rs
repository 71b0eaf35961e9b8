//! The target that counts a line's units into the bin.

use crate::desk::bar::pick;
use crate::desk::line_sheet::use_line_sheet;
use crate::desk::queue;
use crate::desk::work::{Act, use_desk};
use crate::i18n::{language_of, t, t_string, use_i18n};
use crate::prelude::*;
use crate::ui::icon::{Icon, Shape};
use api::pickup::PickupLine;
use domain::ids::{ReservationId, VariantId};

/// One more into the bin without a scanner; complete, it opens the line.
#[component]
pub(super) fn Tick(id: ReservationId, variant: VariantId, line: Signal<Option<PickupLine>>) -> Markup {
    let (i18n, desk, sheet) = (use_i18n(), use_desk(), use_line_sheet());
    let language = move || language_of(i18n.get_locale());
    let facts = Memo::new(move |_| line.with(|line| line.as_ref().map_or((0, 0), |line| (line.picked, line.held))));
    let state = move || facts.with(|(picked, held)| if picked >= held { "done" } else { "open" });
    let press = move |_| match line.get_untracked() {
        Some(line) if queue::unpicked(&line) > 0 => pick::pick(desk, Some(id), line.gtin),
        _ => sheet.open(id, variant),
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
        (picked, held) if picked >= held => view! { <Icon shape=Shape::Check/> },
        (0, _) => view! { <span>{t!(desk.line.scan)}</span> },
        (picked, held) => view! { <span>{format!("{picked}/{held}")}</span> },
    };
    view! {
        <button
            class="tick" type="button" id=format!("tick-{variant}") on:click=press
            data-state=state
            aria-busy=move || (desk.busy.get() == Some(Act::Pick)).then_some("true")
        >
            {face}
            <span class="visually-hidden">{label}</span>
        </button>
    }
}
