//! What somebody who works here says of the product: two fields, Enter, done.

use crate::client::send;
use crate::desk::work::{Act, Desk, use_desk};
use crate::i18n::{Words, language_of, t, t_string, use_i18n};
use crate::message;
use crate::prelude::*;
use crate::ui::button::{Button, Variant};
use crate::ui::field::Field;
use api::catalog::write_note::WriteNote;
use api::error::FieldProblem;
use api::stock::StockCard;
use domain::note::LONGEST;
use domain::{Gtin, Language, Text};
use leptos::task::spawn_local;

#[component]
pub(super) fn NoteForm(card: Signal<StockCard>) -> Markup {
    let (i18n, desk) = (use_i18n(), use_desk());
    let gtin = card.with_untracked(|card| card.gtin);
    let said = card.with_untracked(|card| card.note.as_ref().map(|note| note.text.clone()).unwrap_or_default());
    let words = |language| RwSignal::new(written(&said, language));
    let (ko, en) = (words(Language::KO), words(Language::EN));
    let note = Memo::new(move |_| card.with(|card| card.note.clone()));
    let by = move || {
        note.with(|note| match note {
            Some(note) => t_string!(i18n, stock.note.by, name = note.name.get(language_of(i18n.get_locale())).to_owned()),
            None => t_string!(i18n, stock.note.none).to_owned(),
        })
    };
    let save = move |text: Text| write(i18n, desk, gtin, text);
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let is_too_long = [ko, en].iter().any(|words| words.with_untracked(|words| length(words) > LONGEST));
        if !is_too_long {
            let lines = [(Language::KO, ko.get_untracked()), (Language::EN, en.get_untracked())];
            save(lines.into_iter().filter(|(_, words)| !words.trim().is_empty()).collect::<Text>());
        }
    };
    let remove = move |_: leptos::ev::MouseEvent| {
        ko.set(String::new());
        en.set(String::new());
        save(Text::default());
    };
    let has_note = Memo::new(move |_| note.with(Option::is_some));
    view! {
        <section class="stock-card__part">
            <h3>{t!(stock.note.title)}</h3>
            <p class="quiet small">{t!(stock.note.lead)} " " {by}</p>
            <form class="stock-note" on:submit=submit>
                <Field id="note-ko" label=t!(stock.note.ko) value=ko hint=hint(i18n, ko) error=error(i18n, ko) at_most=200/>
                <Field id="note-en" label=t!(stock.note.en) value=en hint=hint(i18n, en) error=error(i18n, en) at_most=200/>
                <div class="stock-note__acts">
                    <Button variant=Variant::Primary submit=true busy=desk.is_doing(Act::Note)>{t!(stock.note.save)}</Button>
                    {move || has_note.get().then(|| view! { <Button variant=Variant::Quiet on_press=remove>{t!(stock.note.remove)}</Button> })}
                </div>
            </form>
        </section>
    }
}

/// What is written in this language, not what is shown in its place.
fn written(text: &Text, language: Language) -> String {
    text.iter().find(|(of, _)| *of == language).map(|(_, words)| words.to_owned()).unwrap_or_default()
}

fn length(words: &str) -> usize {
    words.trim().chars().count()
}

fn hint(i18n: Words, words: RwSignal<String>) -> Signal<Option<String>> {
    Signal::derive(move || Some(t_string!(i18n, stock.note.hint, count = words.with(|words| length(words)).to_string())))
}

fn error(i18n: Words, words: RwSignal<String>) -> Signal<Option<String>> {
    Signal::derive(move || {
        let is_too_long = words.with(|words| length(words) > LONGEST);
        is_too_long.then(|| {
            let count = t_string!(i18n, stock.note.hint, count = words.with(|words| length(words)).to_string());
            format!("{} {count}", message::field(i18n, FieldProblem::TooLong))
        })
    })
}

fn write(i18n: Words, desk: Desk, gtin: Gtin, text: Text) {
    if desk.busy.get_untracked().is_some() {
        return;
    }
    let is_gone = text.is_empty();
    desk.begin(Act::Note);
    spawn_local(async move {
        if desk.end(send(WriteNote { store: desk.store(), gtin, text }).await).is_some() {
            desk.tell(|| match is_gone {
                true => t_string!(i18n, stock.note.removed).to_owned(),
                false => t_string!(i18n, stock.note.saved).to_owned(),
            });
        }
    });
}
