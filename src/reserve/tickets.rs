//! The reservations of this phone, without an account: as they stand now, or as they were seen last.

use crate::client::Sending;
use crate::i18n::{say, t, t_string, use_i18n};
use crate::live::{Follow, Heard, use_live};
use crate::load::{Load, use_load_with};
use crate::prelude::*;
use crate::reserve::ticket::Standing;
use crate::reserve::when::when;
use crate::route::Route;
use crate::session::kept::{self, Kept};
use crate::ui::button::{Button, ButtonLink, Variant};
use crate::ui::empty::Empty;
use crate::ui::heading::Heading;
use api::event::Happening;
use api::reservation::get_ticket::GetTicket;

/// `/r`
#[component]
pub fn TicketsPage() -> Markup {
    let all = RwSignal::new(kept::all());
    let is_empty = Memo::new(move |_| all.with(Vec::is_empty));
    let rows = each(move || all.get(), |kept| kept.token.clone(), move |kept| view! { <One all kept/> });
    let body = live(move || {
        is_empty.get().then(|| {
            view! {
                <Empty sentence=t!(reserve.mine.none)>
                    <ButtonLink href=Route::Stores.href() variant=Variant::Primary>{t!(common.all_stores)}</ButtonLink>
                </Empty>
            }
        })
    });
    view! {
        <div class="page tickets">
            <Heading text=t!(reserve.mine.title)/>
            <p class="quiet">{t!(reserve.mine.lead)}</p>
            {body}
            <ul class="tickets__all">{rows}</ul>
        </div>
    }
}

/// State, number, store, until when; live.
#[component]
fn One(all: RwSignal<Vec<Kept>>, kept: Kept) -> Markup {
    let i18n = use_i18n();
    let Kept { token, at, ticket } = kept;
    let (asked, followed, store, id) = (token.clone(), token.clone(), ticket.store.slug.clone(), ticket.id);
    let load = use_load_with(move || Some((GetTicket {}, Sending { token: Some(asked.clone()), ..Sending::default() })));
    let live = use_live(move || Some(Follow { store: store.clone(), since: None, token: Some(followed.clone()) }));
    live.on_happening(move |heard| match heard {
        Heard::Event(event) if !matches!(&event.what, Happening::Reservation { reservation, .. } if *reservation == id) => {}
        _ => load.reload(),
    });
    let (remembered, gone) = (token.clone(), token.clone());
    Effect::new(move |_| {
        if let Some(ticket) = load.value().get() {
            kept::remember(&remembered, &ticket);
        }
    });
    let zone = ticket.store.time_zone.clone();
    let seen = ticket;
    // As the shop says, or else as it was seen last.
    let now = Memo::new(move |_| load.value().get().map_or_else(|| seen.clone(), |ticket| (*ticket).clone()));
    let old = move || {
        let words = || t_string!(i18n, reserve.as_of, time = when(i18n, at, &zone));
        matches!(load.get(), Load::Failed(_) | Load::Stale(_)).then(|| view! { <span class="quiet small">{words()}</span> })
    };
    let standing = Memo::new(move |_| now.with(Standing::of));
    let next = move || now.with(|ticket| standing.get().next(i18n, ticket));
    let number = move || now.with(|ticket| ticket.number.map(|number| view! { <b class="tickets__number">{number}</b> }));
    let what = move || {
        now.with(|ticket| {
            let first = ticket.lines.first().map(|line| say(line.title.clone())()).unwrap_or_default();
            match ticket.lines.len() {
                0 | 1 => first,
                count => t_string!(i18n, reserve.mine.and_more, name = first, count = (count - 1).to_string()),
            }
        })
    };
    let name = move || say(now.with(|ticket| ticket.store.name.clone()))();
    let forget = move |_| {
        kept::forget(&gone);
        all.update(|all| all.retain(|kept| kept.token != gone));
    };
    view! {
        <li class="tickets__one" data-state=move || standing.get().mood()>
            <a class="tickets__link" href=Route::Ticket { token }.href()>
                {number}
                <span class="tickets__words">
                    <b>{move || standing.get().title(i18n).to_owned()}</b>
                    <span>{what}" · "{name}</span>
                    <span class="quiet small">{next}</span>
                    {old}
                </span>
            </a>
            <Button variant=Variant::Quiet on_press=forget>{t!(reserve.mine.forget)}</Button>
        </li>
    }
}
