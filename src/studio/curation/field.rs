//! Inputs of a row, whose number is not known before: the page's own fields have fixed names.

use crate::i18n::keys;
use crate::prelude::*;

/// A short text or a number.
pub(super) fn typed(id: String, label: crate::i18n::Sentence, value: RwSignal<String>, mode: &'static str) -> Markup {
    view! {
        <div class="field">
            <label class="field__label" for=id.clone()>{label}</label>
            <input
                class="field__input" id=id.clone() type="text" inputmode=mode autocomplete="off" maxlength="200"
                prop:value=move || value.get() on:input=move |event| value.set(event_target_value(&event))
            />
        </div>
    }
}

/// One of a few.
pub(super) fn chosen(id: String, label: crate::i18n::Sentence, value: RwSignal<String>, choices: Vec<(String, Markup)>) -> Markup {
    chosen_by(id, label, value.into(), choices, move |name| value.set(name))
}

/// One of a few; what a choice changes is the caller's matter.
pub(super) fn chosen_by(
    id: String,
    label: crate::i18n::Sentence,
    value: Signal<String>,
    choices: Vec<(String, Markup)>,
    on_choose: impl Fn(String) + 'static,
) -> Markup {
    let option = |(name, words): (String, Markup)| {
        let this = name.clone();
        view! { <option value=name prop:selected=move || value.with(|value| *value == this)>{words}</option> }
    };
    view! {
        <div class="field">
            <label class="field__label" for=id.clone()>{label}</label>
            <select class="field__input" id=id.clone() on:change=move |event| on_choose(event_target_value(&event))>
                {choices.into_iter().map(option).collect_view()}
            </select>
        </div>
    }
}

/// Where something is counted.
pub(super) fn withins() -> Vec<(String, Markup)> {
    vec![("store".to_owned(), keys::curation::within::store.into_markup()), ("city".to_owned(), keys::curation::within::city.into_markup())]
}
