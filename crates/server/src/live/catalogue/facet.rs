//! What products are told apart by, numbered once, so that counting a hundred thousand of them is adding.

use super::Product;
use domain::{Language, Text};
use std::collections::HashMap;
use std::sync::Arc;

/// The facets that the catalogue itself knows; prices, stock and zones are a store's.
#[derive(Default)]
pub struct Facets {
    /// Each part of a product's category paths.
    pub categories: Terms,
    /// One a product.
    pub brands: Terms,
    /// By name.
    pub colours: Terms,
    /// By name.
    pub sizes: Terms,
}

/// The values of one facet, and which of them each product has.
#[derive(Default)]
pub struct Terms {
    /// All values, in the order they were met.
    pub all: Vec<Term>,
    by_key: HashMap<String, u32>,
    of: Vec<u32>,
    /// Where each product's values end.
    ends: Vec<u32>,
}

/// A value of a facet.
pub struct Term {
    /// In links; the same in every language.
    pub key: String,
    /// As shoppers read it.
    pub label: Text,
    /// A colour's `#rrggbb`.
    pub hex: Option<String>,
}

impl Facets {
    pub(super) fn new(products: &[Arc<Product>]) -> Self {
        let mut facets = Self::default();
        for product in products {
            match product.categories.is_empty() {
                true => facets.categories.add(&product.category, None),
                false => parts(&product.categories).iter().for_each(|part| facets.categories.add(part, None)),
            }
            facets.brands.add(&product.brand, None);
            for variant in &product.variants {
                if let Some(colour) = &variant.colour {
                    facets.colours.add(&colour.name, colour.hex.as_ref());
                }
                variant.size.iter().for_each(|size| facets.sizes.add(size, None));
            }
            for terms in [&mut facets.categories, &mut facets.brands, &mut facets.colours, &mut facets.sizes] {
                terms.end();
            }
        }
        facets
    }
}

impl Terms {
    /// The values of the product at a place.
    pub fn of(&self, place: u32) -> &[u32] {
        let place = place as usize;
        let from = place.checked_sub(1).and_then(|before| self.ends.get(before)).map_or(0, |end| *end as usize);
        self.ends.get(place).map_or(&[], |end| &self.of[from..*end as usize])
    }

    /// The value with a key.
    pub fn find(&self, key: &str) -> Option<u32> {
        self.by_key.get(key).copied()
    }

    fn add(&mut self, label: &Text, hex: Option<&String>) {
        let key = key(label);
        if key.is_empty() {
            return;
        }
        let next = u32::try_from(self.all.len()).unwrap_or(u32::MAX);
        let value = *self.by_key.entry(key).or_insert_with_key(|key| {
            self.all.push(Term { key: key.clone(), label: label.clone(), hex: hex.cloned() });
            next
        });
        let from = self.ends.last().map_or(0, |end| *end as usize);
        if !self.of[from..].contains(&value) {
            self.of.push(value);
        }
    }

    /// The product is done.
    fn end(&mut self) {
        self.ends.push(u32::try_from(self.of.len()).unwrap_or(u32::MAX));
    }
}

/// A text as a word in links: letters and digits in lower case, everything else a dash.
pub fn key(text: &Text) -> String {
    let lower = text.get(Language::EN).to_lowercase();
    let words = lower.split(|character: char| !character.is_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join("-")
}

/// Every part of every path, in the languages that have it.
fn parts(categories: &Text) -> Vec<Text> {
    let mut parts = Vec::new();
    for (line, path) in categories.get(Language::EN).lines().enumerate() {
        for part in 0..path.split(" / ").count() {
            let of = |words: &str| Some(words.lines().nth(line)?.split(" / ").nth(part)?.trim().to_owned());
            parts.push(categories.iter().filter_map(|(language, words)| Some((language, of(words)?))).collect());
        }
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_gives_its_parts_in_every_language() {
        let found = parts(&Text::ko_en("옷 / 셔츠\n선물", "Clothes / Shirts\nGifts"));
        assert_eq!(found, [Text::ko_en("옷", "Clothes"), Text::ko_en("셔츠", "Shirts"), Text::ko_en("선물", "Gifts")]);
        assert_eq!(parts(&Text::only(Language::KO, "옷 / 셔츠")).len(), 2);
    }

    #[test]
    fn a_value_is_known_by_one_key_whatever_else_it_is_written_in() {
        let mut terms = Terms::default();
        terms.add(&Text::ko_en("안개 하늘", "Misty sky"), None);
        terms.add(&Text::only(Language::EN, "misty  SKY"), None);
        terms.end();
        terms.add(&Text::only(Language::KO, "청자"), None);
        terms.end();
        assert_eq!((terms.of(0), terms.of(1), terms.of(2)), (&[0][..], &[1][..], &[][..]));
        assert_eq!((terms.find("misty-sky"), terms.find("청자"), terms.find("x")), (Some(0), Some(1), None));
        assert_eq!(terms.all[0].label, Text::ko_en("안개 하늘", "Misty sky"));
    }
}
