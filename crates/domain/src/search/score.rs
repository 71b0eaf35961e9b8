//! Where a word was found, how well, and what that is worth.

use std::borrow::Cow;

/// Where a text stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// What it is called.
    Name,
    /// Who makes it.
    Brand,
    /// Colour, size.
    Variant,
    /// What it is.
    Category,
    /// Words put to it.
    Tag,
    /// Everything else that is written about it.
    Text,
    /// A GTIN or another number, found from its beginning.
    Code,
}

/// The texts of one thing. A field may stand more than once, as a name in two languages does.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fields<'a>(pub(super) Vec<(Field, Cow<'a, str>)>);

/// How well something answers a query; more is better. Only scores of the same query compare.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Score(pub u32);

/// How a word was found, worst first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Quality {
    /// With one slip of a finger.
    Fuzzy,
    /// By initial consonants.
    Initials,
    /// Inside a word.
    Inside,
    /// As the beginning of a word.
    Prefix,
    /// As the word.
    Exact,
}

impl<'a> Fields<'a> {
    /// None yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// One text more.
    #[must_use]
    pub fn with(mut self, field: Field, text: impl Into<Cow<'a, str>>) -> Self {
        self.0.push((field, text.into()));
        self
    }
}

impl Field {
    pub(super) const ALL: [Self; 7] = [Self::Name, Self::Brand, Self::Variant, Self::Category, Self::Tag, Self::Text, Self::Code];

    /// Its place in `ALL`.
    pub(super) fn number(self) -> u32 {
        self as u32
    }

    /// Found in the name is worth more than found in the brand, and so on; a number that begins as typed is surely meant.
    fn weight(self) -> u32 {
        match self {
            Self::Code => 32,
            Self::Name => 24,
            Self::Brand => 14,
            Self::Variant => 10,
            Self::Category => 8,
            Self::Tag => 6,
            Self::Text => 2,
        }
    }
}

impl Score {
    /// One word found once.
    pub(super) fn of(field: Field, quality: Quality) -> Self {
        let quality = match quality {
            Quality::Exact => 10,
            Quality::Prefix => 7,
            Quality::Inside => 5,
            Quality::Initials => 4,
            Quality::Fuzzy => 1,
        };
        Self(field.weight() * quality)
    }
}
