//! One condition of a rule.

use super::Measure;
use crate::ids::ProductId;
use serde::{Deserialize, Serialize};

/// What a product must show to be in. Days are those of the store's time zone, today among them.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case", try_from = "Wire")]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub enum Condition {
    /// A mean of so many tenths of a star or more, from so many reviews or more. The mean as the card shows it, rounded: nobody could be
    /// told why a 4.0 is not among "4.0 and up". The count keeps chance out; members are ranked by the lower bound of the Wilson interval.
    Rated {
        /// 10 to 50.
        tenths: u8,
        /// 1 or more.
        reviews: u32,
    },
    /// Sold so often in the last days: a top seller.
    Sold {
        /// 1 or more.
        #[serde(rename = "atLeast")]
        at_least: u32,
        /// How many days.
        days: u16,
        /// Where.
        within: Within,
    },
    /// More of something than in as many days before: a trend.
    Growing {
        /// Of what; `None` is views, scans, wishes and sales together.
        of: Option<Measure>,
        /// How much more, in percent of the days before.
        percent: u32,
        /// How many there were before at least: from 1 to 2 is no trend.
        base: u32,
        /// How many days, and as many before them.
        days: u16,
        /// Where.
        within: Within,
    },
    /// Wished for so often in the last days.
    Wished {
        /// 1 or more.
        #[serde(rename = "atLeast")]
        at_least: u32,
        /// How many days.
        days: u16,
        /// Where.
        within: Within,
    },
    /// So many baskets held both it and another product.
    Together {
        /// Which; `None` is any.
        with: Option<ProductId>,
        /// 1 or more.
        #[serde(rename = "atLeast")]
        at_least: u32,
    },
    /// Its lowest price is within this band, both ends included, in minor units of the store's currency. "Price on request" is in none.
    Priced {
        /// From.
        from: Option<i64>,
        /// To.
        to: Option<i64>,
    },
    /// Its category, its brand or one of its tags is this, in any language, whatever the case.
    Is {
        /// Which of them.
        what: Trait,
        /// As the catalogue has it.
        words: String,
    },
    /// So many units are free here.
    InStock {
        /// 1 or more.
        #[serde(rename = "atLeast")]
        at_least: u32,
    },
    /// In the range for so many days at most.
    New {
        /// How many days.
        days: u16,
    },
    /// Somebody of the staff wrote a note about it.
    Noted,
}

/// How far the counting goes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub enum Within {
    /// This store.
    #[default]
    Store,
    /// The stores of this city.
    City,
    /// Something that a newer server knows.
    #[serde(other)]
    Other,
}

/// What the catalogue calls a product.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub enum Trait {
    /// Its category.
    #[default]
    Category,
    /// Its brand.
    Brand,
    /// A tag.
    Tag,
    /// Something that a newer server knows.
    #[serde(other)]
    Other,
}

/// A [`Condition`] as it is read: the browser's reader takes no tagged enums.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Wire {
    kind: Kind,
    tenths: Option<u8>,
    reviews: Option<u32>,
    at_least: Option<u32>,
    days: Option<u16>,
    #[serde(default)]
    within: Within,
    of: Option<Measure>,
    percent: Option<u32>,
    base: Option<u32>,
    with: Option<ProductId>,
    from: Option<i64>,
    to: Option<i64>,
    what: Option<Trait>,
    words: Option<String>,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Kind {
    Rated,
    Sold,
    Growing,
    Wished,
    Together,
    Priced,
    Is,
    InStock,
    New,
    Noted,
}

impl TryFrom<Wire> for Condition {
    type Error = &'static str;

    fn try_from(wire: Wire) -> Result<Self, Self::Error> {
        wire.condition().ok_or("a condition lacks a field of its kind")
    }
}

impl Wire {
    fn condition(self) -> Option<Condition> {
        let (within, with, from, to, of) = (self.within, self.with, self.from, self.to, self.of);
        Some(match self.kind {
            Kind::Rated => Condition::Rated { tenths: self.tenths?, reviews: self.reviews? },
            Kind::Sold => Condition::Sold { at_least: self.at_least?, days: self.days?, within },
            Kind::Growing => Condition::Growing { of, percent: self.percent?, base: self.base?, days: self.days?, within },
            Kind::Wished => Condition::Wished { at_least: self.at_least?, days: self.days?, within },
            Kind::Together => Condition::Together { with, at_least: self.at_least? },
            Kind::Priced => Condition::Priced { from, to },
            Kind::Is => Condition::Is { what: self.what?, words: self.words? },
            Kind::InStock => Condition::InStock { at_least: self.at_least? },
            Kind::New => Condition::New { days: self.days? },
            Kind::Noted => Condition::Noted,
        })
    }
}
