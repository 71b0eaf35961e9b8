//! What is kept, a line each.

use crate::browser::intl;
use crate::i18n::{language_of, say, t_string, use_i18n};
use crate::prelude::*;
use crate::ui::picture::Picture;
use crate::ui::price;
use api::reservation::TicketLine;

/// Picture, name, price of one, how many of how many.
pub fn line(line: TicketLine) -> Markup {
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
