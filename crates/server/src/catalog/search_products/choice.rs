//! What a shopper has narrowed a search down to.

use crate::live::catalogue::{Catalogue, Terms};
use crate::live::range::Range;
use crate::live::snapshot::Snapshot;
use api::catalog::search_products::SearchProducts;

/// Facets as bits.
pub(super) const CATEGORY: u8 = 1;
pub(super) const BRAND: u8 = 1 << 1;
pub(super) const COLOUR: u8 = 1 << 2;
pub(super) const SIZE: u8 = 1 << 3;
pub(super) const ZONE: u8 = 1 << 4;
pub(super) const PRICE: u8 = 1 << 5;
pub(super) const STARS: u8 = 1 << 6;
pub(super) const HERE: u8 = 1 << 7;

pub(super) struct Choice<'a> {
    catalogue: &'a Catalogue,
    range: &'a Range,
    pub(super) categories: Values,
    pub(super) brands: Values,
    pub(super) colours: Values,
    pub(super) sizes: Values,
    /// `None` for all.
    pub(super) zones: Option<u64>,
    price: Option<(i64, i64)>,
    stars: Option<u8>,
    is_here: bool,
}

/// The values that were chosen of one facet; `None` for all. One that the catalogue does not have is met by nothing.
pub(super) type Values = Option<Vec<u32>>;

impl<'a> Choice<'a> {
    pub(super) fn of(snapshot: &'a Snapshot, ask: &SearchProducts) -> Self {
        let facets = &snapshot.catalogue.facets;
        let price = (ask.price_from.unwrap_or(0), ask.price_to.unwrap_or(i64::MAX));
        Self {
            catalogue: &snapshot.catalogue,
            range: &snapshot.range,
            categories: values(&facets.categories, ask.category.as_deref()),
            brands: values(&facets.brands, ask.brand.as_deref()),
            colours: values(&facets.colours, ask.colour.as_deref()),
            sizes: values(&facets.sizes, ask.size.as_deref()),
            zones: keys(ask.zone.as_deref()).map(|keys| zones(&snapshot.range, &keys)),
            price: (ask.price_from.is_some() || ask.price_to.is_some()).then_some(price),
            stars: ask.stars,
            is_here: ask.here == Some(true),
        }
    }

    /// The facets whose choice a product does not meet.
    pub(super) fn missed(&self, place: u32) -> u8 {
        let (facets, standing) = (&self.catalogue.facets, self.range.standing(place));
        let misses = |values: &Values, terms: &Terms| {
            values.as_ref().is_some_and(|chosen| !terms.of(place).iter().any(|value| chosen.contains(value)))
        };
        let bit = |bit: u8, misses: bool| if misses { bit } else { 0 };
        bit(CATEGORY, misses(&self.categories, &facets.categories))
            | bit(BRAND, misses(&self.brands, &facets.brands))
            | bit(COLOUR, misses(&self.colours, &facets.colours))
            | bit(SIZE, misses(&self.sizes, &facets.sizes))
            | bit(ZONE, self.zones.is_some_and(|zones| zones & standing.zones == 0))
            | bit(PRICE, self.price.is_some_and(|(from, to)| !standing.price.is_some_and(|price| from <= price && price <= to)))
            | bit(STARS, self.stars.is_some_and(|stars| self.tenths(place) < stars * 10))
            | bit(HERE, self.is_here && standing.available == 0)
    }

    fn tenths(&self, place: u32) -> u8 {
        tenths(self.catalogue, place)
    }
}

/// A product's stars times ten as a search takes them; 0 without any.
pub(super) fn tenths(catalogue: &Catalogue, place: u32) -> u8 {
    catalogue.products.get(place as usize).and_then(|product| product.tenths()).unwrap_or(0)
}

fn keys(list: Option<&str>) -> Option<Vec<&str>> {
    list.map(|list| list.split(',').map(str::trim).filter(|key| !key.is_empty()).collect()).filter(|keys: &Vec<_>| !keys.is_empty())
}

fn values(terms: &Terms, list: Option<&str>) -> Values {
    keys(list).map(|keys| keys.into_iter().filter_map(|key| terms.find(key)).collect())
}

fn zones(range: &Range, keys: &[&str]) -> u64 {
    let known = range.zones.iter().enumerate().filter(|(_, (key, _))| keys.contains(&key.as_str()));
    known.fold(0, |zones, (place, _)| zones | 1 << place)
}
