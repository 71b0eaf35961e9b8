//! The code was right: what to take for it, and the handover.

use super::code;
use crate::desk::order::shopper;
use crate::desk::tab::Tab;
use crate::desk::work::{Act, Desk, focus_soon, use_desk};
use crate::i18n::{Words, t, t_string, use_i18n};
use crate::prelude::*;
use crate::ui::button::{Button, Variant};
use crate::ui::price;
use api::pickup::Pickup;
use api::pickup::collect_pickup::CollectPickup;
use api::reservation::Wish;

/// "픽업 완료"
#[component]
pub(super) fn HandoverBar(order: Signal<Option<Pickup>>) -> Markup {
    let (i18n, desk) = (use_i18n(), use_desk());
    let is_less =
        Memo::new(move |_| desk.refused.with(|refused| refused.values().any(|count| count.try_get().is_some_and(|count| count > 0))));
    let pay = move || {
        let total = order.with(|order| order.as_ref().and_then(|order| order.total));
        match (is_less.get(), total) {
            (true, _) => t_string!(i18n, desk.handover.less).to_owned(),
            (false, Some(total)) => t_string!(i18n, desk.handover.pay, price = price::words(i18n, total)),
            (false, None) => t_string!(i18n, desk.handover.ask).to_owned(),
        }
    };
    let hand_over = move |_| {
        if let Some(order) = order.get_untracked() {
            let code = desk.code.with_untracked(|code| code.trim().to_owned());
            collect(i18n, desk, &order, Proof::Code(code), || ());
        }
    };
    let another = move |_| {
        leave(desk);
        focus_soon([code::FIELD.to_owned()]);
    };
    view! {
        <p class="handover" role="status"><b>{t!(desk.handover.right)}</b> <span>{pay}</span></p>
        <div class="desk-bar__row">
            <Button on_press=another>{t!(desk.act.not_now)}</Button>
            <Button variant=Variant::Primary id="hand-over" busy=desk.is_doing(Act::Collect) on_press=hand_over>
                {t!(desk.act.collect)}
            </Button>
        </div>
    }
}

/// What a handover rests on.
pub(in crate::desk) enum Proof {
    /// What was shown.
    Code(String),
    /// A manager's word.
    Reason(String),
}

/// Hands over what is in the bin, but for what is not wanted.
pub(in crate::desk) fn collect(i18n: Words, desk: Desk, order: &Pickup, proof: Proof, done: impl FnOnce() + 'static) {
    let refused = desk.refused.with_untracked(|refused| {
        let counts = refused.iter().filter_map(|(variant, count)| Some((*variant, count.try_get_untracked()?)));
        counts.filter(|(_, quantity)| *quantity > 0).map(|(variant, quantity)| Wish { variant, quantity }).collect()
    });
    let (code, reason) = match proof {
        Proof::Code(code) => (Some(code), None),
        Proof::Reason(reason) => (None, Some(reason)),
    };
    let ask = CollectPickup { store: desk.store(), reservation: order.id, code, reason, refused };
    desk.act(Act::Collect, order.version, ask, move |order| {
        done();
        leave(desk);
        desk.reason.set(String::new());
        desk.tell(|| t_string!(i18n, desk.told.collected, name = shopper(i18n, &order)));
        desk.stay.run(Tab::Waiting.route(None));
        focus_soon([code::FIELD.to_owned()]);
    });
}

/// The next shopper.
fn leave(desk: Desk) {
    desk.shown.set(None);
    desk.code.set(String::new());
}
