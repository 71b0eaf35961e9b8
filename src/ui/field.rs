//! A labelled input with a hint and what is wrong with it.

use crate::prelude::*;

/// Which keyboard and what the browser may fill in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Input {
    /// Words.
    #[default]
    Text,
    /// Words to search for.
    Search,
    /// Digits, on the number pad.
    Digits,
    /// A login name.
    Login,
    /// A password.
    Password,
    /// A password in plain sight.
    PlainPassword,
    /// A nickname.
    Nickname,
    /// An e-mail address or a phone number.
    Contact,
}

impl Input {
    /// `type`, `inputmode`, `autocomplete`.
    fn attributes(self) -> (&'static str, &'static str, &'static str) {
        match self {
            Self::Text => ("text", "text", "off"),
            Self::Search => ("search", "search", "off"),
            Self::Digits => ("text", "numeric", "off"),
            Self::Login => ("text", "text", "username"),
            Self::Password => ("password", "text", "current-password"),
            Self::PlainPassword => ("text", "text", "current-password"),
            Self::Nickname => ("text", "text", "nickname"),
            Self::Contact => ("text", "email", "email"),
        }
    }
}

/// A field. Its `id` is where an error summary leads to.
#[component]
pub fn Field(
    /// Unique on the page.
    id: &'static str,
    /// What to type.
    #[prop(into)]
    label: Signal<String>,
    /// What is typed.
    value: RwSignal<String>,
    /// Which keyboard.
    #[prop(optional, into)]
    input: Signal<Input>,
    /// Help before anything is wrong; its line is kept free.
    #[prop(optional, into)]
    hint: Signal<Option<String>>,
    /// What is wrong.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// The most characters.
    #[prop(default = 200)]
    at_most: u16,
) -> Markup {
    let attributes = move || input.get().attributes();
    let note = format!("{id}-note");
    view! {
        <div class="field" data-state=move || if error.with(Option::is_some) { "wrong" } else { "fine" }>
            <label class="field__label" for=id>{move || label.get()}</label>
            <input
                class="field__input" id=id name=id type=move || attributes().0 inputmode=move || attributes().1 autocomplete=move || attributes().2
                autocapitalize="off" spellcheck="false" maxlength=at_most aria-describedby=note.clone()
                aria-invalid=move || error.with(Option::is_some).then_some("true")
                prop:value=move || value.get()
                on:input=move |event| value.set(event_target_value(&event))
            />
            <p class="field__note" id=note.clone() aria-live="polite">{move || error.get().or_else(|| hint.get())}</p>
        </div>
    }
}
