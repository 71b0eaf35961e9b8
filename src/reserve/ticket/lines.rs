//! What is kept, at the prices of the moment it was confirmed.

use super::standing::Standing;
use crate::i18n::{t, t_string, use_i18n};
use crate::prelude::*;
use crate::reserve::lines::line;
use crate::ui::price;
use api::reservation::Ticket;

/// The lines, and what is to pay while there is something to pay.
#[component]
pub fn Lines(ticket: Signal<Ticket>, standing: Memo<Standing>) -> Markup {
    let i18n = use_i18n();
    let lines = Memo::new(move |_| ticket.with(|ticket| ticket.lines.clone()));
    let title = move || match standing.get() {
        Standing::Collected => t_string!(i18n, reserve.what_collected),
        alive if alive.is_alive() => t_string!(i18n, reserve.what),
        _ => t_string!(i18n, reserve.what_ended),
    };
    let total = move || {
        let is_due = standing.get().is_alive();
        let total = ticket.with(|ticket| ticket.total).filter(|_| is_due || standing.get() == Standing::Collected);
        let due = move || is_due.then(|| view! { <p class="quiet">{t!(reserve.pay_at_counter)}</p> });
        total.map(|total| view! { <p class="lines__total"><span>{t!(reserve.total)}</span><b>{price::words(i18n, total)}</b></p> {due} })
    };
    view! {
        <section class="lines" aria-labelledby="lines">
            <h2 id="lines">{title}</h2>
            <ul>{move || lines.get().into_iter().map(line).collect_view()}</ul>
            {total}
        </section>
    }
}
