//! Words for people: `locales/{ko,en}/*.json`, one file a feature, checked at compile time.
//!
//! `t_string!(i18n, home.search)` inside a closure follows the language. Words that belong to data are [`Text`]s: [`say`].
//! Numbers, money and dates are the browser's: `browser::intl`.

use crate::browser::{document, storage};
use domain::{Language, Text};
use leptos::prelude::*;

#[allow(missing_docs, clippy::all, dead_code, unused_imports, unused_qualifications)]
mod generated {
    include!(concat!(env!("OUT_DIR"), "/i18n.rs"));
}

pub use generated::i18n::{Locale, use_i18n};
pub use leptos_i18n::{t, t_string, td_string};

/// The context that `t_string!` takes first.
pub type Words = leptos_i18n::I18nContext<Locale>;

/// The visitor's choice, kept on this device.
const REMEMBERED: &str = "language";

/// Provides the language: the one chosen here before, else the browser's, else Korean. `<html lang>` follows it.
pub fn provide_language() {
    let chosen = storage::local(REMEMBERED).or_else(document::preferred_language);
    let first = if chosen.is_some_and(|tag| tag.starts_with("en")) { Locale::en } else { Locale::ko };
    let words: Words = leptos_i18n::context::init_i18n_subcontext(Some(Signal::stored(first)));
    provide_context(words);
    Effect::new(move |_| document::set_language(language_of(words.get_locale()).as_str()));
}

/// Switches without a reload and remembers it on this device.
pub fn choose(words: Words, locale: Locale) {
    words.set_locale(locale);
    storage::set_local(REMEMBERED, language_of(locale).as_str());
}

/// The language that words are shown in.
pub fn use_language() -> Signal<Language> {
    let words = use_i18n();
    Signal::derive(move || language_of(words.get_locale()))
}

/// A [`Text`] in the visitor's language, and again when they switch.
pub fn say(text: Text) -> impl Fn() -> String + Clone + Send + Sync + 'static {
    let language = use_language();
    move || text.get(language.get()).to_owned()
}

/// As the domain names it.
pub fn language_of(locale: Locale) -> Language {
    match locale {
        Locale::ko => Language::KO,
        Locale::en => Language::EN,
    }
}
