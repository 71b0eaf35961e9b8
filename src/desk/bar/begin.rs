//! Nobody fetches it yet.

use crate::desk::queue;
use crate::desk::work::{Act, focus_soon, use_desk};
use crate::i18n::t;
use crate::prelude::*;
use crate::ui::button::{Button, Variant};
use api::pickup::Pickup;
use api::pickup::accept_pickup::AcceptPickup;

/// "준비 시작"
#[component]
pub(super) fn BeginBar(order: Signal<Option<Pickup>>) -> Markup {
    let desk = use_desk();
    let go = move |_| {
        let Some(order) = order.get_untracked() else { return };
        let ask = AcceptPickup { store: desk.store(), reservation: order.id };
        desk.act(Act::Accept, order.version, ask, |order| {
            focus_soon(queue::next_line(&order).map(|line| format!("tick-{}", line.variant)));
        });
    };
    view! {
        <div class="desk-bar__row">
            <Button variant=Variant::Primary busy=desk.is_doing(Act::Accept) on_press=go>{t!(desk.act.accept)}</Button>
        </div>
    }
}
