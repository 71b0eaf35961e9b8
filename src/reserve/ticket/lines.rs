//! What is kept, at the prices of the moment it was confirmed.

use super::standing::Standing;
use crate::browser::intl;
use crate::i18n::{language_of, say, t, t_string, use_i18n};
use crate::prelude::*;
use crate::ui::picture::Picture;
use crate::ui::price;
use api::reservation::{Ticket, TicketLine};

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
            <ul>{move || lines.get().into_iter().map(|line| view! { <One line/> }).collect_view()}</ul>
            {total}
        </section>
    }
}

#[component]
fn One(line: TicketLine) -> Markup {
    let i18n = use_i18n();
    let TicketLine { title, detail, picture, requested, held, collected, price, .. } = line;
    let number = move |count: u32| intl::number(count, language_of(i18n.get_locale()));
    let count = held.max(collected);
    let words = move || match count {
        0 => t_string!(i18n, reserve.line_none).to_owned(),
        count if count < requested => t_string!(i18n, reserve.line_partly, requested = number(requested), count = number(count)),
        count => t_string!(i18n, reserve.line_count, count = number(count)),
    };
    let each = move || price.map_or_else(|| t_string!(i18n, common.price.ask).to_owned(), |price| price::words(i18n, price));
    view! {
        <li class="ticket-line">
            <span class="ticket-line__picture"><Picture picture name=title.clone() size=160/></span>
            <span class="ticket-line__words">
                <b>{say(title)}</b>
                <span class="quiet">{say(detail)}</span>
                <span>{each}" · "{words}</span>
            </span>
        </li>
    }
}
