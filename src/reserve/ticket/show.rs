//! What is shown at the counter, large: white in every theme, the screen kept on, readable without a network.
//!
//! The address says that it stands open, so that the phone's own step back closes it.

use super::panel::grouped;
use crate::browser::{document, wake};
use crate::i18n::{say, t, t_string, use_i18n};
use crate::markup::HtmlDialogElement;
use crate::prelude::*;
use crate::reserve::when::when;
use crate::route::{query, use_query, use_replace_href};
use crate::ui::icon::{Icon, Shape};
use crate::ui::qr::Qr;
use api::reservation::Ticket;

/// Opens it: an address with a step back to the ticket.
pub fn href() -> String {
    [document::path().as_str(), "?", query::SHOW, "=1"].concat()
}

/// The whole screen, while the address asks for it and there is something to show.
#[component]
pub fn Show(ticket: Signal<Ticket>) -> Markup {
    let asked = use_query(query::SHOW);
    let is_open = Memo::new(move |_| asked.with(Option::is_some) && ticket.with(|ticket| ticket.code.is_some()));
    let element = NodeRef::<HtmlDialogElement>::new();
    // Whether it was opened here: then its step back is ours to take.
    let stepped = StoredValue::new(None::<bool>);
    Effect::new(move |_| {
        let is_asked = asked.with(Option::is_some);
        stepped.update_value(|stepped| *stepped = Some(is_asked && stepped.is_some()));
    });
    Effect::new(move |_| {
        let Some(dialog) = element.get() else { return };
        match is_open.get() {
            true if !dialog.open() => drop(dialog.show_modal()),
            false if dialog.open() => dialog.close(),
            _ => {}
        }
    });
    let replace = use_replace_href();
    let close = move |_| match (asked.with_untracked(Option::is_some), stepped.get_value()) {
        (true, Some(true)) => document::back(),
        (true, _) => replace(document::path()),
        (false, _) => {}
    };
    let body = live(move || is_open.get().then(|| view! { <Large ticket/> }));
    view! {
        <dialog class="show" node_ref=element on:close=close aria-label=t!(reserve.show_this)>
            <form method="dialog"><button class="show__close" aria-label=t!(common.close)><Icon shape=Shape::Cross/></button></form>
            {body}
        </dialog>
    }
}

#[component]
fn Large(ticket: Signal<Ticket>) -> Markup {
    let i18n = use_i18n();
    wake::use_wake();
    let shown = Memo::new(move |_| ticket.with(|ticket| (ticket.number, ticket.code.clone().unwrap_or_default(), ticket.nickname.clone())));
    let until = move || {
        ticket.with(|ticket| {
            let zone = &ticket.store.time_zone;
            let by = ticket.pickup_by.map(|at| t_string!(i18n, reserve.until, time = when(i18n, at, zone)));
            by.or_else(|| ticket.promised_at.map(|at| t_string!(i18n, reserve.ready_at, time = when(i18n, at, zone))))
        })
    };
    let store = move || say(ticket.with(|ticket| ticket.store.name.clone()))();
    live(move || {
        let (number, code, nickname) = shown.get();
        let number = number.map(|number| view! { <p class="show__label">{t!(reserve.number)}</p><p class="show__number">{number}</p> });
        let called = nickname.map(|name| view! { <p class="show__name">{t_string!(i18n, common.person, name = name)}</p> });
        view! {
            <div class="show__body">
                {number}{called}
                <Qr text=code.clone() label=t!(reserve.qr)/>
                <p class="show__code" translate="no">{grouped(&code)}</p>
                <p class="show__until">{until}</p>
                <p class="show__store">{store}</p>
            </div>
        }
    })
}
