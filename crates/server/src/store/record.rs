//! A product with everything that an import may change, as one value: read whole, compared, written whole. Its JSON is what undo keeps.
//!
//! Absent: reviews, staff notes, collections and stock, which live on their own.

mod read;
pub mod review;
pub mod stock;
mod write;

use domain::ids::{ProductId, VariantId};
use domain::planogram::geometry::Dimensions;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

pub use read::{Found, by_code, by_key, load};
pub use write::{insert, remove, replace};

/// Texts: field, then language, then value.
pub type Words = BTreeMap<String, BTreeMap<String, String>>;

/// A product with its variants.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProductRecord {
    /// Its id.
    pub id: ProductId,
    /// What the merchant calls it.
    pub key: Option<String>,
    /// ISO 3166-1 alpha-2; empty where nobody said.
    pub country: String,
    /// In the merchant's order.
    pub position: i64,
    /// The source's own average, in hundredths of a star.
    pub given: Option<i64>,
    /// From how many.
    pub given_count: Option<i64>,
    /// No longer sold since, ms UTC.
    pub retired_at: Option<i64>,
    /// Made at, ms UTC.
    pub created_at: i64,
    /// Its texts.
    pub words: Words,
    /// Its pictures in order.
    pub pictures: Vec<PictureRecord>,
    /// Addresses about it in order. What was kept for an undo before there were any has none.
    #[serde(default)]
    pub links: Vec<LinkRecord>,
    /// Its variants in order.
    pub variants: Vec<VariantRecord>,
}

/// An address about a product.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LinkRecord {
    /// Its link type: `gs1:pip`.
    pub kind: String,
    /// Where it leads.
    pub url: String,
    /// What it is called; may be empty.
    pub title: String,
    /// What is written there; `None` where it does not matter.
    pub language: Option<String>,
}

/// A variant.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct VariantRecord {
    /// Its id.
    pub id: VariantId,
    /// In the merchant's order.
    pub position: i64,
    /// `#rrggbb`.
    pub colour: Option<String>,
    /// Its box, mm.
    pub dimensions: Option<Dimensions>,
    /// No longer sold since, ms UTC.
    pub retired_at: Option<i64>,
    /// Its texts: `colour`, `size`.
    pub words: Words,
    /// What leads to it, sorted.
    pub codes: Vec<CodeRecord>,
    /// What it costs, by store, currency and beginning.
    pub prices: Vec<PriceRecord>,
    /// Its own pictures in order.
    pub pictures: Vec<PictureRecord>,
}

/// A code.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct CodeRecord {
    /// `gtin`, `sku` or `in-store`.
    pub kind: String,
    /// Its text.
    pub code: String,
    /// Leads nowhere since, ms UTC.
    pub retired_at: Option<i64>,
}

/// A price.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PriceRecord {
    /// Its id.
    pub id: String,
    /// Only there.
    pub store: Option<String>,
    /// ISO 4217.
    pub currency: String,
    /// Before any sale.
    pub minor: i64,
    /// While on sale.
    pub sale: Option<i64>,
    /// From, ms UTC.
    pub from: i64,
    /// Until, ms UTC.
    pub until: Option<i64>,
}

/// A picture: here, or still to be brought.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PictureRecord {
    /// By its content's hash.
    Here(String),
    /// By its address or file name.
    Wanted(String),
}

impl PriceRecord {
    /// By store, currency, beginning and id.
    pub fn order(&self, other: &Self) -> std::cmp::Ordering {
        let key = |price: &Self| (price.store.clone(), price.currency.clone(), price.from, price.id.clone());
        key(self).cmp(&key(other))
    }
}

impl ProductRecord {
    /// The variant with an id.
    pub fn variant(&mut self, id: VariantId) -> Option<&mut VariantRecord> {
        self.variants.iter_mut().find(|variant| variant.id == id)
    }
}

impl VariantRecord {
    /// The code of a kind that still leads here.
    pub fn code(&self, kind: &str) -> Option<&str> {
        self.codes.iter().find(|code| code.kind == kind && code.retired_at.is_none()).map(|code| code.code.as_str())
    }

    /// Adds a code, in order.
    pub fn add_code(&mut self, kind: &str, code: &str) {
        let code = CodeRecord { kind: kind.to_owned(), code: code.to_owned(), retired_at: None };
        if let Err(place) = self.codes.binary_search(&code) {
            self.codes.insert(place, code);
        }
    }
}
