//! The greeting line: until when the store is open, or when it opens.

use crate::browser::clock::use_now;
use crate::browser::intl::{Moment, moment};
use crate::i18n::{Words, language_of, t_string, use_i18n};
use crate::prelude::*;
use crate::session::use_here;
use api::store::{Opening, Store};
use domain::Instant;
use std::time::Duration;

/// One line; its room is kept while the store is on its way.
#[component]
pub(super) fn Hours() -> Markup {
    let i18n = use_i18n();
    let store = use_here().store.value();
    let now = use_now(Duration::from_secs(30));
    let state = move || store.with(|store| store.as_ref().is_some_and(|store| is_open(store, now.get())));
    let words = move || store.with(|store| store.as_ref().map(|store| sentence(i18n, store, now.get())));
    view! {
        <p class="hours" data-open=move || if state() { "yes" } else { "no" }>{move || words().unwrap_or_else(|| "\u{a0}".to_owned())}</p>
    }
}

fn is_open(store: &Store, now: Instant) -> bool {
    store.opening.first().is_some_and(|window| window.from <= now && now < window.until)
}

fn sentence(i18n: Words, store: &Store, now: Instant) -> String {
    let language = language_of(i18n.get_locale());
    let zone = Some(store.time_zone.as_str());
    let say = |at, what| moment(at, what, language, zone);
    // The list may be older than the present minute.
    let Some(Opening { from, until }) = store.opening.iter().find(|window| now < window.until) else {
        return t_string!(i18n, home.closed).to_owned();
    };
    if *from <= now {
        return t_string!(i18n, home.open_until, time = say(*until, Moment::Time));
    }
    let time = say(*from, Moment::Time);
    match say(*from, Moment::Date) == say(now, Moment::Date) {
        true => t_string!(i18n, home.opens_today, time = time),
        false => t_string!(i18n, home.opens_on, day = say(*from, Moment::Day), time = time),
    }
}
