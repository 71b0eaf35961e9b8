//! Words that belong to data (a name, a note), in the languages somebody wrote them in.

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};
use std::collections::BTreeMap;
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
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "schema", schema(value_type = std::collections::HashMap<String, String>))]
pub struct Text(BTreeMap<Language, String>);

impl Text {
    /// Korean and English, what the demo shop is written in.
    pub fn ko_en(ko: &str, en: &str) -> Self {
        Self(BTreeMap::from([(Language::KO, ko.to_owned()), (Language::EN, en.to_owned())]))
    }

    /// One language only.
    pub fn only(language: Language, text: &str) -> Self {
        Self(BTreeMap::from([(language, text.to_owned())]))
    }

    /// Adds or replaces a language.
    pub fn set(&mut self, language: Language, text: String) {
        self.0.insert(language, text);
    }

    /// The text in `language`, else English, else whatever there is; empty when nobody wrote anything.
    pub fn get(&self, language: Language) -> &str {
        self.0.get(&language).or_else(|| self.0.get(&Language::EN)).or_else(|| self.0.values().next()).map_or("", String::as_str)
    }

    /// The language `get` answers in; `None` when nobody wrote anything. For `lang` attributes.
    pub fn language_shown(&self, wanted: Language) -> Option<Language> {
        [wanted, Language::EN].into_iter().find(|language| self.0.contains_key(language)).or_else(|| self.0.keys().next().copied())
    }

    /// Every language with its text.
    pub fn iter(&self) -> impl Iterator<Item = (Language, &str)> {
        self.0.iter().map(|(language, text)| (*language, text.as_str()))
    }

    /// Nobody wrote anything.
    pub fn is_empty(&self) -> bool {
        self.0.values().all(|text| text.is_empty())
    }
}

impl FromIterator<(Language, String)> for Text {
    fn from_iter<I: IntoIterator<Item = (Language, String)>>(texts: I) -> Self {
        Self(texts.into_iter().collect())
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
}
