//! New reservations are stopped for a while: a banner for everybody, the switch for managers.

use super::trouble::TroubleLine;
use super::work::{Act, Desk, use_desk};
use crate::client::send;
use crate::i18n::{t, t_string, use_i18n};
use crate::live::{Heard, Live};
use crate::prelude::*;
use crate::ui::button::{Button, Variant};
use crate::ui::chip::Chip;
use crate::ui::dialog::Dialog;
use crate::ui::field::Field;
use crate::ui::paused;
use crate::ui::segmented::{Choice, Segmented};
use api::event::Happening;
use api::store::Pause;
use api::store::pause_reservations::PauseReservations;
use api::store::resume_reservations::ResumeReservations;
use domain::access::Action;
use domain::pause::{LONGEST_WORDS, PauseReason, is_on};
use leptos::task::spawn_local;

const TIME: &str = "pause-time";

/// What a manager is about to say; it outlives the sheet.
#[derive(Clone, Copy)]
pub(super) struct PauseSheet {
    is_open: RwSignal<bool>,
    reason: RwSignal<PauseReason>,
    words: RwSignal<String>,
    tomorrow: RwSignal<bool>,
    time: RwSignal<String>,
    tried: RwSignal<bool>,
}

pub(super) fn provide_pause() {
    let (is_open, reason, words) = (RwSignal::new(false), RwSignal::new(PauseReason::Busy), RwSignal::new(String::new()));
    let (tomorrow, time, tried) = (RwSignal::new(false), RwSignal::new(String::new()), RwSignal::new(false));
    provide_context(PauseSheet { is_open, reason, words, tomorrow, time, tried });
}

fn use_pause() -> PauseSheet {
    expect_context()
}

/// Reads the store anew when somebody stops or resumes.
pub(super) fn follow_pause(desk: Desk, live: Live) {
    live.on_happening(move |heard| match heard {
        Heard::Event(event) if event.what != Happening::Pause => {}
        _ => desk.here.reload(),
    });
}

/// The pause that is on; it ends by itself.
fn use_on() -> Memo<Option<Pause>> {
    let desk = use_desk();
    Memo::new(move |_| {
        let pause = desk.here.value().with(|store| store.as_ref().and_then(|store| store.pause.clone()));
        pause.filter(|pause| is_on(pause.until, desk.now.get()))
    })
}

/// What stops, why, until when; else the switch.
#[component]
pub(super) fn PauseBanner() -> Markup {
    let (desk, sheet) = (use_desk(), use_pause());
    let pause = use_on();
    let may = Memo::new(move |_| desk.staff.may(Action::PauseReservations));
    let open = move |_: leptos::ev::MouseEvent| {
        desk.trouble.set(None);
        sheet.tried.set(false);
        sheet.is_open.set(true);
    };
    live(move || match (pause.get(), may.get()) {
        (Some(pause), may) => view! { <On pause may/> },
        (None, true) => {
            view! { <p class="pause-switch"><button class="alarm__switch" type="button" on:click=open>{t!(pause.begin)}</button></p> }
        }
        (None, false) => Markup::Nothing,
    })
}

#[component]
fn On(pause: Pause, may: bool) -> Markup {
    let (i18n, desk) = (use_i18n(), use_desk());
    let Pause { reason, words, until } = pause;
    let until = move || t_string!(i18n, pause.until, time = paused::end(i18n, until, desk.zone.get().as_deref()));
    let resume = move |_: leptos::ev::MouseEvent| {
        if desk.busy.get_untracked().is_some() {
            return;
        }
        desk.begin(Act::Pause);
        spawn_local(async move {
            if desk.end(send(ResumeReservations { store: desk.store() }).await).is_some() {
                desk.here.reload();
                desk.tell(|| t_string!(i18n, pause.resumed).to_owned());
            }
        });
    };
    view! {
        <section class="paused" role="status">
            <div>
                <b>{t!(pause.on)}</b>
                <p>{move || paused::reason(i18n, reason)} " " {words} " " <b>{until}</b></p>
            </div>
            {may.then(|| view! { <Button busy=desk.is_doing(Act::Pause) on_press=resume>{t!(pause.resume)}</Button> })}
        </section>
    }
}

/// The sheet with reason, words and time.
#[component]
pub(super) fn PauseDialog() -> Markup {
    let sheet = use_pause();
    view! { <Dialog open=sheet.is_open title=t!(pause.title)><PauseForm/></Dialog> }
}

#[component]
fn PauseForm() -> Markup {
    let (i18n, desk, sheet) = (use_i18n(), use_desk(), use_pause());
    let minute = Memo::new(move |_| sheet.time.with(|time| minute_in(time)));
    let wrong = Memo::new(move |_| sheet.tried.get() && minute.get().is_none());
    let past = RwSignal::new(false);
    let chip = move |reason: PauseReason| {
        let on = Signal::derive(move || sheet.reason.get() == reason);
        view! { <Chip on on_press=move |_| sheet.reason.set(reason)>{move || paused::reason(i18n, reason)}</Chip> }
    };
    let days = Signal::derive(move || {
        let day = |value: &str, words: &str| Choice { value: value.to_owned(), words: words.to_owned(), note: None, faint: false };
        vec![day("today", t_string!(i18n, pause.today)), day("tomorrow", t_string!(i18n, pause.tomorrow))]
    });
    let chosen = Signal::derive(move || if sheet.tomorrow.get() { "tomorrow" } else { "today" }.to_owned());
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        sheet.tried.set(true);
        past.set(false);
        let Some(minute) = minute.get_untracked() else { return crate::browser::document::focus(TIME) };
        if desk.busy.get_untracked().is_some() {
            return;
        }
        let (reason, words, tomorrow) = (sheet.reason.get_untracked(), sheet.words.get_untracked(), sheet.tomorrow.get_untracked());
        desk.begin(Act::Pause);
        spawn_local(async move {
            let answer = send(PauseReservations { store: desk.store(), reason, words, tomorrow, minute }).await;
            let is_past = answer.as_ref().err().is_some_and(|refusal| refusal.is(api::Code::BadInput));
            if is_past && desk.busy.try_set(None) {
                past.try_set(true);
                crate::browser::document::focus(TIME);
            } else if desk.end(answer).is_some() {
                sheet.is_open.set(false);
                sheet.words.set(String::new());
                desk.here.reload();
                desk.tell(|| t_string!(i18n, pause.paused).to_owned());
            }
        });
    };
    let note = move || (wrong.get() || past.get()).then(|| t_string!(i18n, pause.time_past));
    view! {
        <form class="sheet" on:submit=submit>
            <p>{t!(pause.lead)}</p>
            <div class="sheet__chips" role="group" aria-label=t!(pause.reason_label)>{PauseReason::ALL.map(chip).into_iter().collect_view()}</div>
            <Field id="pause-words" label=t!(pause.more) value=sheet.words hint=Signal::derive(move || Some(t_string!(i18n, pause.more_hint).to_owned())) at_most=LONGEST_WORDS as u16/>
            <Segmented name="pause-day" label=t!(pause.day_label) choices=days chosen on_choose=Callback::new(move |day: String| sheet.tomorrow.set(day == "tomorrow"))/>
            <div class="field" data-state=move || if note().is_some() { "wrong" } else { "fine" }>
                <label class="field__label" for=TIME>{t!(pause.time)}</label>
                <input
                    class="field__input" id=TIME type="time" aria-describedby="pause-time-note" prop:value=move || sheet.time.get()
                    aria-invalid=move || note().map(|_| "true") on:input=move |event| sheet.time.set(event_target_value(&event))
                />
                <p class="field__note" id="pause-time-note" aria-live="polite">{note}</p>
            </div>
            <TroubleLine/>
            <Button variant=Variant::Primary submit=true busy=desk.is_doing(Act::Pause)>{t!(pause.go)}</Button>
        </form>
    }
}

/// `18:30` as the minute of a day.
fn minute_in(time: &str) -> Option<u16> {
    let (hour, minute) = time.split_once(':')?;
    let (hour, minute): (u16, u16) = (hour.parse().ok()?, minute.get(..2)?.parse().ok()?);
    (hour < 24 && minute < 60).then_some(hour * 60 + minute)
}

#[cfg(test)]
mod tests {
    use super::minute_in;

    #[test]
    fn a_time_of_day_is_a_minute() {
        assert_eq!(minute_in("18:30"), Some(1110));
        assert_eq!(minute_in("00:00:00"), Some(0));
        assert_eq!([minute_in(""), minute_in("24:00"), minute_in("7"), minute_in("7:6x")], [None; 4]);
    }
}
