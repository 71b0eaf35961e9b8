//! The time that is left of a hold.

use super::booking::Booking;
use crate::browser::announcer::use_announcer;
use crate::browser::clock;
use crate::browser::intl::{self, Moment};
use crate::i18n::{language_of, t, t_string, use_i18n};
use crate::prelude::*;
use crate::ui::icon::{Icon, Shape};
use std::time::Duration;

/// How a hold ended that was not confirmed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lapse {
    /// The time ran out.
    Expired,
    /// Somebody in the shop had it in hand.
    InHand,
    /// The visitor gave it back.
    GivenUp,
}

/// A minute before the end somebody who cannot see the clock is told.
const WARNING: i64 = 60;

/// The clock. It only shows: whether the hold stands, the shop decides.
#[component]
pub fn Countdown(booking: Booking) -> Markup {
    let i18n = use_i18n();
    let announcer = use_announcer();
    let now = clock::use_now(Duration::from_secs(1));
    let until = Memo::new(move |_| booking.held.with(|held| held.as_ref().and_then(|held| held.ticket.expires_at)));
    let left = Memo::new(move |_| until.get().map(|until| (until.since(now.get()).as_millis() / 1000).max(0)));
    let soon = Memo::new(move |_| left.get().is_some_and(|left| left <= WARNING));
    let over = Memo::new(move |_| left.get() == Some(0));
    Effect::new(move |_| {
        if over.get() {
            booking.look_again();
        } else if soon.get() {
            announcer.say(t_string!(i18n, reserve.hold.soon));
        }
    });
    let at_most = Memo::new(move |_| {
        booking.held.with(|held| held.as_ref().and_then(|held| Some((held.ticket.extendable_until?, held.ticket.store.time_zone.clone()))))
    });
    let cap = move || {
        let (at, zone) = at_most.get()?;
        let time = intl::moment(at, Moment::Time, language_of(i18n.get_locale()), Some(&zone));
        Some(t_string!(i18n, reserve.hold.cap, time = time))
    };
    let clock = move || left.get().map(|left| format!("{}:{:02}", left / 60, left % 60)).unwrap_or_default();
    view! {
        <p class="countdown" data-soon=move || soon.get().then_some("")>
            <Icon shape=Shape::Clock/>
            <span>{move || t_string!(i18n, reserve.hold.left, time = clock())}</span>
            <button class="link countdown__more" type="button" on:click=move |_| booking.ask_for_time(true)>{t!(reserve.hold.longer)}</button>
        </p>
        <p class="quiet small">{cap}</p>
    }
}
