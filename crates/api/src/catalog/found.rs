//! What a search found, and what it may be narrowed by.

use super::Card;
use domain::{Instant, Money, Text};
use serde::{Deserialize, Serialize};

/// A part of what a search found.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Found {
    /// The words that were asked for.
    pub q: String,
    /// This part.
    pub items: Vec<Card>,
    /// How many there are in all parts.
    pub total: u32,
    /// The keyset cursor of the next part.
    pub next: Option<String>,
    /// What it may be narrowed by.
    pub facets: Facets,
    /// When the words found nothing: words close to them that do, the nearest first.
    pub near: Vec<Near>,
}

/// How what was found divides. Each facet counts as if nothing of itself were chosen, so that another value may be added.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Facets {
    /// Each part of the category paths.
    pub categories: Vec<FacetValue>,
    /// Brands.
    pub brands: Vec<FacetValue>,
    /// Colours by name.
    pub colours: Vec<FacetValue>,
    /// Sizes.
    pub sizes: Vec<FacetValue>,
    /// The store's zones.
    pub zones: Vec<FacetValue>,
    /// From four stars down to one: how many have at least so many.
    pub stars: Vec<StarStep>,
    /// The lowest and the highest price.
    pub price: Option<PriceRange>,
    /// How many are in stock here.
    pub here: u32,
}

/// A value of a facet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct FacetValue {
    /// In links and in the query; the same in every language, without commas.
    pub key: String,
    /// As shoppers read it.
    pub name: Text,
    /// A colour's `#rrggbb`.
    pub hex: Option<String>,
    /// How many products have it.
    pub count: u32,
}

/// Products of at least so many stars.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct StarStep {
    /// 1 to 4.
    pub stars: u8,
    /// How many products.
    pub count: u32,
}

/// From the lowest to the highest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct PriceRange {
    /// The lowest.
    pub from: Money,
    /// The highest.
    pub to: Money,
}

/// Words that find something, close to words that do not.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Near {
    /// To search for instead.
    pub q: String,
    /// The first that it finds here.
    pub items: Vec<Card>,
}

/// In which order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub enum Sort {
    /// How well it answers, then what is in stock, then the merchant's order.
    #[default]
    Best,
    /// By what its ratings prove: the lower bound of the Wilson interval.
    Rating,
    /// The cheapest first; what has no price last.
    PriceLow,
    /// The dearest first; what has no price last.
    PriceHigh,
    /// What came into the catalogue last.
    New,
}

/// Words that shoppers searched for and did not find.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Sought {
    /// In lower case.
    pub query: String,
    /// How often, over the days that were asked about.
    pub times: u32,
    /// The first of these days, at the store's noon.
    pub first: Instant,
    /// The last of them, at noon.
    pub last: Instant,
    /// How many products they find now: what came since then answers them.
    pub now: u32,
}
