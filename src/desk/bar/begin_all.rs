//! Several orders are fetched on one walk.

use crate::client::{Sending, send_with};
use crate::desk::bar::pick;
use crate::desk::queue;
use crate::desk::work::{Act, Desk, focus_soon, use_desk};
use crate::i18n::{Words, t_string, use_i18n};
use crate::prelude::*;
use crate::ui::button::{Button, Variant};
use api::Code;
use api::pickup::Pickup;
use api::pickup::accept_pickup::AcceptPickup;
use leptos::task::spawn_local;

/// "3건 준비 시작": all that wait, or those that are chosen.
#[component]
pub(super) fn BeginAllBar() -> Markup {
    let (i18n, desk) = (use_i18n(), use_desk());
    let words = move || {
        let (all, count) = (desk.chosen.with(|chosen| chosen.is_empty()), wanted(desk).len().to_string());
        match all {
            true => t_string!(i18n, desk.list.begin_all, count = count),
            false => t_string!(i18n, desk.list.begin_chosen, count = count),
        }
    };
    let go = move |_| {
        if desk.busy.get_untracked().is_none() {
            desk.begin(Act::Accept);
            spawn_local(accept(i18n, desk, untrack(|| wanted(desk))));
        }
    };
    view! {
        <div class="desk-bar__row">
            <Button id="begin-all" variant=Variant::Primary busy=desk.is_doing(Act::Accept) on_press=go>{words}</Button>
        </div>
    }
}

/// The chosen orders that still wait; all of them where none is chosen.
fn wanted(desk: Desk) -> Vec<Pickup> {
    let placed: Vec<Pickup> = desk.queue.with(|queue| queue.iter().flat_map(queue::placed).cloned().collect());
    let chosen: Vec<Pickup> = placed.iter().filter(|order| desk.chosen.with(|chosen| chosen.contains(&order.id))).cloned().collect();
    if chosen.is_empty() { placed } else { chosen }
}

/// One after the other; who was faster with one of them keeps it, and the others go on.
async fn accept(i18n: Words, desk: Desk, orders: Vec<Pickup>) {
    let (mut begun, mut lost) = (0_u32, 0_u32);
    for order in orders {
        let ask = AcceptPickup { store: desk.store(), reservation: order.id };
        let how = Sending { version: Some(order.version), ..Sending::default() };
        match send_with(ask, how).await {
            Ok(order) => {
                begun += 1;
                desk.keep(order);
            }
            Err(refusal) if refusal.is(Code::Stale) || refusal.is(Code::WrongState) => lost += 1,
            Err(refusal) => {
                desk.end::<()>(Err(refusal));
                return;
            }
        }
    }
    if desk.end(Ok(())).is_none() {
        return;
    }
    desk.chosen.set(Default::default());
    desk.put.set(None);
    if lost > 0 {
        desk.load.reload();
        desk.tell(|| t_string!(i18n, desk.list.begun_but, count = begun.to_string(), lost = lost.to_string()));
    }
    focus_soon([pick::FIELD.to_owned()]);
}
