//! Facts to try rules on.

use super::*;
use crate::ids::ProductId;
use crate::{Currency, Money, Text};
use uuid::Uuid;

pub const TODAY: i32 = 20_000;

/// What a sample owns; facts borrow.
#[derive(Clone, Debug)]
pub struct Sample {
    pub product: ProductId,
    pub counts: [u32; 5],
    pub price: Option<i64>,
    pub category: Text,
    pub brand: Text,
    pub tags: Vec<Text>,
    pub available: u32,
    pub age: i32,
    pub is_noted: bool,
    pub tallies: Vec<Tally>,
    pub together: Vec<(ProductId, u32)>,
}

pub fn id(number: u128) -> ProductId {
    ProductId::new(Uuid::from_u128(number))
}

/// A product that no rule wants.
pub fn plain(number: u128) -> Sample {
    Sample {
        product: id(number),
        counts: [0; 5],
        price: None,
        category: Text::ko_en("머그", "Mug"),
        brand: Text::ko_en("물결상점", "Mulgyeol"),
        tags: Vec::new(),
        available: 0,
        age: 400,
        is_noted: false,
        tallies: Vec::new(),
        together: Vec::new(),
    }
}

impl Sample {
    pub fn facts(&self) -> Facts<'_> {
        Facts {
            product: self.product,
            ratings: Ratings { counts: self.counts },
            price: self.price.map(|minor| Money { minor, currency: Currency::KRW }),
            category: &self.category,
            brand: &self.brand,
            tags: &self.tags,
            available: self.available,
            since: TODAY - self.age,
            is_noted: self.is_noted,
            tallies: &self.tallies,
            together: &self.together,
        }
    }

    /// So often, so many days ago.
    pub fn did(mut self, measure: Measure, days_ago: i32, count: u32) -> Self {
        self.tallies.push(Tally { day: TODAY - days_ago, measure, here: count, city: count * 2 });
        self
    }
}

pub fn facts(samples: &[Sample]) -> Vec<Facts<'_>> {
    samples.iter().map(Sample::facts).collect()
}

pub fn all(conditions: impl Into<Vec<Condition>>) -> Rule {
    Rule { combine: Combine::All, conditions: conditions.into(), at_most: None }
}

pub fn products(members: &[Member]) -> Vec<ProductId> {
    members.iter().map(|member| member.product).collect()
}
