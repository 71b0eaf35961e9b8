//! Somebody stands at the counter: with a code, without one, or with a thing in hand.

use super::pick::gtin_in;
use crate::client::send;
use crate::desk::in_hand::{InHand, use_in_hand};
use crate::desk::order::named;
use crate::desk::scan_field::ScanField;
use crate::desk::tab::Tab;
use crate::desk::trouble::Trouble;
use crate::desk::work::{Act, Desk, focus_soon, use_desk};
use crate::i18n::{t, t_string, use_i18n};
use crate::prelude::*;
use crate::ui::chip::ChipLink;
use api::pickup::Pickup;
use api::pickup::find_pickup::FindPickup;
use api::pickup::search_pickups::SearchPickups;
use domain::Gtin;
use domain::crockford::PickupCode;
use domain::reservation::State;
use leptos::task::spawn_local;

/// Where pickup codes are scanned.
pub(in crate::desk) const FIELD: &str = "pickup-code";

/// The field that finds an order by its code, or by its number, a name, an item; a product's barcode says for whom it is kept.
#[component]
pub(super) fn CodeBar() -> Markup {
    let (desk, in_hand) = (use_desk(), use_in_hand());
    let label = t!(desk.scan.code);
    let go = t!(desk.scan.find);
    let on_scan = Callback::new(move |typed: String| find(desk, in_hand, &typed));
    view! {
        <Found/>
        <ScanField id=FIELD label go text=desk.code keys="text" busy=desk.is_doing(Act::Find) on_scan/>
    }
}

/// What was said, in the order of what it may cost: a code is one of five tries.
enum Said {
    Number(u32),
    Item(Gtin),
    Code(PickupCode),
    /// A name or a word, and the code that it may be after all.
    Words(Option<PickupCode>),
}

/// `item` is what it says as a barcode or a label's link.
fn said(typed: &str, item: Option<Gtin>) -> Said {
    if let Some(number) = (typed.len() <= 4).then(|| typed.parse().ok()).flatten() {
        return Said::Number(number);
    }
    if let Some(gtin) = item {
        return Said::Item(gtin);
    }
    match typed.parse::<PickupCode>() {
        Ok(code) if typed.contains(|letter: char| letter.is_ascii_digit()) => Said::Code(code),
        code => Said::Words(code.ok()),
    }
}

fn find(desk: Desk, in_hand: InHand, typed: &str) {
    let typed = typed.trim().to_owned();
    desk.found.set(None);
    if typed.is_empty() {
        return desk.fail(Trouble::WantsPickupCode);
    }
    if desk.busy.get_untracked().is_some() {
        return;
    }
    match said(&typed, gtin_in(&typed).ok()) {
        Said::Number(number) => open_number(desk, number),
        Said::Item(gtin) => {
            desk.code.set(String::new());
            in_hand.open(gtin);
        }
        Said::Code(code) => {
            desk.begin(Act::Find);
            spawn_local(open_code(desk, code));
        }
        Said::Words(code) => {
            desk.begin(Act::Find);
            spawn_local(search(desk, typed, code));
        }
    }
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

async fn open_code(desk: Desk, code: PickupCode) {
    let ask = FindPickup { store: desk.store(), code: code.as_str().to_owned() };
    let Some(order) = desk.end(send(ask).await) else { return };
    desk.keep(order.clone());
    desk.code.set(code.as_str().to_owned());
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
}

/// By what somebody without a code says. It opens an order to look at, not to hand over.
async fn search(desk: Desk, text: String, code: Option<PickupCode>) {
    let ask = SearchPickups { store: desk.store(), text: text.clone() };
    let Some(found) = desk.end(send(ask).await) else { return };
    match (found.as_slice(), code) {
        ([], Some(code)) => {
            desk.begin(Act::Find);
            open_code(desk, code).await;
        }
        ([], None) => desk.fail(Trouble::NobodyFound(text)),
        ([one], _) => {
            desk.keep(one.clone());
            desk.code.set(String::new());
            desk.stay.run(Tab::of(one.state).route(Some(one.id)));
            focus_soon([format!("order-{}", one.id)]);
        }
        _ => desk.found.set(Some((text, found))),
    }
}

/// Several that fit: one of them is opened.
#[component]
fn Found() -> Markup {
    let (i18n, desk) = (use_i18n(), use_desk());
    let words = move || {
        desk.found.with(|found| {
            found.as_ref().map(|(text, all)| t_string!(i18n, desk.scan.found, text = text.clone(), count = all.len().to_string()))
        })
    };
    let all = move || desk.found.with(|found| found.as_ref().map(|(_, all)| all.clone()).unwrap_or_default());
    let chip = move |order: Pickup| {
        let href = Tab::of(order.state).route(Some(order.id)).href();
        view! { <li><ChipLink href>{move || named(i18n, &order)}</ChipLink></li> }
    };
    view! {
        <p class="put" role="status">{words}</p>
        <ul class="chips">{each(all, |order| order.id, chip)}</ul>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_at_the_counter_is_told_apart() {
        let kind = |typed: &str| match said(typed, typed.parse().ok()) {
            Said::Number(_) => "number",
            Said::Item(_) => "item",
            Said::Code(_) => "code",
            Said::Words(Some(_)) => "words or code",
            Said::Words(None) => "words",
        };
        for (typed, is) in [
            ("37", "number"),
            ("8801234512381", "item"),
            ("96385074", "item"),
            ("7K3M-9PXA", "code"),
            ("7k3m 9pxa", "code"),
            ("도토리", "words"),
            ("mug", "words"),
            ("DKTRMPXA", "words or code"),
        ] {
            assert_eq!(kind(typed), is, "{typed}");
        }
    }
}
