//! Calls from the floor: who waits where, for what, and since when. They stand above everything else.

use super::trouble::Trouble;
use super::work::{Act, Desk, use_desk};
use crate::browser::sound;
use crate::client::{Refusal, send};
use crate::i18n::{Words, language_of, say, t, t_string, use_i18n};
use crate::live::{Heard, Live};
use crate::load::{Load, Loaded, Loading, use_load};
use crate::prelude::*;
use crate::route::Route;
use crate::ui::button::{Button, Variant};
use crate::ui::picture::Picture;
use crate::ui::{whereabouts, wish};
use api::call::answer_call::AnswerCall;
use api::call::close_call::CloseCall;
use api::call::list_calls::ListCalls;
use api::call::{Call, CallGood};
use api::event::Happening;
use api::{Code, Endpoint};
use domain::access::Action;
use domain::call::CallState;
use domain::ids::CallId;
use domain::planogram::Location;
use leptos::task::spawn_local;
use std::collections::BTreeSet;

/// The open calls, kept up to date; new ones ring, and late ones ring for the manager.
pub(super) fn use_calls(desk: Desk, live: Live) -> Loading<Vec<Call>> {
    let calls = use_load(move || ListCalls { store: desk.store() });
    live.on_happening(move |heard| match heard {
        Heard::Event(event) if !matches!(event.what, Happening::Call { .. }) => {}
        _ => calls.reload(),
    });
    ring(desk, calls, |_| true, t!(call.desk.new));
    let is_manager = Memo::new(move |_| desk.staff.may(Action::PauseReservations));
    let is_late = move |call: &Call| is_manager.get() && call.state(desk.now.get()) == CallState::Late;
    ring(desk, calls, is_late, t!(call.desk.late));
    calls
}

/// Rings for calls that were not of this kind before. The first list is no news.
fn ring(desk: Desk, calls: Loading<Vec<Call>>, kind: impl Fn(&Call) -> bool + 'static, words: crate::i18n::Sentence) {
    let i18n = use_i18n();
    Effect::new(move |before: Option<Option<BTreeSet<CallId>>>| {
        let before = before.flatten();
        let known = calls.value().get().map(|calls| calls.iter().filter(|call| kind(call)).map(|call| call.id).collect::<BTreeSet<_>>());
        if let (Some(before), Some(now)) = (&before, &known)
            && !now.is_subset(before)
        {
            sound::chime();
            sound::buzz();
            desk.announcer.say(untrack(|| i18n.plain(words)));
        }
        known.or(before)
    });
}

/// A card a call; nothing while nobody calls, but words where that is not known.
#[component]
pub(super) fn Calls(calls: Loading<Vec<Call>>) -> Markup {
    let desk = use_desk();
    // Without the shop the queue below says the same.
    let refused = Callback::new(move |_| matches!(desk.load.get(), Load::Failed(_)).then_some(Markup::Nothing));
    view! { <Loaded load=calls refused let:all><Open all calls/></Loaded> }
}

#[component]
fn Open(all: Signal<Vec<Call>>, calls: Loading<Vec<Call>>) -> Markup {
    let desk = use_desk();
    // What ran out of time stands no longer, whoever forgot to end it.
    let is_open = move |call: &Call| call.state(desk.now.get()) != CallState::Closed;
    let open = Memo::new(move |_| all.get().into_iter().filter(is_open).collect::<Vec<_>>());
    let is_empty = Memo::new(move |_| open.with(Vec::is_empty));
    let key = |call: &Call| format!("{} {}", call.id, call.answer.is_some());
    live(move || {
        (!is_empty.get()).then(|| {
            view! {
                <section class="calls" aria-labelledby="calls-title">
                    <h2 class="calls__title" id="calls-title">{t!(call.desk.title)}</h2>
                    <ul class="calls__list">{each(move || open.get(), key, move |call| view! { <One call calls/> })}</ul>
                </section>
            }
        })
    })
}

#[component]
fn One(call: Call, calls: Loading<Vec<Call>>) -> Markup {
    let (i18n, desk) = (use_i18n(), use_desk());
    let Call { id, place, good, wish: wanted, words, answer, asked_at, .. } = call.clone();
    let state = Memo::new(move |_| call.state(desk.now.get()));
    let waits = move || match desk.now.get().since(asked_at).as_minutes() {
        ..1 => t_string!(i18n, call.desk.now).to_owned(),
        minutes => t_string!(i18n, call.desk.minutes, count = minutes.to_string()),
    };
    let mark = move || (state.get() == CallState::Late).then(|| view! { <b class="call__late">{t!(call.desk.late_mark)}</b> });
    let spoken = place.as_ref().map(Location::sign);
    let named = move |act: fn(Words, &str, &str) -> String| {
        let spoken = spoken.clone();
        Signal::derive(move || {
            let place = spoken.clone().unwrap_or_else(|| t_string!(i18n, call.desk.nowhere).to_owned());
            act(i18n, wish::words(i18n, wanted), &place)
        })
    };
    let answer_label = named(|i18n, wish, place| t_string!(i18n, call.desk.answer_label, wish = wish.to_owned(), place = place.to_owned()));
    let close_label = named(|i18n, wish, place| t_string!(i18n, call.desk.close_label, wish = wish.to_owned(), place = place.to_owned()));
    let busy = desk.is_doing(Act::Call);
    let acts = match answer {
        None => view! {
            <Button id=format!("answer-{id}") label=answer_label variant=Variant::Primary busy on_press=move |_| act(desk, calls, AnswerCall { store: desk.store(), call: id })>
                {t!(call.desk.answer)}
            </Button>
        },
        Some(answer) => {
            let coming = move || t_string!(i18n, call.desk.coming, name = answer.name.get(language_of(i18n.get_locale())).to_owned());
            view! {
                <span class="call__coming">{coming}</span>
                <Button id=format!("close-{id}") label=close_label busy on_press=move |_| act(desk, calls, CloseCall { store: desk.store(), call: id })>
                    {t!(call.desk.close)}
                </Button>
            }
        }
    };
    view! {
        <li class="call" data-late=move || (state.get() == CallState::Late).then_some("")>
            <Place place/>
            <div class="call__words">
                <b>{move || wish::words(i18n, wanted)}</b>
                {(!words.is_empty()).then(|| view! { <q class="call__said">{words}</q> })}
                {good.map(|good| view! { <Good good/> })}
                <span class="quiet small">{waits} " " {mark}</span>
            </div>
            <div class="call__acts">{acts}</div>
        </li>
    }
}

/// The sign, where that is, and the way to the map.
#[component]
fn Place(place: Option<Location>) -> Markup {
    let (i18n, desk) = (use_i18n(), use_desk());
    match place {
        None => view! { <p class="call__place"><span class="quiet">{t!(call.desk.nowhere)}</span></p> },
        Some(place) => {
            let (sign, slot) = (place.sign(), place.slot);
            let spoken = sign.clone();
            let label = move || t_string!(i18n, call.desk.map_label, sign = spoken.clone());
            let href = Route::Map { store: desk.store(), to: None, at: Some(slot) }.href();
            // "Fitting room 2" says more than its sign.
            let named = move || format!("{} · {}", place.fixture_name.get(language_of(i18n.get_locale())), whereabouts::area(i18n, &place));
            view! {
                <p class="call__place">
                    <b class="call__sign">{sign}</b>
                    <span class="quiet small">{named}</span>
                    <a class="call__map" href=href rel="external" target="_blank" aria-label=label>{t!(call.desk.map)}</a>
                </p>
            }
        }
    }
}

#[component]
fn Good(good: CallGood) -> Markup {
    let CallGood { title, detail, picture, .. } = good;
    view! {
        <span class="call__good">
            <span class="call__picture"><Picture picture name=title.clone() size=64/></span>
            <span>{say(title)} " " <span class="quiet">{say(detail)}</span></span>
        </span>
    }
}

fn act<E: Endpoint<Reply = Call> + 'static>(desk: Desk, calls: Loading<Vec<Call>>, ask: E) {
    if desk.busy.get_untracked().is_some() {
        return;
    }
    desk.begin(Act::Call);
    spawn_local(async move {
        let answer = send(ask).await;
        // Whatever came of it, the list knows it now.
        calls.reload();
        match answer.as_ref().err().and_then(said) {
            Some(trouble) => {
                if desk.busy.try_set(None) {
                    desk.fail(trouble);
                }
            }
            None => drop(desk.end(answer)),
        }
    });
}

/// Somebody was faster.
fn said(refusal: &Refusal) -> Option<Trouble> {
    match refusal {
        refusal if refusal.is(Code::WrongState) => Some(Trouble::CallTaken),
        refusal if refusal.is(Code::NoSuchTask) => Some(Trouble::CallOver),
        _ => None,
    }
}
