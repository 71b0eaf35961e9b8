//! Rules that are ready to use. Their words stand in `locales/`.

use super::{Combine, Condition, Rule, Within};

/// A ready-made rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Template {
    /// "4점 이상".
    FourStars,
    /// Most wished for.
    MostWished,
    /// Trending in this store.
    Trending,
    /// New and rising.
    NewAndRising,
    /// Often taken together.
    Together,
    /// What the staff wrote about.
    StaffPicks,
}

impl Template {
    /// All, in the order in which they are offered.
    pub const ALL: [Self; 6] = [Self::FourStars, Self::MostWished, Self::Trending, Self::NewAndRising, Self::Together, Self::StaffPicks];

    /// Its name in addresses.
    pub fn name(self) -> &'static str {
        match self {
            Self::FourStars => "four-stars",
            Self::MostWished => "most-wished",
            Self::Trending => "trending",
            Self::NewAndRising => "new",
            Self::Together => "together",
            Self::StaffPicks => "staff-picks",
        }
    }

    /// The rule, to be changed at will.
    pub fn rule(self) -> Rule {
        let week = |percent, base| Condition::Growing { of: None, percent, base, days: 7, within: Within::Store };
        let (conditions, at_most) = match self {
            // Fewer than five reviews are somebody's friends.
            Self::FourStars => (vec![Condition::Rated { tenths: 40, reviews: 5 }, Condition::InStock { at_least: 1 }], 24),
            Self::MostWished => (vec![Condition::Wished { at_least: 10, days: 28, within: Within::Store }], 12),
            Self::Trending => (vec![week(20, 20)], 12),
            Self::NewAndRising => (vec![week(10, 10), Condition::New { days: 30 }], 12),
            Self::Together => (vec![Condition::Together { with: None, at_least: 6 }], 12),
            Self::StaffPicks => (vec![Condition::Noted], 12),
        };
        Rule { combine: Combine::All, conditions, at_most: Some(at_most) }
    }
}
