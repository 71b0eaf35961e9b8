//! Which reviews a visitor asks for, in which order, and what each further choice would leave.

use super::word;
use crate::Language;
use crate::curation::Ratings;
use crate::search::{plain, words};
use serde::{Deserialize, Serialize};

/// The order of a list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Order {
    /// The newest first.
    #[default]
    Newest,
    /// What most found helpful first.
    Helpful,
    /// The most stars first.
    High,
    /// The fewest stars first.
    Low,
}

/// Which reviews; everything that is asked for must hold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// With this many stars.
    pub stars: Option<u8>,
    /// With a photo.
    pub photo: bool,
    /// By somebody known to have bought it.
    pub verified: bool,
    /// Written in this language.
    pub language: Option<Language>,
    /// Of who bought this size.
    pub size: Option<String>,
    /// That mention this: a word of [`super::Mention`].
    pub mention: Option<String>,
    /// That hold each of these words.
    pub words: Vec<Needle>,
}

/// A word that is searched for, with its forms: any of them will do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Needle(Vec<String>);

/// How many reviews each further choice would leave: counted under everything that is asked for but the choice's own kind.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct ReviewFacets {
    /// By stars.
    pub stars: Ratings,
    /// With a photo.
    pub photo: u32,
    /// Known to be bought.
    pub verified: u32,
    /// By language.
    pub languages: Vec<LanguageCount>,
    /// By size, in the product's order; those of no review are left out.
    pub sizes: Vec<SizeCount>,
}

/// Reviews in a language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct LanguageCount {
    /// Which.
    #[cfg_attr(feature = "schema", schema(value_type = String))]
    pub language: Language,
    /// How many.
    pub count: u32,
}

/// Reviews of a size.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct SizeCount {
    /// Which, as the review says it.
    pub size: String,
    /// How many.
    pub count: u32,
}

impl Order {
    /// Every one with its name on the wire.
    pub const ALL: [(Self, &'static str); 4] =
        [(Self::Newest, "newest"), (Self::Helpful, "helpful"), (Self::High, "high"), (Self::Low, "low")];
}

impl Filter {
    /// Searches for words, too. A review is looked through, not ranked: each word must stand somewhere in it, also inside a longer one,
    /// as Korean writes words together and puts particles behind them. A particle on the word searched for is forgiven, and so is
    /// an English plural.
    #[must_use]
    pub fn with_words(mut self, text: &str) -> Self {
        let needle = |word: &str| {
            let korean = word::stem(word).map(|(stem, _)| stem.to_owned());
            let english = word::english(word).map(|form| form.stem.into_owned());
            Needle([Some(word.to_owned()), korean, english].into_iter().flatten().collect())
        };
        self.words = words(&plain(text)).map(needle).collect();
        self
    }
}

impl Needle {
    /// In a folded text.
    pub(super) fn is_in(&self, text: &str) -> bool {
        self.0.iter().any(|form| text.contains(form.as_str()))
    }
}
