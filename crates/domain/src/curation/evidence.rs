//! What is said of a member, with its figures.

use super::{Measure, Trait, Within};
use crate::ids::ProductId;
use crate::{Money, Text};
use serde::{Deserialize, Serialize};

/// One reason why a product is in a collection. When the figures were taken stands beside it, not in it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case", rename_all_fields = "camelCase", try_from = "Wire")]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub enum Evidence {
    /// Somebody put it here; who and why stand beside it.
    Chosen,
    /// Its reviews.
    Rated {
        /// The mean in tenths of a star; 0 without reviews.
        tenths: u8,
        /// From so many.
        count: u32,
    },
    /// Sold.
    Sold {
        /// Units.
        count: u32,
        /// In so many days.
        days: u16,
        /// Where.
        within: Within,
    },
    /// More, or less, than before.
    Grew {
        /// Of what; `None` is views, scans, wishes and sales together.
        of: Option<Measure>,
        /// In the days before.
        before: u32,
        /// In the days now.
        after: u32,
        /// How many days.
        days: u16,
        /// Where.
        within: Within,
    },
    /// Wished for.
    Wished {
        /// Times.
        count: u32,
        /// In so many days.
        days: u16,
        /// Where.
        within: Within,
    },
    /// In the same baskets as another product; `None` with nothing.
    Together {
        /// Which.
        with: Option<ProductId>,
        /// So many baskets held both.
        baskets: u32,
    },
    /// What it costs here; `None` is "price on request".
    Costs {
        /// The lowest of its variants.
        price: Option<Money>,
    },
    /// What the catalogue calls it.
    Is {
        /// Category, brand or tag.
        what: Trait,
        /// In the catalogue's languages.
        words: Text,
    },
    /// Free units here.
    InStock {
        /// How many.
        count: u32,
    },
    /// Came into the range.
    New {
        /// So many days ago.
        days: u32,
    },
    /// Somebody of the staff wrote a note about it; false when nobody did.
    Noted {
        /// Whether.
        is: bool,
    },
    /// Something that a newer server knows.
    Other,
}

impl Evidence {
    /// Growth in whole percent, rounded towards zero; `None` for what is no growth, and where there was nothing before.
    pub fn percent(&self) -> Option<i64> {
        match self {
            Self::Grew { before, after, .. } if *before > 0 => Some((i64::from(*after) - i64::from(*before)) * 100 / i64::from(*before)),
            _ => None,
        }
    }
}

/// An [`Evidence`] as it is read: the browser's reader takes no tagged enums.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Wire {
    kind: Kind,
    tenths: Option<u8>,
    count: Option<u32>,
    days: Option<u32>,
    #[serde(default)]
    within: Within,
    of: Option<Measure>,
    before: Option<u32>,
    after: Option<u32>,
    with: Option<ProductId>,
    baskets: Option<u32>,
    price: Option<Money>,
    what: Option<Trait>,
    words: Option<Text>,
    is: Option<bool>,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Kind {
    Chosen,
    Rated,
    Sold,
    Grew,
    Wished,
    Together,
    Costs,
    Is,
    InStock,
    New,
    Noted,
    #[serde(other)]
    Other,
}

impl TryFrom<Wire> for Evidence {
    type Error = &'static str;

    fn try_from(wire: Wire) -> Result<Self, Self::Error> {
        wire.evidence().ok_or("an evidence lacks a field of its kind")
    }
}

impl Wire {
    fn evidence(self) -> Option<Evidence> {
        let (within, of, with, price) = (self.within, self.of, self.with, self.price);
        let period = self.days.and_then(|days| u16::try_from(days).ok());
        Some(match self.kind {
            Kind::Chosen => Evidence::Chosen,
            Kind::Rated => Evidence::Rated { tenths: self.tenths?, count: self.count? },
            Kind::Sold => Evidence::Sold { count: self.count?, days: period?, within },
            Kind::Grew => Evidence::Grew { of, before: self.before?, after: self.after?, days: period?, within },
            Kind::Wished => Evidence::Wished { count: self.count?, days: period?, within },
            Kind::Together => Evidence::Together { with, baskets: self.baskets? },
            Kind::Costs => Evidence::Costs { price },
            Kind::Is => Evidence::Is { what: self.what?, words: self.words? },
            Kind::InStock => Evidence::InStock { count: self.count? },
            Kind::New => Evidence::New { days: self.days? },
            Kind::Noted => Evidence::Noted { is: self.is? },
            Kind::Other => Evidence::Other,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn evidence_of_a_newer_server_is_read_as_other_and_half_a_one_not_at_all() {
        let read = |text: &str| serde_json::from_str::<Evidence>(text).ok();
        assert_eq!(read(r#"{"kind":"seen-by-the-moon","phase":3}"#), Some(Evidence::Other));
        assert_eq!(read(r#"{"kind":"rated","tenths":46,"count":212}"#), Some(Evidence::Rated { tenths: 46, count: 212 }));
        assert_eq!(read(r#"{"kind":"rated","tenths":46}"#), None);
    }

    #[test]
    fn growth_shows_its_base_and_has_no_percent_without_one() {
        let grew = |before, after| Evidence::Grew { of: None, before, after, days: 7, within: Within::Store }.percent();
        assert_eq!([grew(40, 55), grew(40, 40), grew(40, 20), grew(0, 9)], [Some(37), Some(0), Some(-50), None]);
    }
}
