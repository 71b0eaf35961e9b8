//! Units that are not to be had: why, and what is offered in their place.

use super::instead::Instead;
use super::use_line_sheet;
use crate::desk::queue;
use crate::desk::work::{Act, focus_soon, use_desk};
use crate::i18n::{t, t_string, use_i18n};
use crate::prelude::*;
use crate::ui::button::{Button, Variant};
use crate::ui::segmented::{Choice, Segmented};
use crate::ui::stepper::Stepper;
use api::pickup::short_item::ShortItem;
use api::pickup::{Pickup, PickupLine};
use domain::reservation::Because;

/// The shopper is asked, the order waits.
#[component]
pub(super) fn NotThere(order: Memo<Option<Pickup>>, line: Memo<Option<PickupLine>>) -> Markup {
    let (i18n, desk, sheet) = (use_i18n(), use_desk(), use_line_sheet());
    let most = Signal::derive(move || line.with(|line| line.as_ref().map_or(1, queue::unpicked)));
    let label = t!(desk.short.count);
    let reasons = Signal::derive(move || {
        let choice = |because, words: &str| Choice { value: name(because).to_owned(), words: words.to_owned(), note: None, faint: false };
        vec![
            choice(Because::NotFound, t_string!(i18n, desk.short.not_found)),
            choice(Because::Damaged, t_string!(i18n, desk.short.damaged)),
        ]
    });
    let chosen = Signal::derive(move || name(sheet.because.get()).to_owned());
    let on_choose = Callback::new(move |value: String| {
        sheet.because.set(if value == name(Because::Damaged) { Because::Damaged } else { Because::NotFound });
    });
    let go = move |_| {
        let (Some(order), Some(line)) = (order.get_untracked(), line.get_untracked()) else { return };
        let quantity = sheet.missing.get_untracked().min(queue::unpicked(&line));
        let ask = ShortItem {
            store: desk.store(),
            reservation: order.id,
            variant: line.variant,
            quantity,
            because: Some(sheet.because.get_untracked()),
            substitutes: sheet.offered.get_untracked(),
        };
        desk.act(Act::Short, order.version, ask, move |order| {
            sheet.is_open.set(false);
            desk.tell(|| t_string!(i18n, desk.told.short).to_owned());
            focus_soon([format!("order-{}", order.id)]);
        });
    };
    let several = move || (most.get() > 1).then(|| view! { <Stepper label value=sheet.missing at_most=most/> });
    let variant = Memo::new(move |_| line.with(|line| line.as_ref().map(|line| line.variant)));
    view! {
        <section class="sheet__part">
            <h3>{t!(desk.short.title)}</h3>
            <Segmented name="because" label=t!(desk.short.why) choices=reasons chosen on_choose/>
            {several}
            {move || variant.get().map(|variant| view! { <Instead variant/> })}
            <p>{t!(desk.short.lead)}</p>
            <Button variant=Variant::Danger busy=desk.is_doing(Act::Short) on_press=go>{t!(desk.act.short_send)}</Button>
        </section>
    }
}

fn name(because: Because) -> &'static str {
    if because == Because::Damaged { "damaged" } else { "not-found" }
}
