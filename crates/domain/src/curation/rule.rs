//! What a collection holds by itself.

use super::{Condition, Measure, Trait, Within};
use crate::ids::ProductId;
use serde::{Deserialize, Serialize};

/// Conditions, and how many of what meets them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
// Other nouns have rules of their own in the OpenAPI page.
#[cfg_attr(feature = "schema", schema(as = CollectionRule))]
pub struct Rule {
    /// Whether a member must meet all of them or any.
    pub combine: Combine,
    /// The first that has an order of its own (ratings, sales, growth, wishes, baskets, age) ranks the members. None at all: no member.
    pub conditions: Vec<Condition>,
    /// So many members at most, the highest ranked; pins come on top. `None` is all.
    pub at_most: Option<u16>,
}

/// How conditions go together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub enum Combine {
    /// Every one must hold.
    #[default]
    All,
    /// One is enough.
    Any,
    /// Something that a newer server knows.
    #[serde(other)]
    Other,
}

/// Why a rule is none: the first condition that is out of bounds, counted from 0; `None` when the rule itself is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotARule(pub Option<usize>);

impl Rule {
    /// More conditions than this nobody reads.
    pub const CONDITIONS: usize = 8;
    /// Counts are kept for twice as many days.
    pub const DAYS: u16 = 90;
    /// The longest words of a condition.
    pub const WORDS: usize = 200;

    /// Whether every figure means something.
    ///
    /// # Errors
    /// Names the condition that does not.
    pub fn check(&self) -> Result<(), NotARule> {
        if self.conditions.len() > Self::CONDITIONS || self.at_most == Some(0) || self.combine == Combine::Other {
            return Err(NotARule(None));
        }
        match self.conditions.iter().position(|condition| !is_sound(condition)) {
            Some(at) => Err(NotARule(Some(at))),
            None => Ok(()),
        }
    }

    /// How many days back the rule looks, both periods of a growth counted.
    pub fn days_back(&self) -> u16 {
        let back = |condition: &Condition| match condition {
            Condition::Sold { days, .. } | Condition::Wished { days, .. } => *days,
            Condition::Growing { days, .. } => days.saturating_mul(2),
            _ => 0,
        };
        self.conditions.iter().map(back).max().unwrap_or(0)
    }

    /// The products that it names.
    pub fn products(&self) -> impl Iterator<Item = ProductId> {
        self.conditions.iter().filter_map(|condition| match condition {
            Condition::Together { with, .. } => *with,
            _ => None,
        })
    }

    /// Whether a change of stock may change its members.
    pub fn is_about_stock(&self) -> bool {
        self.conditions.iter().any(|condition| matches!(condition, Condition::InStock { .. }))
    }
}

fn is_sound(condition: &Condition) -> bool {
    let counted = |at_least: u32, days: u16, within: Within| at_least > 0 && is_period(days) && within != Within::Other;
    match condition {
        Condition::Rated { tenths, reviews } => (10..=50).contains(tenths) && *reviews > 0,
        Condition::Sold { at_least, days, within } | Condition::Wished { at_least, days, within } => counted(*at_least, *days, *within),
        Condition::Growing { of, percent, base, days, within } => {
            counted(*base, *days, *within) && (1..=10_000).contains(percent) && *of != Some(Measure::Other)
        }
        Condition::Together { at_least, .. } | Condition::InStock { at_least } => *at_least > 0,
        Condition::Priced { from, to } => match (from, to) {
            (None, None) => false,
            (Some(from), Some(to)) => 0 <= *from && from <= to,
            (Some(end), None) | (None, Some(end)) => *end >= 0,
        },
        Condition::Is { what, words } => *what != Trait::Other && !words.trim().is_empty() && words.chars().count() <= Rule::WORDS,
        Condition::New { days } => is_period(*days),
        Condition::Noted => true,
    }
}

fn is_period(days: u16) -> bool {
    (1..=Rule::DAYS).contains(&days)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::curation::Template;

    #[test]
    fn every_ready_made_rule_is_sound_and_survives_the_wire() {
        for template in Template::ALL {
            let rule = template.rule();
            assert_eq!(rule.check(), Ok(()), "{template:?}");
            let text = serde_json::to_string(&rule).expect("json");
            assert_eq!(serde_json::from_str::<Rule>(&text).expect("a rule"), rule, "{text}");
        }
    }

    #[test]
    fn figures_that_mean_nothing_are_refused_by_their_place() {
        let fine = Condition::Noted;
        let table = [
            Condition::Rated { tenths: 51, reviews: 5 },
            Condition::Rated { tenths: 40, reviews: 0 },
            Condition::Sold { at_least: 1, days: 91, within: Within::Store },
            Condition::Wished { at_least: 0, days: 7, within: Within::Store },
            Condition::Growing { of: None, percent: 0, base: 5, days: 7, within: Within::Store },
            Condition::Growing { of: None, percent: 20, base: 0, days: 7, within: Within::Store },
            Condition::Growing { of: Some(Measure::Other), percent: 20, base: 5, days: 7, within: Within::Store },
            Condition::Priced { from: None, to: None },
            Condition::Priced { from: Some(2), to: Some(1) },
            Condition::Is { what: Trait::Brand, words: "  ".into() },
            Condition::InStock { at_least: 0 },
            Condition::New { days: 0 },
        ];
        for condition in table {
            let rule = Rule { conditions: vec![fine.clone(), condition], ..Rule::default() };
            assert_eq!(rule.check(), Err(NotARule(Some(1))), "{rule:?}");
        }
        let long = Rule { conditions: vec![fine; Rule::CONDITIONS + 1], ..Rule::default() };
        assert_eq!(long.check(), Err(NotARule(None)));
    }
}
