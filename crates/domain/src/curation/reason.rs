//! Why a product stands here, with the figures that say so.

use super::Ratings;
use serde::{Deserialize, Serialize};

/// The reason on a card. Who chose and when the figures were taken stand beside it, not in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
// `stock::Reason` has the plain name in the OpenAPI page.
#[cfg_attr(feature = "schema", schema(as = WhyHere))]
pub enum Reason {
    /// Put here by hand; the curator stands elsewhere.
    ChosenBy,
    /// Wished for more than before.
    Wished {
        /// Wishes in the period before.
        before: u32,
        /// Wishes in the period now.
        after: u32,
    },
    /// Well reviewed.
    Rated {
        /// The mean in tenths of a star.
        tenths: u8,
        /// From so many reviews.
        count: u32,
    },
    /// Bought or reserved together with what is looked at.
    TakenTogether {
        /// So many times.
        count: u32,
    },
    /// New in the range.
    New {
        /// Days since it came.
        days: u32,
    },
    /// A reason that a newer server knows.
    #[serde(other)]
    Other,
}

/// What is known of a product, for [`explain`]. What is not known stays at its default.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Figures {
    /// A person put it here.
    pub is_chosen: bool,
    /// Its reviews.
    pub ratings: Ratings,
    /// Wishes in two periods of the same length.
    pub wishes: Wishes,
    /// Baskets and reservations that hold both it and what is looked at.
    pub taken_together: u32,
    /// Days since it came into the range.
    pub days_in_range: Option<u32>,
}

/// Wishes in the period before and the period now.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Wishes {
    /// Before.
    pub before: u32,
    /// Now.
    pub after: u32,
}

/// Fewer wishes are chance.
const LEAST_WISHES: u32 = 5;
/// Growth is worth saying from one fifth on.
const LEAST_GROWTH_PERCENT: u64 = 20;
/// Fewer reviews are somebody's friends.
const LEAST_REVIEWS: u32 = 5;
/// A mean below 4.0 is no reason to stand here.
const LEAST_TENTHS: u8 = 40;
/// Fewer joint baskets are chance.
const LEAST_TOGETHER: u32 = 3;
/// Longer in the range is not new.
const NEW_DAYS: u32 = 30;

/// The strongest reason that the figures carry, in this order; `None` when they carry none.
///
/// 1. Chosen by hand: then that is the true reason, whatever the figures are.
/// 2. Wished for more than before (5 wishes and 20 % more at least): it says the most about here and now.
/// 3. Rated 4.0 or better by 5 reviews at least: the judgement of people who have it.
/// 4. Taken together with what is looked at, 3 times at least.
/// 5. New, 30 days at most: the weakest, for it says nothing about the product.
pub fn explain(figures: &Figures) -> Option<Reason> {
    by_hand(figures)
        .or_else(|| wished(figures.wishes))
        .or_else(|| rated(&figures.ratings))
        .or_else(|| Some(figures.taken_together).filter(|count| *count >= LEAST_TOGETHER).map(|count| Reason::TakenTogether { count }))
        .or_else(|| figures.days_in_range.filter(|days| *days <= NEW_DAYS).map(|days| Reason::New { days }))
}

fn by_hand(figures: &Figures) -> Option<Reason> {
    figures.is_chosen.then_some(Reason::ChosenBy)
}

fn wished(Wishes { before, after }: Wishes) -> Option<Reason> {
    let has_grown = u64::from(after) * 100 >= u64::from(before) * (100 + LEAST_GROWTH_PERCENT);
    (after >= LEAST_WISHES && has_grown).then_some(Reason::Wished { before, after })
}

fn rated(ratings: &Ratings) -> Option<Reason> {
    let count = u32::try_from(ratings.total()).unwrap_or(u32::MAX);
    ratings.tenths().filter(|tenths| *tenths >= LEAST_TENTHS && count >= LEAST_REVIEWS).map(|tenths| Reason::Rated { tenths, count })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_strongest_reason_is_given() {
        let all = Figures {
            is_chosen: true,
            ratings: Ratings { counts: [0, 0, 0, 4, 6] },
            wishes: Wishes { before: 10, after: 12 },
            taken_together: 3,
            days_in_range: Some(30),
        };
        let steps = [
            (all, Some(Reason::ChosenBy)),
            (Figures { is_chosen: false, ..all }, Some(Reason::Wished { before: 10, after: 12 })),
            (Figures { is_chosen: false, wishes: Wishes { before: 10, after: 11 }, ..all }, Some(Reason::Rated { tenths: 46, count: 10 })),
            (Figures { taken_together: 3, days_in_range: Some(1), ..Figures::default() }, Some(Reason::TakenTogether { count: 3 })),
            (Figures { taken_together: 2, days_in_range: Some(30), ..Figures::default() }, Some(Reason::New { days: 30 })),
            (Figures { days_in_range: Some(31), ..Figures::default() }, None),
            (Figures { ratings: Ratings { counts: [0, 0, 0, 0, 4] }, ..Figures::default() }, None),
            (Figures { ratings: Ratings { counts: [0, 0, 9, 0, 0] }, ..Figures::default() }, None),
            (Figures { wishes: Wishes { before: 0, after: 4 }, ..Figures::default() }, None),
        ];
        for (figures, expected) in steps {
            assert_eq!(explain(&figures), expected, "{figures:?}");
        }
    }

    #[test]
    fn a_reason_of_a_newer_server_is_read_as_other() {
        let written = serde_json::to_string(&Reason::TakenTogether { count: 3 }).expect("json");
        assert_eq!(written, r#"{"kind":"taken-together","count":3}"#);
        let read = |text: &str| serde_json::from_str::<Reason>(text).expect("a reason");
        assert_eq!(read(&written), Reason::TakenTogether { count: 3 });
        assert_eq!(read(r#"{"kind":"chosen-by"}"#), Reason::ChosenBy);
        assert_eq!(read(r#"{"kind":"seen-by-the-moon","phase":3}"#), Reason::Other);
    }
}
