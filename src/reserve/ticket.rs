//! A reservation as its shopper sees it, live: where it is, what comes next and by when.

mod acts;
mod decision;
mod lines;
mod notice;
mod panel;
mod progress;
mod show;
mod standing;

use crate::browser::announcer::use_announcer;
use crate::browser::offline;
use crate::client::{Refusal, Sending};
use crate::i18n::{t, t_string, use_i18n};
use crate::live::{Follow, Heard, LinkState, use_live};
use crate::load::{Loaded, Loading, use_load_with};
use crate::prelude::*;
use crate::reserve::when::when;
use crate::route::Route;
use crate::session::kept::{self, Kept};
use crate::session::kiosk::is_kiosk;
use crate::ui::button::{ButtonLink, Variant};
use crate::ui::empty::Empty;
use crate::ui::heading::Heading;
use crate::ui::notice::Notice;
use crate::ui::skeleton::LinesSkeleton;
use acts::Commands;
use api::event::Happening;
use api::reservation::Ticket;
use api::reservation::get_ticket::GetTicket;
use api::{Code, page};
use domain::Instant;
pub(super) use standing::Standing;

/// `/r/{token}`
#[component]
pub fn TicketPage(
    /// Opens the reservation.
    token: String,
) -> Markup {
    let (asked, followed, kept) = (token.clone(), token.clone(), token.clone());
    let ticket = use_load_with(move || Some((GetTicket {}, Sending { token: Some(asked.clone()), ..Sending::default() })));
    let store = Memo::new(move |_| ticket.value().get().map(|ticket| ticket.store.slug.clone()));
    let live = use_live(move || store.get().map(|store| Follow { store, since: None, token: Some(followed.clone()) }));
    live.on_happening(move |heard| {
        if is_ours(ticket, heard) {
            ticket.reload();
        }
    });
    Effect::new(move |_| {
        if let Some(ticket) = ticket.value().get() {
            kept::remember(&kept, &ticket);
        }
    });
    if !is_kiosk() {
        offline::look_after(page::TICKETS, page::WORKER);
    }
    let commands = Commands::new(token.clone(), ticket);
    let link = live.link();
    let lost = Signal::derive(move || match link.get() {
        LinkState::Lost(at) => Some(at),
        LinkState::Live(_) | LinkState::Opening => None,
    });
    // Without the shop, what this phone has seen of it.
    let refused = move |refusal: Refusal| match refusal {
        Refusal::Offline => kept::of(&token).map(|Kept { at, ticket, .. }| {
            view! { <Whole commands ticket=Signal::stored(ticket) seen=Signal::stored(Some(at))/> }
        }),
        refusal => unknown(refusal),
    };
    view! {
        <div class="page ticket">
            <Loaded load=ticket skeleton=|| view! { <LinesSkeleton count=8/> } refused=Callback::new(refused) let:ticket>
                <Whole commands ticket seen=lost/>
            </Loaded>
        </div>
    }
}

fn is_ours(ticket: Loading<Ticket>, heard: &Heard) -> bool {
    match heard {
        Heard::Resync => true,
        Heard::Event(event) => match &event.what {
            Happening::Reservation { reservation, .. } => {
                ticket.value().with_untracked(|ticket| ticket.as_ref().is_some_and(|ticket| ticket.id == *reservation))
            }
            _ => false,
        },
    }
}

/// `seen`: when it was true last, where nobody knows whether it still is.
#[component]
fn Whole(commands: Commands, ticket: Signal<Ticket>, seen: Signal<Option<Instant>>) -> Markup {
    let i18n = use_i18n();
    let announcer = use_announcer();
    let standing = Memo::new(move |_| ticket.with(Standing::of));
    let title = Signal::derive(move || standing.get().title(i18n).to_owned());
    let next = move || ticket.with(|ticket| standing.get().next(i18n, ticket));
    // A change is said, whoever made it; the first sight is read by the visitor themselves.
    Effect::new(move |before: Option<Standing>| {
        let now = standing.get();
        if before.is_some_and(|before| before != now) {
            announcer.say(format!("{} {}", title.get_untracked(), untrack(next)));
        }
        now
    });
    let old = live(move || {
        let zone = ticket.with(|ticket| ticket.store.time_zone.clone());
        seen.get().map(|at| view! { <Notice>{t_string!(i18n, reserve.as_of, time = when(i18n, at, &zone))}</Notice> })
    });
    let mine = (!is_kiosk()).then(|| view! { <p><ButtonLink href=Route::Tickets.href()>{t!(reserve.mine.see)}</ButtonLink></p> });
    view! {
        {old}
        <header class="ticket__head" data-state=move || standing.get().mood()>
            <progress::Progress standing/>
            <Heading text=title/>
            <p class="ticket__next">{next}</p>
            <notice::NoticeLine ticket/>
        </header>
        <acts::Trouble commands/>
        <decision::Decision commands ticket/>
        <panel::Panel ticket/>
        <acts::NextStep commands ticket standing/>
        <lines::Lines ticket standing/>
        <acts::Acts commands ticket standing/>
        {mine}
        <show::Show ticket/>
    }
}

/// A token that opens nothing: mistyped, or long gone.
fn unknown(refusal: Refusal) -> Option<Markup> {
    match refusal {
        Refusal::Problem(problem) if matches!(problem.code, Code::NoSuchReservation | Code::SignInNeeded) => Some(view! {
            <Heading text=t!(reserve.unknown.title)/>
            <Empty sentence=t!(reserve.unknown.sentence)>
                <ButtonLink href=Route::Stores.href() variant=Variant::Primary>{t!(common.all_stores)}</ButtonLink>
            </Empty>
        }),
        _ => None,
    }
}
