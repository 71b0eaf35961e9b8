//! The catalogue in memory: what an organisation sells, with its texts and pictures. One for all its stores.
//!
//! Absent: prices, stock and places, which are a store's (see `snapshot`), and collections, which are `curated`'s.

mod boxes;
mod facet;
mod read;

use super::beside::Beside;
use api::catalog::{Colour, Note, Origin, Picture, Rating};
use domain::curation::{Ratings, rank};
use domain::ids::{PersonId, ProductId, VariantId};
use domain::planogram::geometry::Dimensions;
use domain::search::{Field, Fields, Index};
use domain::{Gtin, Instant, Text};
use std::collections::HashMap;
use std::sync::Arc;

pub use boxes::Boxes;
pub use facet::{Facets, Term, Terms, key};

/// Everything that an organisation sells.
pub struct Catalogue {
    /// Products in the merchant's order.
    pub products: Vec<Arc<Product>>,
    /// Whose names appear.
    pub people: HashMap<PersonId, Text>,
    /// What products are told apart by.
    pub facets: Facets,
    /// How large what nobody measured usually is.
    pub boxes: Boxes,
    /// Words of the products; its rows are places in `products`.
    pub index: Index,
    by_id: HashMap<ProductId, usize>,
    by_variant: HashMap<VariantId, (usize, usize)>,
    by_gtin: HashMap<Gtin, VariantId>,
    /// What goes with each product.
    pub beside: Beside,
}

/// A product.
pub struct Product {
    /// Its id.
    pub id: ProductId,
    /// Its name.
    pub name: Text,
    /// Its brand.
    pub brand: Text,
    /// Its category: the last and closest of its paths.
    pub category: Text,
    /// Its whole category paths, one a line, parts separated by ` / `.
    pub categories: Text,
    /// Words put to it, one a line.
    pub tags: Text,
    /// One or two sentences.
    pub description: Text,
    /// Where it comes from.
    pub origin: Origin,
    /// In the merchant's order, never empty.
    pub variants: Vec<Variant>,
    /// How often each number of stars was given.
    pub ratings: Ratings,
    /// The average that came with a file: hundredths of a star, and of how many.
    pub given: Option<(u16, u32)>,
    /// When it came into the catalogue.
    pub added_at: Instant,
    /// A staff note.
    pub note: Option<Note>,
}

/// A variant.
pub struct Variant {
    /// Its id.
    pub id: VariantId,
    /// The code of its label.
    pub gtin: Gtin,
    /// Its colour.
    pub colour: Option<Colour>,
    /// Its size.
    pub size: Option<Text>,
    /// Its box.
    pub dimensions: Option<Dimensions>,
    /// Its pictures.
    pub pictures: Vec<Picture>,
    /// Whether they are its own and not the product's.
    pub pictured: bool,
}

impl Catalogue {
    /// The product with an id.
    pub fn product(&self, id: ProductId) -> Option<&Arc<Product>> {
        self.by_id.get(&id).map(|place| &self.products[*place])
    }

    /// The variant with an id, and its product.
    pub fn variant(&self, id: VariantId) -> Option<(&Arc<Product>, &Variant)> {
        let (place, variant) = self.by_variant.get(&id)?;
        let product = &self.products[*place];
        Some((product, &product.variants[*variant]))
    }

    /// The place in `products` of a product.
    pub fn place(&self, id: ProductId) -> Option<usize> {
        self.by_id.get(&id).copied()
    }

    /// The place in `products` of a variant's product.
    pub fn place_of(&self, variant: VariantId) -> Option<usize> {
        self.by_variant.get(&variant).map(|(place, _)| *place)
    }

    /// The variant that a code leads to.
    pub fn by_gtin(&self, gtin: Gtin) -> Option<VariantId> {
        self.by_gtin.get(&gtin).copied()
    }

    /// Indexes what was read. This computes for as long as a second, so it has no place on an async thread.
    fn new(products: Vec<Arc<Product>>, people: HashMap<PersonId, Text>, gtins: Vec<(Gtin, VariantId)>, beside: Beside) -> Self {
        let by_id = products.iter().enumerate().map(|(place, product)| (product.id, place)).collect();
        let variants = |(place, product): (usize, &Arc<Product>)| {
            product.variants.iter().enumerate().map(move |(index, variant)| (variant.id, (place, index))).collect::<Vec<_>>()
        };
        let by_variant = products.iter().enumerate().flat_map(variants).collect();
        let index = Index::new(products.iter().map(|product| product.fields()));
        let facets = Facets::new(&products);
        let boxes = Boxes::new(&products);
        Self { products, people, facets, boxes, index, by_id, by_variant, by_gtin: gtins.into_iter().collect(), beside }
    }
}

impl Product {
    /// What search reads, in all languages at once: nobody says in which language they type.
    fn fields(&self) -> Fields<'_> {
        fn every<'a>(fields: Fields<'a>, field: Field, text: &'a Text) -> Fields<'a> {
            text.iter().fold(fields, |fields, (_, words)| fields.with(field, words))
        }
        let of_product = [
            (Field::Name, &self.name),
            (Field::Brand, &self.brand),
            (Field::Category, &self.category),
            (Field::Category, &self.categories),
            (Field::Tag, &self.tags),
            (Field::Text, &self.description),
        ];
        let fields = of_product.into_iter().fold(Fields::new(), |fields, (field, text)| every(fields, field, text));
        self.variants.iter().fold(fields, |fields, variant| {
            let details = variant.colour.iter().map(|colour| &colour.name).chain(&variant.size);
            let fields = details.fold(fields, |fields, text| every(fields, Field::Variant, text));
            fields.with(Field::Code, variant.gtin.to_string())
        })
    }

    /// Stars times ten as lists are narrowed and sorted by: computed, else the average that came with a file.
    pub fn tenths(&self) -> Option<u8> {
        let given = || self.given.map(|(hundredths, _)| u8::try_from((hundredths + 5) / 10).unwrap_or(50));
        self.ratings.tenths().or_else(given)
    }

    /// What its ratings prove, 0 to 1, by the same choice.
    pub fn rank(&self) -> f64 {
        match self.given.filter(|_| self.ratings.total() == 0) {
            Some((hundredths, count)) => rank(f64::from(hundredths) / 100.0, count.into()),
            None => self.ratings.rank(),
        }
    }

    /// Stars in short.
    pub fn rating(&self) -> Rating {
        Rating { tenths: self.ratings.tenths(), count: u32::try_from(self.ratings.total()).unwrap_or(u32::MAX) }
    }
}

impl Variant {
    /// "안개 하늘 · M"; empty for goods of one kind.
    pub fn detail(&self) -> Text {
        let parts: Vec<&Text> = self.colour.iter().map(|colour| &colour.name).chain(&self.size).collect();
        let languages: std::collections::BTreeSet<_> = parts.iter().flat_map(|text| text.iter().map(|(language, _)| language)).collect();
        languages
            .into_iter()
            .map(|language| (language, parts.iter().map(|text| text.get(language)).collect::<Vec<_>>().join(" · ")))
            .collect()
    }
}
