//! A reservation as its shopper sees it, live: where it is, what comes next and by when.

mod acts;
mod decision;
mod lines;
mod notice;
mod panel;
mod progress;
mod standing;

use crate::browser::announcer::use_announcer;
use crate::client::{Refusal, Sending};
use crate::i18n::{t, use_i18n};
use crate::live::{Follow, Heard, use_live};
use crate::load::{Loaded, Loading, use_load_with};
use crate::prelude::*;
use crate::route::Route;
use crate::ui::button::{ButtonLink, Variant};
use crate::ui::empty::Empty;
use crate::ui::heading::Heading;
use crate::ui::skeleton::LinesSkeleton;
use acts::Commands;
use api::Code;
use api::event::Happening;
use api::reservation::Ticket;
use api::reservation::get_ticket::GetTicket;
use standing::Standing;

/// `/r/{token}`
#[component]
pub fn TicketPage(
    /// Opens the reservation.
    token: String,
) -> Markup {
    let (asked, followed) = (token.clone(), token.clone());
    let ticket = use_load_with(move || Some((GetTicket {}, Sending { token: Some(asked.clone()), ..Sending::default() })));
    let store = Memo::new(move |_| ticket.value().get().map(|ticket| ticket.store.slug.clone()));
    let live = use_live(move || store.get().map(|store| Follow { store, since: None, token: Some(followed.clone()) }));
    live.on_happening(move |heard| {
        if is_ours(ticket, heard) {
            ticket.reload();
        }
    });
    let commands = Commands::new(token, ticket);
    view! {
        <div class="page ticket">
            <Loaded load=ticket skeleton=|| view! { <LinesSkeleton count=8/> } refused=Callback::new(unknown) let:ticket>
                <Whole commands ticket/>
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

#[component]
fn Whole(commands: Commands, ticket: Signal<Ticket>) -> Markup {
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
    view! {
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
