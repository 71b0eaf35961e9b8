//! All is in hand: where it is put.

use crate::browser::{document, storage};
use crate::desk::bar::pick;
use crate::desk::order::{named, shopper};
use crate::desk::queue;
use crate::desk::tab::{Tab, use_open_order};
use crate::desk::work::{Act, Desk, focus_soon, use_desk};
use crate::i18n::{t, t_string, use_i18n};
use crate::prelude::*;
use crate::ui::button::{Button, Variant};
use crate::ui::chip::Chip;
use api::pickup::Pickup;
use api::pickup::ready_pickup::ReadyPickup;

/// Bins used last on this device.
const REMEMBERED: &str = "desk-bins";
const MOST: usize = 5;
const FIELD: &str = "bin";

/// The bin's name and "준비 완료".
#[component]
pub(super) fn BinBar(order: Signal<Option<Pickup>>) -> Markup {
    let (i18n, desk, open) = (use_i18n(), use_desk(), use_open_order());
    let ready = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if let Some(order) = order.get_untracked() {
            make_ready(i18n, desk, &order);
        }
    };
    let chip = move |bin: String| {
        let (mine, words) = (bin.clone(), bin.clone());
        let on = Signal::derive(move || desk.bin.with(|bin| *bin == mine));
        view! { <Chip on on_press=move |_| desk.bin.set(bin.clone())>{words}</Chip> }
    };
    // On a walk the next shelf may be nearer than the bins.
    let later = move || {
        let is_walk = desk.list().iter().any(|order| queue::next_line(order).is_some());
        let id = order.with(|order| order.as_ref().map(|order| order.id))?;
        (open.get().is_none() && is_walk).then(|| {
            let press = move |_| {
                desk.later.update(|later| {
                    later.insert(id);
                });
            };
            view! { <Button on_press=press>{t!(desk.list.later)}</Button> }
        })
    };
    let who = move || order.with(|order| order.as_ref().filter(|_| open.get().is_none()).map(|order| named(i18n, order)));
    view! {
        <form class="bin" on:submit=ready>
            <p class="bin__who" role="status">{who}</p>
            <label class="bin__label" for=FIELD>{t!(desk.bin.label)}</label>
            <div class="bin__chips" role="group" aria-label=t!(desk.bin.last)>{remembered().into_iter().map(chip).collect_view()}</div>
            <div class="desk-bar__row">
                <input
                    class="field__input" id=FIELD type="text" autocomplete="off" autocapitalize="characters" spellcheck="false" enterkeyhint="done"
                    maxlength="12" placeholder=t!(desk.bin.example) prop:value=move || desk.bin.get()
                    on:input=move |event| desk.bin.set(event_target_value(&event))
                />
                {later}
                <Button variant=Variant::Primary submit=true busy=desk.is_doing(Act::Ready)>{t!(desk.act.ready)}</Button>
            </div>
        </form>
    }
}

fn make_ready(i18n: crate::i18n::Words, desk: Desk, order: &Pickup) {
    let bin = desk.bin.with_untracked(|bin| bin.trim().to_owned());
    if bin.is_empty() {
        document::focus(FIELD);
    }
    let ask = ReadyPickup { store: desk.store(), reservation: order.id, bin: bin.clone() };
    let next = untrack(|| desk.neighbour(Tab::ToPick, order.id));
    desk.act(Act::Ready, order.version, ask, move |order| {
        remember(bin.clone());
        desk.bin.set(String::new());
        desk.tell(|| t_string!(i18n, desk.told.ready, name = shopper(i18n, &order), bin = bin));
        desk.stay.run(Tab::ToPick.route(None));
        let list = [FIELD.to_owned(), pick::FIELD.to_owned()];
        let goes_on = untrack(|| !desk.list().is_empty());
        let next = next.map(|next| format!("order-{next}"));
        focus_soon(list.into_iter().filter(|_| goes_on).chain(next).chain(["tab-to-pick".to_owned()]));
    });
}

fn remembered() -> Vec<String> {
    storage::local(REMEMBERED).map(|bins| bins.split('\n').map(str::to_owned).collect()).unwrap_or_default()
}

fn remember(bin: String) {
    let mut bins = remembered();
    bins.retain(|known| *known != bin);
    bins.insert(0, bin);
    bins.truncate(MOST);
    storage::set_local(REMEMBERED, &bins.join("\n"));
}
