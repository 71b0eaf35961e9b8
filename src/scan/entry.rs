//! The typed code, with help while it is typed.

use super::help::{Help, help};
use super::history::Codes;
use super::meaning::{Meaning, read};
use super::onward::Onward;
use crate::browser::clock::use_settled;
use crate::browser::document;
use crate::i18n::{Words, t, t_string, use_i18n};
use crate::message;
use crate::prelude::*;
use crate::route::use_go;
use crate::ui::button::{Button, ButtonLink, Variant};
use crate::ui::field::{Field, Input};
use crate::ui::notice::{Notice, Tone};
use domain::gs1::ScanError;
use std::time::Duration;

/// 8 or 12 digits that stay alone for this long are meant to be whole.
const REST: Duration = Duration::from_millis(900);
const FIELD: &str = "code";

/// A field on the number pad; shelf codes need the letters.
#[component]
pub(super) fn Entry(
    /// In links.
    store: String,
    /// What was looked up here.
    codes: Codes,
    /// Where a label leads.
    onward: Onward,
) -> Markup {
    let i18n = use_i18n();
    let go = use_go();
    let typed = RwSignal::new(String::new());
    let refused = RwSignal::new(None::<(String, ScanError)>);
    let found = RwSignal::new(None::<Meaning>);
    let letters = RwSignal::new(false);

    let rested = use_settled(typed, REST);
    let state = Memo::new(move |_| typed.with(|text| help(text, rested.with(|rested| rested == text))));
    let error =
        Signal::derive(move || error(i18n, state.get(), refused.get().filter(|(text, _)| *text == typed.get()).map(|(_, error)| error)));
    let hint = Signal::derive(move || Some(hint(i18n, state.get())));
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        found.set(None);
        match read(&store, &typed.get_untracked(), None) {
            Ok(Meaning::Go(route)) => {
                codes.renew();
                go(onward.from(&store, route));
            }
            Ok(told) => found.set(Some(told)),
            Err(error) => refused.set(Some((typed.get_untracked(), error))),
        }
    };
    let swap = move |_| {
        letters.update(|letters| *letters = !*letters);
        document::focus(FIELD);
    };
    let label = t!(scan.label);

    view! {
        <form class="entry" on:submit=submit>
            <div class="entry__field" data-fine=move || (state.get() == Help::Fine).then_some("")>
                {move || {
                    let input = if letters.get() { Input::Text } else { Input::Digits };
                    view! { <Field id=FIELD label value=typed input hint error at_most=400/> }
                }}
            </div>
            <div class="entry__acts">
                <Button submit=true variant=Variant::Primary>{t!(scan.find)}</Button>
                <Button variant=Variant::Quiet on_press=swap>
                    {move || if letters.get() { t_string!(i18n, scan.digits) } else { t_string!(i18n, scan.letters) }}
                </Button>
            </div>
        </form>
        {move || found.get().map(|found| told(i18n, found))}
    }
}

fn error(i18n: Words, state: Help, refused: Option<ScanError>) -> Option<String> {
    match (refused, state) {
        (Some(error), _) => Some(message::scan_error(i18n, &error)),
        (None, Help::Wrong(reason)) => Some(message::not_a_gtin(i18n, reason)),
        _ => None,
    }
}

fn hint(i18n: Words, state: Help) -> String {
    match state {
        Help::Fine => t_string!(i18n, scan.fine).to_owned(),
        Help::More(count) => t_string!(i18n, scan.to_go, count = count.to_string()),
        Help::Quiet | Help::Wrong(_) => t_string!(i18n, scan.hint).to_owned(),
    }
}

/// What the visitor should know before going on.
pub(super) fn told(i18n: Words, meaning: Meaning) -> Markup {
    match meaning {
        Meaning::Foreign { to, host } => view! {
            <Notice tone=Tone::Warn>
                <p>{move || t_string!(i18n, scan.foreign, host = host.clone())}</p>
                <ButtonLink href=to.href()>{t!(scan.see)}</ButtonLink>
            </Notice>
        },
        Meaning::HandOff => view! { <Notice>{t!(scan.handoff)}</Notice> },
        Meaning::Go(route) => view! { <ButtonLink href=route.href()>{t!(scan.find)}</ButtonLink> },
    }
}
