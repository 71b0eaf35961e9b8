//! Words that belong to data (a name, a note), in the languages somebody wrote them in.

use serde::de::{Error as _, MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use std::str::FromStr;

/// An ISO 639-1 code: `ko`, `en`, `ja`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Language([u8; 2]);

impl Language {
    /// Korean.
    pub const KO: Self = Self(*b"ko");
    /// English.
    pub const EN: Self = Self(*b"en");

    /// The two letters.
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or("en")
    }
}

/// One text in one or more languages. All languages travel together, so switching the language asks nobody.
// Sorted, each language once: the few there are need no tree, which is far more code in the browser.
#[derive(Clone, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "schema", schema(value_type = std::collections::HashMap<String, String>))]
pub struct Text(Vec<(Language, String)>);

impl Text {
    /// Korean and English, what the demo shop is written in.
    pub fn ko_en(ko: &str, en: &str) -> Self {
        Self::from_iter([(Language::KO, ko.to_owned()), (Language::EN, en.to_owned())])
    }

    /// One language only.
    pub fn only(language: Language, text: &str) -> Self {
        Self(vec![(language, text.to_owned())])
    }

    /// Adds or replaces a language.
    pub fn set(&mut self, language: Language, text: String) {
        match self.0.binary_search_by_key(&language, |(known, _)| *known) {
            Ok(at) => self.0[at].1 = text,
            Err(at) => self.0.insert(at, (language, text)),
        }
    }

    /// The text in `language`, else English, else whatever there is; empty when nobody wrote anything.
    pub fn get(&self, language: Language) -> &str {
        self.shown(language).map_or("", |(_, text)| text)
    }

    /// The language `get` answers in; `None` when nobody wrote anything. For `lang` attributes.
    pub fn language_shown(&self, wanted: Language) -> Option<Language> {
        self.shown(wanted).map(|(language, _)| *language)
    }

    fn shown(&self, wanted: Language) -> Option<&(Language, String)> {
        let of = |language| self.0.iter().find(|(known, _)| *known == language);
        of(wanted).or_else(|| of(Language::EN)).or_else(|| self.0.first())
    }

    /// Every language with its text.
    pub fn iter(&self) -> impl Iterator<Item = (Language, &str)> {
        self.0.iter().map(|(language, text)| (*language, text.as_str()))
    }

    /// Nobody wrote anything.
    pub fn is_empty(&self) -> bool {
        self.0.iter().all(|(_, text)| text.is_empty())
    }
}

impl FromIterator<(Language, String)> for Text {
    fn from_iter<I: IntoIterator<Item = (Language, String)>>(texts: I) -> Self {
        let mut all = Self::default();
        texts.into_iter().for_each(|(language, text)| all.set(language, text));
        all
    }
}

impl fmt::Debug for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self.iter()).finish()
    }
}

impl Serialize for Text {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.iter())
    }
}

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(Reader)
    }
}

/// Reads an object from language to text; of a language that stands there twice the last counts.
struct Reader;

impl<'de> Visitor<'de> for Reader {
    type Value = Text;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a map")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Text, A::Error> {
        let mut all = Text::default();
        while let Some((language, text)) = map.next_entry()? {
            all.set(language, text);
        }
        Ok(all)
    }
}

/// The text is not two lower-case letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotALanguage;

impl fmt::Display for NotALanguage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a language is two lower-case letters (ISO 639-1)")
    }
}

impl std::error::Error for NotALanguage {}

impl FromStr for Language {
    type Err = NotALanguage;
    fn from_str(text: &str) -> Result<Self, NotALanguage> {
        match <[u8; 2]>::try_from(text.as_bytes()) {
            Ok(letters) if letters.iter().all(u8::is_ascii_lowercase) => Ok(Self(letters)),
            _ => Err(NotALanguage),
        }
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl Serialize for Language {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for Language {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(D::Error::custom)
    }
}

#[cfg(feature = "schema")]
mod schema {
    use utoipa::openapi::{ObjectBuilder, RefOr, Schema, schema::Type};

    impl utoipa::PartialSchema for super::Language {
        fn schema() -> RefOr<Schema> {
            ObjectBuilder::new().schema_type(Type::String).pattern(Some("^[a-z]{2}$")).description(Some("ISO 639-1")).into()
        }
    }
    impl utoipa::ToSchema for super::Language {}
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_language_falls_back_to_english_then_to_any() {
        let both = Text::ko_en("머그", "Mug");
        let german = Text::only("de".parse().expect("de"), "Becher");
        assert_eq!(both.get(Language::KO), "머그");
        assert_eq!(both.get("ja".parse().expect("ja")), "Mug");
        assert_eq!(german.get(Language::KO), "Becher");
        assert_eq!(german.language_shown(Language::KO).map(|l| l.to_string()), Some("de".to_owned()));
    }

    #[test]
    fn a_text_is_an_object_on_the_wire_whatever_the_order_it_was_written_in() {
        let sent = r#"{"en":"Mug","ko":"머그"}"#;
        let written = [Text::ko_en("머그", "Mug"), Text::from_iter([(Language::EN, "Mug".to_owned()), (Language::KO, "머그".to_owned())])];
        let read = [sent, r#"{"ko":"머그","en":"Mug"}"#, r#"{"ko":"","en":"Mug","ko":"머그"}"#].map(serde_json::from_str);
        for text in written.into_iter().chain(read.map(|read| read.expect("a text"))) {
            assert_eq!(text, Text::ko_en("머그", "Mug"));
            assert_eq!(serde_json::to_string(&text).expect("json"), sent);
        }
        assert_eq!(serde_json::to_string(&Text::default()).expect("json"), "{}");
        assert!(serde_json::from_str::<Text>(r#"{"KO":"머그"}"#).is_err());
    }

    #[test]
    fn languages_stand_in_the_order_of_their_codes_and_each_once() {
        let mut text = Text::ko_en("머그", "Mug");
        text.set("de".parse().expect("de"), "Becher".to_owned());
        text.set(Language::KO, "머그잔".to_owned());
        let all: Vec<_> = text.iter().map(|(language, text)| (language.to_string(), text)).collect();
        assert_eq!(all, [("de".to_owned(), "Becher"), ("en".to_owned(), "Mug"), ("ko".to_owned(), "머그잔")]);
    }
}
