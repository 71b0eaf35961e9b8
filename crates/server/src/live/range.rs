//! What a store has of each product, in one flat list beside the catalogue: a search looks at a hundred thousand of them.

use super::catalogue::{Product, key};
use super::snapshot::Snapshot;
use domain::Text;
use domain::ids::{VariantId, ZoneId};
use domain::planogram::Planogram;
use std::collections::{BTreeSet, HashMap};

/// A store's range.
#[derive(Clone, Default)]
pub struct Range {
    /// Each product of the catalogue, in its order.
    pub standings: Vec<Standing>,
    /// The live planogram's zones by their key in links; those of one name are one zone. At most 64.
    pub zones: Vec<(String, Text)>,
}

/// One product in one store.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// The store sells it: it has a stock row, even of zero.
    pub is_in_range: bool,
    /// Free units over all variants.
    pub available: u32,
    /// The lowest price of its variants, in minor units.
    pub price: Option<i64>,
    /// The zones it stands in, a bit each.
    pub zones: u64,
}

impl Range {
    /// The product at a place of the catalogue.
    pub fn standing(&self, place: u32) -> Standing {
        self.standings.get(place as usize).copied().unwrap_or_default()
    }

    pub(super) fn of(snapshot: &Snapshot) -> Self {
        let zones = Zones::of(snapshot.planogram.as_deref());
        let standings = snapshot.catalogue.products.iter().map(|product| standing(snapshot, &zones.of_variant, product)).collect();
        Self { standings, zones: zones.all }
    }

    /// After these variants' stock changed.
    pub(super) fn renew(&mut self, snapshot: &Snapshot, variants: &BTreeSet<VariantId>) {
        for place in variants.iter().filter_map(|variant| snapshot.catalogue.place_of(*variant)) {
            if let (Some(known), Some(product)) = (self.standings.get_mut(place), snapshot.catalogue.products.get(place)) {
                *known = Standing { zones: known.zones, ..standing(snapshot, &HashMap::new(), product) };
            }
        }
    }
}

fn standing(snapshot: &Snapshot, zones: &HashMap<VariantId, u64>, product: &Product) -> Standing {
    let mut standing = Standing::default();
    for variant in &product.variants {
        if let Some(figure) = snapshot.stock.get(&variant.id) {
            standing.is_in_range = true;
            standing.available = standing.available.saturating_add(u32::try_from(figure.stock.available()).unwrap_or(0));
        }
        standing.zones |= zones.get(&variant.id).copied().unwrap_or(0);
        let price = snapshot.prices.of(variant.id).map(|price| price.now.minor);
        standing.price = standing.price.into_iter().chain(price).min();
    }
    standing
}

#[derive(Default)]
struct Zones {
    all: Vec<(String, Text)>,
    of_variant: HashMap<VariantId, u64>,
}

impl Zones {
    fn of(planogram: Option<&Planogram>) -> Self {
        let mut zones = Self::default();
        for floor in planogram.iter().flat_map(|planogram| &planogram.floors) {
            let bits: HashMap<ZoneId, u64> = floor.zones.iter().map(|zone| (zone.id, zones.bit(&zone.name))).collect();
            for fixture in &floor.fixtures {
                let bit = fixture.zone.and_then(|zone| bits.get(&zone)).copied().unwrap_or(0);
                for facing in fixture.shelves.iter().flat_map(|shelf| &shelf.slots).flat_map(|slot| &slot.facings) {
                    *zones.of_variant.entry(facing.variant).or_default() |= bit;
                }
            }
        }
        zones
    }

    /// The bit of a zone; none past the 64th.
    fn bit(&mut self, name: &Text) -> u64 {
        let key = key(name);
        let known = self.all.iter().position(|(known, _)| *known == key);
        let place = known.unwrap_or(self.all.len());
        if place >= 64 {
            return 0;
        }
        if known.is_none() {
            self.all.push((key, name.clone()));
        }
        1 << place
    }
}
