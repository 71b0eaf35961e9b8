//! Members that no longer meet their rule.

use super::evaluate::meets;
use super::weigh::{holds, present};
use super::{Choices, Condition, Evidence, Facts, Rule};
use crate::ids::ProductId;
use serde::{Deserialize, Serialize};

/// A member that fell below its rule, with the conditions it misses and the figures it has.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Fallen {
    /// Which.
    pub product: ProductId,
    /// What it misses, in the rule's order.
    pub missed: Vec<Missed>,
}

/// A condition that does not hold.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Missed {
    /// What was asked.
    pub condition: Condition,
    /// What there is.
    pub now: Evidence,
}

/// Which of the members before are below the rule now. Pins and exclusions are somebody's decision and never fall; what others
/// outrank still meets its rule and does not fall either; nor does what left the range.
pub fn fallen(before: &[ProductId], rule: &Rule, choices: &Choices, facts: &[Facts<'_>], today: i32) -> Vec<Fallen> {
    let decided = |product: &ProductId| choices.pins.contains(product) || choices.excluded.contains(product);
    let below = |facts: &&Facts<'_>| before.contains(&facts.product) && !decided(&facts.product) && !meets(rule, facts, today);
    facts.iter().filter(below).map(|facts| Fallen { product: facts.product, missed: missed(rule, facts, today) }).collect()
}

fn missed(rule: &Rule, facts: &Facts<'_>, today: i32) -> Vec<Missed> {
    let not = rule.conditions.iter().filter(|condition| !holds(condition, facts, today));
    not.map(|condition| Missed { condition: condition.clone(), now: present(condition, facts, today) }).collect()
}
