//! One condition held against the facts.

use super::{Condition, Evidence, Facts, Measure, Trait, Within};
use crate::Text;

/// Whether the condition holds on the day `today`.
pub fn holds(condition: &Condition, facts: &Facts<'_>, today: i32) -> bool {
    match (condition, present(condition, facts, today)) {
        (Condition::Rated { tenths, reviews }, Evidence::Rated { tenths: has, count }) => has >= *tenths && count >= *reviews,
        (Condition::Sold { at_least, .. }, Evidence::Sold { count, .. })
        | (Condition::Wished { at_least, .. }, Evidence::Wished { count, .. })
        | (Condition::InStock { at_least }, Evidence::InStock { count })
        | (Condition::Together { at_least, .. }, Evidence::Together { baskets: count, .. }) => count >= *at_least,
        (Condition::Growing { percent, base, .. }, Evidence::Grew { before, after, .. }) => has_grown(before, after, *percent, *base),
        (Condition::Priced { from, to }, Evidence::Costs { price: Some(price) }) => {
            from.is_none_or(|from| price.minor >= from) && to.is_none_or(|to| price.minor <= to)
        }
        (Condition::Is { .. }, Evidence::Is { words, .. }) => !words.is_empty(),
        (Condition::New { days }, Evidence::New { days: age }) => age <= u32::from(*days),
        (Condition::Noted, Evidence::Noted { is }) => is,
        _ => false,
    }
}

/// What the facts are about the condition, whether or not it holds.
pub fn present(condition: &Condition, facts: &Facts<'_>, today: i32) -> Evidence {
    match condition {
        Condition::Rated { .. } => {
            let count = u32::try_from(facts.ratings.total()).unwrap_or(u32::MAX);
            Evidence::Rated { tenths: facts.ratings.tenths().unwrap_or(0), count }
        }
        Condition::Sold { days, within, .. } => {
            Evidence::Sold { count: facts.count(Measure::Sale, *within, today, *days), days: *days, within: *within }
        }
        Condition::Growing { of, days, within, .. } => grew(*of, *days, *within, facts, today),
        Condition::Wished { days, within, .. } => {
            Evidence::Wished { count: facts.count(Measure::Wish, *within, today, *days), days: *days, within: *within }
        }
        Condition::Together { with, .. } => {
            let partners = facts.together.iter().filter(|(other, _)| with.is_none_or(|with| *other == with));
            // Of two as frequent the first: who asks again gets the same answer.
            let best = partners.copied().reduce(|best, next| if next.1 > best.1 { next } else { best });
            Evidence::Together { with: best.map(|(other, _)| other), baskets: best.map_or(0, |(_, baskets)| baskets) }
        }
        Condition::Priced { .. } => Evidence::Costs { price: facts.price },
        Condition::Is { what, words } => Evidence::Is { what: *what, words: named(*what, words, facts) },
        Condition::InStock { .. } => Evidence::InStock { count: facts.available },
        Condition::New { .. } => Evidence::New { days: u32::try_from(today - facts.since).unwrap_or(0) },
        Condition::Noted => Evidence::Noted { is: facts.is_noted },
    }
}

/// The single measure that says the most of a growth that holds, when all of them were asked for together: "찜 40 → 55" says more than
/// a sum. `None` when no measure alone has the base and the growth.
pub(super) fn strongest(condition: &Condition, facts: &Facts<'_>, today: i32) -> Option<Evidence> {
    let Condition::Growing { of: None, percent, base, days, within } = condition else { return None };
    let each = Measure::INTEREST.into_iter().map(|measure| grew(Some(measure), *days, *within, facts, today));
    let grown =
        each.filter(|evidence| matches!(evidence, Evidence::Grew { before, after, .. } if has_grown(*before, *after, *percent, *base)));
    grown.max_by(|one, other| surprise(one).total_cmp(&surprise(other)))
}

/// What a condition ranks by, the higher the better; `None` for one that says yes or no only.
pub(super) fn rank(condition: &Condition, facts: &Facts<'_>, today: i32) -> Option<f64> {
    match present(condition, facts, today) {
        Evidence::Rated { .. } => Some(facts.ratings.rank()),
        Evidence::Sold { count, .. } | Evidence::Wished { count, .. } => Some(f64::from(count)),
        Evidence::Together { baskets, .. } => Some(f64::from(baskets)),
        Evidence::New { days } => Some(-f64::from(days)),
        grew @ Evidence::Grew { .. } => Some(surprise(&grew)),
        _ => None,
    }
}

fn grew(of: Option<Measure>, days: u16, within: Within, facts: &Facts<'_>, today: i32) -> Evidence {
    let after = facts.interest(of, within, today, days);
    let before = facts.interest(of, within, today - i32::from(days), days);
    Evidence::Grew { of, before, after, days, within }
}

fn has_grown(before: u32, after: u32, percent: u32, base: u32) -> bool {
    before >= base && u64::from(after) * 100 >= u64::from(before) * (100 + u64::from(percent))
}

/// How far two counts stand apart in standard deviations of their difference (both Poisson): from 40 to 80 is more than from 10 to 20,
/// which plain percent would call the same.
fn surprise(evidence: &Evidence) -> f64 {
    let Evidence::Grew { before, after, .. } = evidence else { return 0.0 };
    let (before, after) = (f64::from(*before), f64::from(*after));
    if before + after > 0.0 { (after - before) / (before + after).sqrt() } else { 0.0 }
}

/// The product's own words where they are the wanted ones in any language; else empty.
fn named(what: Trait, wanted: &str, facts: &Facts<'_>) -> Text {
    let wanted = wanted.trim().to_lowercase();
    let is_it = |text: &&Text| text.iter().any(|(_, words)| words.trim().to_lowercase() == wanted);
    let one = |text: &Text| Some(text).filter(is_it).cloned();
    let found = match what {
        Trait::Category => one(facts.category),
        Trait::Brand => one(facts.brand),
        Trait::Tag => facts.tags.iter().find(is_it).cloned(),
        Trait::Other => None,
    };
    found.unwrap_or_default()
}
