//! From a rule, what people chose, and the facts to the members.

use super::weigh::{holds, present, rank, strongest};
use super::{Combine, Condition, Evidence, Facts, Rule};
use crate::ids::ProductId;
use serde::{Deserialize, Serialize};
use std::cmp::Ordering;
use std::collections::{HashMap, HashSet};

/// What people chose above the rule.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choices {
    /// In, whatever the rule says; in the order in which they were pinned.
    pub pins: Vec<ProductId>,
    /// Out, whatever the rule says; wins over everything else.
    pub excluded: Vec<ProductId>,
    /// The first members, in this order. It puts nothing in.
    pub order: Vec<ProductId>,
    /// Below the rule, and nobody has said yet whether they go: they stay.
    pub waiting: Vec<ProductId>,
}

/// A member of a collection.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// Which.
    pub product: ProductId,
    /// What it rests on.
    pub standing: Standing,
    /// Why, the strongest first.
    pub why: Vec<Evidence>,
}

/// What a membership rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub enum Standing {
    /// The rule.
    Rule,
    /// A pin.
    Pin,
    /// A task that nobody has settled.
    Waiting,
    /// Something that a newer server knows.
    #[serde(other)]
    Other,
}

/// Members in their order: first those that were ordered by hand, then further pins, then what the rule ranks. Of what ranks the same,
/// the better reviewed comes first, then the order of `facts`, which is the merchant's. Products that are not among `facts` (not in this
/// store's range) are no members.
pub fn evaluate(rule: Option<&Rule>, choices: &Choices, facts: &[Facts<'_>], today: i32) -> Vec<Member> {
    let excluded: HashSet<_> = choices.excluded.iter().copied().collect();
    let by_product: HashMap<_, _> = facts.iter().map(|facts| (facts.product, facts)).collect();
    let mut by_rule = rule.map_or_else(Vec::new, |rule| ranked(rule, facts, today));
    by_rule.retain(|facts| !excluded.contains(&facts.product));
    let pins: HashSet<_> = choices.pins.iter().copied().collect();
    if let Some(most) = rule.and_then(|rule| rule.at_most) {
        cut(&mut by_rule, usize::from(most), |facts| pins.contains(&facts.product));
    }
    let known = |product: &ProductId| by_product.get(product).copied();
    let pinned = choices.pins.iter().filter_map(known).map(|facts| (facts, Standing::Pin));
    let ruled = by_rule.into_iter().map(|facts| (facts, Standing::Rule));
    let waiting = choices.waiting.iter().filter_map(known).map(|facts| (facts, Standing::Waiting));
    let mut seen = excluded;
    let mut members: Vec<Member> = pinned
        .chain(ruled)
        .chain(waiting)
        .filter(|(facts, _)| seen.insert(facts.product))
        .map(|(facts, standing)| Member { product: facts.product, standing, why: why(rule, standing, facts, today) })
        .collect();
    let places: HashMap<_, _> = choices.order.iter().rev().zip((0..choices.order.len()).rev()).collect();
    members.sort_by_key(|member| places.get(&member.product).copied().unwrap_or(usize::MAX));
    members
}

/// The highest `most`; what stands anyway takes no place.
fn cut<T>(ranked: &mut Vec<T>, most: usize, stands_anyway: impl Fn(&T) -> bool) {
    let mut places = 0;
    ranked.retain(|one| {
        let counts = !stands_anyway(one);
        places += usize::from(counts);
        !counts || places <= most
    });
}

/// Whether a product meets the whole rule.
pub(super) fn meets(rule: &Rule, facts: &Facts<'_>, today: i32) -> bool {
    let mut each = rule.conditions.iter().map(|condition| holds(condition, facts, today));
    match rule.combine {
        Combine::All => !rule.conditions.is_empty() && each.all(|holds| holds),
        Combine::Any => each.any(|holds| holds),
        Combine::Other => false,
    }
}

fn ranked<'a, 'b>(rule: &Rule, facts: &'a [Facts<'b>], today: i32) -> Vec<&'a Facts<'b>> {
    let leading = rule.conditions.iter().find(|condition| has_rank(condition));
    let key = |facts: &Facts<'_>| leading.and_then(|condition| rank(condition, facts, today)).unwrap_or(0.0);
    let mut met: Vec<_> = facts.iter().filter(|facts| meets(rule, facts, today)).map(|facts| (key(facts), facts)).collect();
    met.sort_by(|(one_key, one), (other_key, other)| match other_key.total_cmp(one_key) {
        Ordering::Equal => other.ratings.rank().total_cmp(&one.ratings.rank()),
        order => order,
    });
    met.into_iter().map(|(_, facts)| facts).collect()
}

fn has_rank(condition: &Condition) -> bool {
    !matches!(condition, Condition::Priced { .. } | Condition::Is { .. } | Condition::InStock { .. } | Condition::Noted)
}

/// The figures of every condition that holds; those that rank say the most and come first.
fn why(rule: Option<&Rule>, standing: Standing, facts: &Facts<'_>, today: i32) -> Vec<Evidence> {
    let mut why = Vec::new();
    if standing == Standing::Pin {
        why.push(Evidence::Chosen);
    }
    let conditions = rule.map_or(&[][..], |rule| &rule.conditions);
    let held = conditions.iter().filter(|condition| holds(condition, facts, today));
    let (ranking, plain): (Vec<_>, Vec<_>) = held.partition(|condition| has_rank(condition));
    for condition in ranking.into_iter().chain(plain) {
        why.extend(strongest(condition, facts, today));
        why.push(present(condition, facts, today));
    }
    why
}
