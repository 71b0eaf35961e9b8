//! The live planogram.

pub mod get_planogram;
pub mod get_shelf;
pub mod get_slot;
pub mod list_goods;

use crate::catalog::{Picture, Price, Rating, StockHere};
use domain::ids::VariantId;
use domain::planogram::geometry::Dimensions;
use domain::planogram::{Location, Planogram};
use domain::{Gtin, Text};
use serde::{Deserialize, Serialize};

/// The live planogram with the products in it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Map {
    /// Floors, fixtures, slots.
    pub planogram: Planogram,
    /// Every variant that has a facing.
    pub goods: Vec<Good>,
}

/// A variant as the map names it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Good {
    /// Its id, as facings carry it.
    pub variant: VariantId,
    /// Its code.
    pub gtin: Gtin,
    /// The product's name.
    pub name: Text,
    /// Its picture.
    pub picture: Option<Picture>,
}

/// A variant as it stands on a shelf or on a shopper's list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct ShelfGood {
    /// Its id, as facings carry it.
    pub variant: VariantId,
    /// Its code.
    pub gtin: Gtin,
    /// The product's name.
    pub name: Text,
    /// "안개 하늘 · M"; empty for goods of one kind.
    pub detail: Text,
    /// Its picture.
    pub picture: Option<Picture>,
    /// `None` is "price on request".
    pub price: Option<Price>,
    /// The product's stars and count.
    pub rating: Rating,
    /// Units here.
    pub stock: StockHere,
    /// Its box in mm. Where nobody measured it, what is usual for the product or else for its category.
    pub dimensions: Dimensions,
    /// Whether somebody measured this very variant.
    pub measured: bool,
}

/// A slot's place in the world, and what its label may say no more.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct SlotPlace {
    /// Its store, in links.
    pub store: String,
    /// Its store's name.
    pub store_name: Text,
    /// Where it is, as far as it is on the live plan.
    #[serde(default)]
    pub place: Option<Location>,
    /// What stands there now, from left to right; of a retired slot, what stood there last.
    pub goods: Vec<Good>,
    /// It is on the live plan no more: its label should go.
    pub retired: bool,
    /// A product was asked for that does not stand here: the shelf has changed since its label was printed. Another size or colour of
    /// the same product is no change.
    pub changed: bool,
    /// That product, where it is known at all.
    pub printed: Option<Good>,
}
