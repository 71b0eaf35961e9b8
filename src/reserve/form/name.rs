//! By which name, while they are held.

use super::booking::Booking;
use super::contact::{self, ContactField};
use super::held::Countdown;
use crate::browser::announcer::use_announcer;
use crate::browser::{document, intl};
use crate::client::Refusal;
use crate::i18n::{language_of, t, t_string, use_i18n};
use crate::message;
use crate::prelude::*;
use crate::reserve::lines::line;
use crate::reserve::when::{is_today, when};
use crate::ui::button::{Button, Variant};
use crate::ui::error_summary::{ErrorSummary, FieldError};
use crate::ui::field::{Field, Input};
use api::error::FieldProblem;
use api::reservation::TicketLine;

/// The contract's most.
const NICKNAME: u16 = 20;

/// Nickname, contact, confirm.
#[component]
pub fn NameStep(booking: Booking) -> Markup {
    let i18n = use_i18n();
    let announcer = use_announcer();
    let counts = Memo::new(move |_| {
        let count = |of: fn(&TicketLine) -> u32| booking.held.with(|held| held.iter().flat_map(|held| &held.ticket.lines).map(of).sum());
        (booking.asked().max(count(|line| line.requested)), count(|line| line.held))
    });
    let held = move || {
        let (requested, held) = counts.get();
        let number = |count: u32| intl::number(count, language_of(i18n.get_locale()));
        match held < requested {
            true => t_string!(i18n, reserve.hold.partly, requested = number(requested), held = number(held)),
            false => t_string!(i18n, reserve.hold.held, count = number(held)),
        }
    };
    // The step has changed under the visitor: the focus goes on with it, and a reader says what happened.
    Effect::new(move |before: Option<()>| {
        if before.is_none() {
            announcer.say(untrack(held));
            document::focus("nickname");
        }
    });
    let empty = RwSignal::new(false);
    let confirm = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let missing = booking.nickname.with_untracked(|name| name.trim().is_empty());
        empty.set(missing);
        if !missing && !booking.busy.get_untracked() {
            booking.confirm();
        }
    };
    view! {
        <form class="reserve__step" on:submit=confirm on:input=move |_| booking.keep_hold() novalidate>
            <div class="reserve__held">
                <p class="reserve__held-words">{held}</p>
                <Countdown booking/>
            </div>
            <Kept booking/>
            <Promise booking/>
            <Fields booking empty/>
            <div class="bar">
                <Button variant=Variant::Quiet on_press=move |_| booking.give_up()>{t!(reserve.give_up)}</Button>
                <Button variant=Variant::Primary submit=true busy=booking.busy>{t!(reserve.confirm)}</Button>
            </div>
        </form>
    }
}

/// What is held, each with how many.
#[component]
fn Kept(booking: Booking) -> Markup {
    let lines = Memo::new(move |_| booking.held.with(|held| held.as_ref().map(|held| held.ticket.lines.clone()).unwrap_or_default()));
    view! { <ul>{move || lines.get().into_iter().map(line).collect_view()}</ul> }
}

/// When it would be ready, said before the press.
#[component]
fn Promise(booking: Booking) -> Markup {
    let i18n = use_i18n();
    let promise = Memo::new(move |_| {
        booking.held.with(|held| held.as_ref().and_then(|held| Some((held.ticket.promised_at?, held.ticket.store.time_zone.clone()))))
    });
    let words = move || {
        promise.get().map(|(at, zone)| {
            let time = when(i18n, at, &zone);
            match is_today(at, &zone) {
                true => t_string!(i18n, reserve.promise.today, time = time),
                false => t_string!(i18n, reserve.promise.later, time = time),
            }
        })
    };
    view! { <p class="reserve__promise">{words}</p> }
}

#[component]
fn Fields(booking: Booking, empty: RwSignal<bool>) -> Markup {
    let i18n = use_i18n();
    let said = move |field: &str| {
        booking.refusal.with(|refusal| match refusal {
            Some(Refusal::Problem(problem)) => problem.fields.get(field).copied(),
            _ => None,
        })
    };
    let is_empty = move || empty.get() && booking.nickname.with(|name| name.trim().is_empty());
    let wrong_name = Memo::new(move |_| if is_empty() { Some(FieldProblem::Missing) } else { said("nickname") });
    let wrong_contact = Memo::new(move |_| said("contact"));
    let errors = Signal::derive(move || {
        let line = |field: &str, label: &str, problem: FieldProblem| FieldError {
            field: field.to_owned(),
            words: format!("{label}: {}", message::field(i18n, problem)),
        };
        let name = wrong_name.get().map(|problem| line("nickname", t_string!(i18n, reserve.nickname), problem));
        let contact = wrong_contact.get().map(|problem| contact::error(i18n, booking, problem));
        let other = booking.refusal.get().filter(|_| name.is_none() && contact.is_none());
        let other = other.map(|refusal| FieldError { field: String::new(), words: message::act(i18n, &refusal) });
        [name, contact, other].into_iter().flatten().collect::<Vec<_>>()
    });
    let words =
        move |problem: Memo<Option<FieldProblem>>| Signal::derive(move || problem.get().map(|of| message::field(i18n, of).to_owned()));
    view! {
        <ErrorSummary errors/>
        <Field
            id="nickname" label=t!(reserve.nickname) value=booking.nickname input=Input::Nickname
            at_most=NICKNAME hint=Signal::derive(move || Some(t_string!(i18n, reserve.nickname_hint).to_owned())) error=words(wrong_name)
        />
        <ContactField booking wrong=wrong_contact/>
    }
}
