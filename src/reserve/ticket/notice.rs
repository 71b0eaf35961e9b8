//! Whether the shopper is told elsewhere, too.

use crate::i18n::{Words, t_string, use_i18n};
use crate::prelude::*;
use crate::reserve::when::when;
use api::notice::{NoticeStanding, NoticeState};
use api::reservation::Ticket;
use domain::ContactKind;
use domain::reservation::State;

/// One sentence, or none where no address was left or nothing is said of it.
#[component]
pub(super) fn NoticeLine(ticket: Signal<Ticket>) -> Markup {
    let i18n = use_i18n();
    let sentence = Memo::new(move |_| ticket.with(|ticket| ticket.notice.and_then(|notice| words(i18n, ticket, notice))));
    live(move || sentence.get().map(|sentence| view! { <p class="ticket__told">{sentence}</p> }))
}

fn words(i18n: Words, ticket: &Ticket, notice: NoticeState) -> Option<String> {
    let is_phone = notice.by == ContactKind::Phone;
    match (ticket.state, notice.standing) {
        (State::Placed | State::Picking, NoticeStanding::Waiting | NoticeStanding::Sent) => Some(match is_phone {
            true => t_string!(i18n, notice.ticket.waiting_phone).to_owned(),
            false => t_string!(i18n, notice.ticket.waiting_email).to_owned(),
        }),
        (State::Ready, NoticeStanding::Sent) => {
            let time = when(i18n, notice.since, &ticket.store.time_zone);
            Some(match is_phone {
                true => t_string!(i18n, notice.ticket.sent_phone, time = time),
                false => t_string!(i18n, notice.ticket.sent_email, time = time),
            })
        }
        (_, NoticeStanding::Failed | NoticeStanding::Delayed) => Some(t_string!(i18n, notice.ticket.failed).to_owned()),
        _ => None,
    }
}
