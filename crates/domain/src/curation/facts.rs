//! What is known of a product in one store, at one moment.

use super::{Ratings, Within};
use crate::ids::ProductId;
use crate::{Money, Text};
use serde::{Deserialize, Serialize};

/// What shoppers do, counted by the day; nobody in particular.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub enum Measure {
    /// Its page was opened.
    View,
    /// Its label was scanned.
    Scan,
    /// Put on a list, or held.
    Wish,
    /// Held.
    Reserve,
    /// Bought: collected here, or in an imported basket.
    Sale,
    /// Something that a newer server knows.
    #[serde(other)]
    Other,
}

impl Measure {
    /// Every measure, for tables and tests.
    pub const ALL: [Self; 5] = [Self::View, Self::Scan, Self::Wish, Self::Reserve, Self::Sale];
    /// What counts as interest when nothing in particular is asked for. A hold is a wish already.
    pub const INTEREST: [Self; 4] = [Self::View, Self::Scan, Self::Wish, Self::Sale];
}

/// How often something was done on one day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tally {
    /// Days since 1970 in the store's time zone.
    pub day: i32,
    /// What.
    pub measure: Measure,
    /// In this store.
    pub here: u32,
    /// In the stores of its city, this one included.
    pub city: u32,
}

/// What is known of a product. What is not known stays at its default.
#[derive(Clone, Debug)]
pub struct Facts<'a> {
    /// Which.
    pub product: ProductId,
    /// Its reviews that are shown.
    pub ratings: Ratings,
    /// The lowest of its variants here; `None` is "price on request".
    pub price: Option<Money>,
    /// Its category.
    pub category: &'a Text,
    /// Its brand.
    pub brand: &'a Text,
    /// Its tags.
    pub tags: &'a [Text],
    /// Free units here.
    pub available: u32,
    /// The day that it came into the range, as [`Tally::day`].
    pub since: i32,
    /// Somebody of the staff wrote a note about it.
    pub is_noted: bool,
    /// What shoppers did, a row a day and measure, in any order.
    pub tallies: &'a [Tally],
    /// Products in the same baskets, and how many baskets.
    pub together: &'a [(ProductId, u32)],
}

impl Facts<'_> {
    /// How often in the `days` days that end with `last`.
    pub fn count(&self, measure: Measure, within: Within, last: i32, days: u16) -> u32 {
        let is_then = |tally: &&Tally| tally.measure == measure && tally.day <= last && tally.day > last - i32::from(days);
        let figure = |tally: &Tally| if within == Within::City { tally.city } else { tally.here };
        self.tallies.iter().filter(is_then).map(figure).fold(0, u32::saturating_add)
    }

    /// The same of all that is interest, or of one measure.
    pub fn interest(&self, of: Option<Measure>, within: Within, last: i32, days: u16) -> u32 {
        match of {
            Some(measure) => self.count(measure, within, last, days),
            None => Measure::INTEREST.iter().map(|measure| self.count(*measure, within, last, days)).fold(0, u32::saturating_add),
        }
    }
}
