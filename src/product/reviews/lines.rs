//! One line from people who touched it: apart from reviews, and read by a moderator first.

use crate::browser::document;
use crate::browser::intl::{self, Moment};
use crate::client::{Refusal, send};
use crate::i18n::{language_of, t, t_string, use_i18n};
use crate::load::{Loaded, use_load};
use crate::message;
use crate::prelude::*;
use crate::ui::button::Button;
use crate::ui::field::Field;
use crate::ui::notice::{Notice, Tone};
use crate::ui::skeleton::LinesSkeleton;
use api::error::FieldProblem;
use api::review::TouchLine;
use api::review::add_line::AddLine;
use api::review::list_lines::ListLines;
use domain::Gtin;
use domain::reviews::LONGEST_LINE;
use leptos::task::spawn_local;

const FIELD: &str = "touch-line";

/// The lines and a form for one more.
#[component]
pub(super) fn Lines(store: StoredValue<String>, gtin: Gtin) -> Markup {
    let load = use_load(move || ListLines { store: store.get_value(), gtin });
    view! {
        <section class="touch" aria-labelledby="touch-lines">
            <h2 id="touch-lines">{t!(reviews.line.title)}</h2>
            <p class="quiet">{t!(reviews.line.lead)}</p>
            <Loaded load skeleton=|| view! { <LinesSkeleton count=3/> } let:lines>
                {move || lines.with(|lines| lines.items.is_empty()).then(|| view! { <p class="lead">{t!(reviews.line.none)}</p> })}
                <ul class="touch__lines">{each(move || lines.get().items, |line| line.id, one)}</ul>
            </Loaded>
            <Form store gtin/>
        </section>
    }
}

fn one(TouchLine { language, text, at, .. }: TouchLine) -> Markup {
    let i18n = use_i18n();
    let day = move || intl::moment(at, Moment::Date, language_of(i18n.get_locale()), None);
    view! { <li class="touch__line"><q lang=language.as_str().to_owned()>{text}</q><span class="quiet">{day}</span></li> }
}

/// What was typed stays until it is sent.
#[component]
fn Form(store: StoredValue<String>, gtin: Gtin) -> Markup {
    let i18n = use_i18n();
    let (text, busy, sent) = (RwSignal::new(String::new()), RwSignal::new(false), RwSignal::new(false));
    let (tried, failed) = (RwSignal::new(false), RwSignal::new(None::<Refusal>));
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let words = text.with_untracked(|text| text.trim().to_owned());
        tried.set(words.is_empty());
        if words.is_empty() {
            return document::focus(FIELD);
        }
        busy.set(true);
        failed.set(None);
        let ask = AddLine { store: store.get_value(), gtin, language: language_of(i18n.get_locale()), text: words };
        spawn_local(async move {
            let answer = send(ask).await;
            busy.try_set(false);
            match answer {
                Ok(()) => {
                    text.try_set(String::new());
                    sent.try_set(true);
                }
                Err(refusal) => {
                    failed.try_set(Some(refusal));
                }
            }
        });
    };
    let hint = Signal::derive(move || Some(t_string!(i18n, reviews.line.hint).to_owned()));
    let error = Signal::derive(move || {
        let is_missing = tried.get() && text.with(|text| text.trim().is_empty());
        is_missing.then(|| message::field(i18n, FieldProblem::Missing).to_owned())
    });
    let told = move || match (failed.get(), sent.get()) {
        (Some(refusal), _) => view! { <Notice tone=Tone::Warn>{message::act(i18n, &refusal)}</Notice> },
        (None, true) => view! { <Notice tone=Tone::Good>{t!(reviews.line.sent)}</Notice> },
        (None, false) => Markup::Nothing,
    };
    view! {
        <form class="touch__form" on:submit=submit>
            <Field id=FIELD label=t!(reviews.line.label) value=text at_most=LONGEST_LINE as u16 hint error/>
            <Button submit=true busy>{t!(reviews.line.send)}</Button>
        </form>
        {told}
    }
}
