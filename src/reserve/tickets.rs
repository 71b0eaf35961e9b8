//! The reservations of this phone, without an account: as they stand now, or as they were seen last.

use crate::browser::clock;
use crate::client::Sending;
use crate::i18n::{say, t, t_string, use_i18n};
use crate::load::{Load, use_load_with};
use crate::prelude::*;
use crate::reserve::ticket::Standing;
use crate::reserve::when::when;
use crate::route::Route;
use crate::session::kept::{self, Kept};
use crate::ui::button::{Button, ButtonLink, Variant};
use crate::ui::empty::Empty;
use crate::ui::heading::Heading;
use api::reservation::get_ticket::GetTicket;
use domain::Instant;
use std::time::Duration;

/// A stream for each would be more connections than a browser opens: they are asked for again this often.
const BEAT: Duration = Duration::from_secs(15);

/// `/r`
#[component]
pub fn TicketsPage() -> Markup {
    let all = RwSignal::new(kept::all());
    let beat = clock::use_now(BEAT);
    let is_empty = Memo::new(move |_| all.with(Vec::is_empty));
    let rows = each(move || all.get(), |kept| kept.token.clone(), move |kept| view! { <One all kept beat/> });
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

/// State, number, store, until when.
#[component]
fn One(all: RwSignal<Vec<Kept>>, kept: Kept, beat: Signal<Instant>) -> Markup {
    let i18n = use_i18n();
    let Kept { token, at, ticket } = kept;
    let asked = token.clone();
    let load = use_load_with(move || Some((GetTicket {}, Sending { token: Some(asked.clone()), ..Sending::default() })));
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
    Effect::new(move |before: Option<()>| {
        beat.track();
        if before.is_some() && standing.with_untracked(|standing| standing.is_alive()) {
            load.reload();
        }
    });
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
