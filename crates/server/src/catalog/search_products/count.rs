//! How what was found divides: each facet counted as if nothing of itself were chosen.

use super::choice::{BRAND, CATEGORY, COLOUR, Choice, HERE, PRICE, SIZE, STARS, Values, ZONE, tenths};
use crate::live::catalogue::Terms;
use crate::live::snapshot::Snapshot;
use api::catalog::found::{FacetValue, Facets, PriceRange, StarStep};
use domain::Money;

/// More values than anybody reads; what is chosen is always among them.
const MOST: usize = 40;

pub(super) struct Counts<'a> {
    snapshot: &'a Snapshot,
    categories: Vec<u32>,
    brands: Vec<u32>,
    colours: Vec<u32>,
    sizes: Vec<u32>,
    zones: [u32; 64],
    /// By whole stars.
    stars: [u32; 6],
    price: Option<(i64, i64)>,
    here: u32,
}

impl<'a> Counts<'a> {
    pub(super) fn new(snapshot: &'a Snapshot) -> Self {
        let facets = &snapshot.catalogue.facets;
        let none = |terms: &Terms| vec![0; terms.all.len()];
        Self {
            snapshot,
            categories: none(&facets.categories),
            brands: none(&facets.brands),
            colours: none(&facets.colours),
            sizes: none(&facets.sizes),
            zones: [0; 64],
            stars: [0; 6],
            price: None,
            here: 0,
        }
    }

    /// One product more, which misses the choice of these facets.
    pub(super) fn add(&mut self, place: u32, missed: u8) {
        // Missed by two facets, it is in no facet's count.
        if missed.count_ones() > 1 {
            return;
        }
        let (facets, standing) = (&self.snapshot.catalogue.facets, self.snapshot.range.standing(place));
        let counts = |facet: u8| missed & !facet == 0;
        let of_catalogue = [
            (CATEGORY, &facets.categories, &mut self.categories),
            (BRAND, &facets.brands, &mut self.brands),
            (COLOUR, &facets.colours, &mut self.colours),
            (SIZE, &facets.sizes, &mut self.sizes),
        ];
        for (facet, terms, counted) in of_catalogue {
            if counts(facet) {
                terms.of(place).iter().for_each(|value| counted[*value as usize] += 1);
            }
        }
        if counts(ZONE) {
            let mut zones = standing.zones;
            while zones != 0 {
                self.zones[zones.trailing_zeros() as usize % 64] += 1;
                zones &= zones - 1;
            }
        }
        if counts(STARS) {
            self.stars[usize::from(tenths(&self.snapshot.catalogue, place) / 10).min(5)] += 1;
        }
        if let (true, Some(price)) = (counts(PRICE), standing.price) {
            let (low, high) = self.price.unwrap_or((price, price));
            self.price = Some((low.min(price), high.max(price)));
        }
        self.here += u32::from(counts(HERE) && standing.available > 0);
    }

    pub(super) fn facets(&self, choice: &Choice<'_>) -> Facets {
        let facets = &self.snapshot.catalogue.facets;
        let currency = self.snapshot.store.currency;
        let money = |minor| Money { minor, currency };
        Facets {
            categories: values(&facets.categories, &self.categories, &choice.categories),
            brands: values(&facets.brands, &self.brands, &choice.brands),
            colours: values(&facets.colours, &self.colours, &choice.colours),
            sizes: values(&facets.sizes, &self.sizes, &choice.sizes),
            zones: self.zones(choice.zones.unwrap_or(0)),
            stars: (1..5).rev().map(|stars| StarStep { stars, count: self.stars[usize::from(stars)..].iter().sum() }).collect(),
            price: self.price.map(|(from, to)| PriceRange { from: money(from), to: money(to) }),
            here: self.here,
        }
    }

    /// In the planogram's order, which is the order of walking through.
    fn zones(&self, chosen: u64) -> Vec<FacetValue> {
        let all = self.snapshot.range.zones.iter().zip(self.zones).enumerate();
        let met = all.filter(|(place, (_, count))| *count > 0 || chosen >> place & 1 == 1);
        met.map(|(_, ((key, name), count))| FacetValue { key: key.clone(), name: name.clone(), hex: None, count }).collect()
    }
}

/// The values with the most products first.
fn values(terms: &Terms, counts: &[u32], chosen: &Values) -> Vec<FacetValue> {
    let is_chosen = |value: u32| chosen.as_ref().is_some_and(|chosen| chosen.contains(&value));
    let mut met: Vec<(u32, u32)> = (0..).zip(counts.iter().copied()).filter(|(value, count)| *count > 0 || is_chosen(*value)).collect();
    met.sort_unstable_by_key(|(value, count)| (!is_chosen(*value), std::cmp::Reverse(*count), *value));
    met.truncate(MOST);
    met.sort_unstable_by_key(|(value, count)| (std::cmp::Reverse(*count), *value));
    let value = |(value, count): (u32, u32)| {
        let term = terms.all.get(value as usize)?;
        Some(FacetValue { key: term.key.clone(), name: term.label.clone(), hex: term.hex.clone(), count })
    };
    met.into_iter().filter_map(value).collect()
}
