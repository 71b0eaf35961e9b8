//! What is shown at the counter: number, code, QR. White in every theme, so that a scanner reads it.

use crate::i18n::{say, t, t_string, use_i18n};
use crate::prelude::*;
use crate::ui::qr::Qr;
use api::reservation::Ticket;

/// Nothing before the reservation is confirmed and after its end.
#[component]
pub fn Panel(ticket: Signal<Ticket>) -> Markup {
    let i18n = use_i18n();
    let shown = Memo::new(move |_| ticket.with(|ticket| Some((ticket.number, ticket.code.clone()?, ticket.nickname.clone()))));
    let label = t!(reserve.qr);
    let store = move || ticket.with(|ticket| ticket.store.clone());
    live(move || {
        shown.get().map(|(number, code, nickname)| {
            let number = number.map(|number| {
                view! {
                    <p class="panel__label">{t!(reserve.number)}</p>
                    <p class="panel__number">{number}</p>
                }
            });
            let called = nickname.map(|name| view! { <p class="panel__name">{t_string!(i18n, common.person, name = name)}</p> });
            let store = store();
            view! {
                <section class="panel" aria-label=t_string!(i18n, reserve.show_this)>
                    <div class="panel__words">
                        {number} {called}
                        <p class="panel__label">{t!(reserve.code)}</p>
                        <p class="panel__code" translate="no">{grouped(&code)}</p>
                    </div>
                    <Qr text=code label/>
                    <a class="button panel__show" href=super::show::href()><span class="button__words">{t!(reserve.show_large)}</span></a>
                    <p class="panel__store"><b>{say(store.name)}</b><br/>{say(store.address)}</p>
                </section>
            }
        })
    })
}

/// In two halves, as it is read aloud.
pub fn grouped(code: &str) -> String {
    match code.split_at_checked(code.len() / 2) {
        Some((first, last)) => format!("{first}-{last}"),
        None => code.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_code_is_read_in_two_halves() {
        assert_eq!(super::grouped("7K3M9QXA"), "7K3M-9QXA");
    }
}
