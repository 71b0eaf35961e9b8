//! Somebody shows a code.

use crate::client::send;
use crate::desk::scan_field::ScanField;
use crate::desk::tab::Tab;
use crate::desk::trouble::Trouble;
use crate::desk::work::{Act, Desk, focus_soon, use_desk};
use crate::i18n::t;
use crate::prelude::*;
use api::pickup::find_pickup::FindPickup;
use domain::crockford::PickupCode;
use domain::reservation::State;
use leptos::task::spawn_local;

/// Where pickup codes are scanned.
pub(in crate::desk) const FIELD: &str = "pickup-code";

/// The field that finds an order by its code, or by its number.
#[component]
pub(super) fn CodeBar() -> Markup {
    let desk = use_desk();
    let label = t!(desk.scan.code);
    let go = t!(desk.scan.find);
    let on_scan = Callback::new(move |typed: String| find(desk, &typed));
    view! { <ScanField id=FIELD label go text=desk.code keys="text" busy=desk.is_doing(Act::Find) on_scan/> }
}

/// A pickup number is short and all digits; a code has eight characters with a letter among them.
fn number_in(typed: &str) -> Option<u32> {
    let typed = typed.trim();
    (typed.len() <= 4).then(|| typed.parse().ok()).flatten()
}

/// Opens the order that waits under a called-out number; its code is still to be shown.
fn open_number(desk: Desk, number: u32) {
    let order =
        desk.queue.with_untracked(|queue| queue.as_ref()?.waiting.iter().find(|order| order.number == Some(number)).map(|order| order.id));
    let Some(id) = order else { return desk.fail(Trouble::NobodyWaits(number)) };
    desk.code.set(String::new());
    desk.trouble.set(None);
    desk.stay.run(Tab::Waiting.route(Some(id)));
}

fn find(desk: Desk, typed: &str) {
    if let Some(number) = number_in(typed) {
        return open_number(desk, number);
    }
    // Proved here first: a guess costs one of five tries.
    let Ok(code) = typed.trim().parse::<PickupCode>() else { return desk.fail(Trouble::WantsPickupCode) };
    if desk.busy.get_untracked().is_some() {
        return;
    }
    desk.begin(Act::Find);
    let ask = FindPickup { store: desk.store(), code: code.as_str().to_owned() };
    spawn_local(async move {
        let Some(order) = desk.end(send(ask).await) else { return };
        desk.keep(order.clone());
        desk.stay.run(Tab::of(order.state).route(Some(order.id)));
        match order.state {
            State::Ready => {
                desk.shown.set(Some(order.id));
                focus_soon(["hand-over".to_owned()]);
            }
            state => {
                desk.code.set(String::new());
                desk.fail(Trouble::NotReady(state));
            }
        }
    });
}
