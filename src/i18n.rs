//! Words for people: `locales/{ko,en}/*.json`, one file a feature, checked at compile time.
//!
//! In a view `t!(home.search)` says a key and follows the language; in a closure `t_string!(i18n, home.search)` does, and fills
//! blanks. Words that belong to data are [`Text`]s: [`say`].
//! Numbers, money and dates are the browser's: `browser::intl`.

use crate::browser::{document, storage};
use crate::markup::{IntoValue, Value};
use crate::prelude::*;
use domain::{Language, Text};

/// The keys as `build.rs` wrote them, named as call sites name them.
#[allow(missing_docs, non_camel_case_types, non_upper_case_globals, dead_code)]
pub mod keys {
    include!(concat!(env!("OUT_DIR"), "/words.rs"));
}

/// A key without blanks, for a view, an attribute or a signal: it follows the language by itself.
macro_rules! t {
    ($($key:ident).+) => { $crate::i18n::keys::$($key)::+ };
}

/// The words of a key, in the visitor's language: `&'static str`, or a `String` when blanks are filled from what derefs to `str`.
macro_rules! t_string {
    ($words:expr, $($key:ident).+) => { $words.plain($crate::i18n::keys::$($key)::+) };
    ($words:expr, $($key:ident).+, $($blank:ident = $value:expr),+ $(,)?) => {{
        // A call site may hand over a `String` without asking whether its words are kept or only read.
        #[allow(clippy::unnecessary_to_owned)]
        let said = $crate::i18n::keys::$($key)::+ { $($blank: &$value),+ }.say($words);
        said
    }};
}

/// The words of a key without blanks, in one language.
macro_rules! td_string {
    ($locale:expr, $($key:ident).+) => { $crate::i18n::keys::$($key)::+.in_locale($locale) };
}

pub(crate) use {t, t_string, td_string};

/// A language that the words are written in, named as its folder.
#[allow(non_camel_case_types)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Locale {
    /// Korean.
    ko,
    /// English.
    en,
}

/// A key's texts in one, parted as `build.rs` parts them: a table of two pointers for each key would cost more than the search.
#[derive(Clone, Copy)]
pub struct Sentence(&'static str);

impl Sentence {
    /// The text in one language; blanks stand as control characters.
    pub fn in_locale(self, locale: Locale) -> &'static str {
        let (ko, en) = self.0.split_once('\u{1f}').unwrap_or((self.0, self.0));
        match locale {
            Locale::ko => ko,
            Locale::en => en,
        }
    }
}

impl IntoMarkup for Sentence {
    #[inline(never)]
    fn into_markup(self) -> Markup {
        let words = use_i18n();
        live(move || words.plain(self))
    }
}

impl IntoValue for Sentence {
    #[inline(never)]
    fn into_value(self) -> Value {
        let words = use_i18n();
        Value::Live(Box::new(move || Value::Words(words.plain(self))))
    }
}

impl From<Sentence> for Signal<String> {
    #[inline(never)]
    fn from(sentence: Sentence) -> Self {
        let words = use_i18n();
        Self::derive(move || words.plain(sentence).to_owned())
    }
}

/// The language of this visit, which `t_string!` takes first. Nothing here is inlined, because there are hundreds of calls.
#[derive(Clone, Copy)]
pub struct Words(RwSignal<Locale>);

impl Words {
    /// The language now; whoever asks in a closure follows it.
    #[inline(never)]
    pub fn get_locale(self) -> Locale {
        self.0.get()
    }

    /// What `t_string!` says without blanks.
    #[inline(never)]
    pub fn plain(self, sentence: Sentence) -> &'static str {
        sentence.in_locale(self.get_locale())
    }

    /// What `t_string!` says with blanks, in the order of their names.
    #[inline(never)]
    pub fn fill(self, sentence: Sentence, blanks: &[&str]) -> String {
        fill(self.plain(sentence), blanks)
    }
}

/// Puts a blank where the control character of its place stands.
fn fill(text: &str, blanks: &[&str]) -> String {
    let mut filled = String::new();
    for letter in text.chars() {
        match blanks.get(letter as usize) {
            Some(blank) => filled.push_str(blank),
            None => filled.push(letter),
        }
    }
    filled
}

/// The visitor's choice, kept on this device.
const REMEMBERED: &str = "language";

/// Provides the language: the one that the address asks for, else the one chosen here before, else the browser's, else Korean. `<html lang>` follows it.
pub fn provide_language() {
    let chosen = document::asked_language().or_else(|| storage::local(REMEMBERED)).or_else(document::preferred_language);
    let first = if chosen.is_some_and(|tag| tag.starts_with("en")) { Locale::en } else { Locale::ko };
    let words = Words(RwSignal::new(first));
    provide_context(words);
    Effect::new(move |_| document::set_language(language_of(words.get_locale()).as_str()));
}

/// The words that [`provide_language`] provided.
#[inline(never)]
pub fn use_i18n() -> Words {
    expect_context()
}

/// Switches without a reload and remembers it on this device.
pub fn choose(words: Words, locale: Locale) {
    words.0.set(locale);
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

#[cfg(test)]
#[path = "../build/words.rs"]
mod generator;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_answers_in_the_language_of_the_visit_and_follows_it() {
        Owner::new().set();
        let words = Words(RwSignal::new(Locale::ko));
        let plain = Memo::new(move |_| t_string!(words, common.close));
        let filled = Memo::new(move |_| t_string!(words, product.picture_of, number = "2", count = 3.to_string()));
        assert_eq!((plain.get(), filled.get().as_str()), ("닫기", "사진 3장 중 2번째"));
        words.0.set(Locale::en);
        assert_eq!((plain.get(), filled.get().as_str()), ("Close", "Picture 2 of 3"));
        assert_eq!(td_string!(Locale::ko, common.close), "닫기");
    }

    #[test]
    fn a_blank_is_filled_wherever_its_place_stands() {
        assert_eq!(fill("\u{1} \0\n\u{1}", &["a", "온"]), "온 a\n온");
        assert_eq!(fill("", &["a"]), "");
    }
}
