//! The live planogram.

pub mod get_planogram;
pub mod get_slot;

use crate::catalog::Picture;
use domain::ids::VariantId;
use domain::planogram::Planogram;
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

/// A slot's place in the world.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct SlotPlace {
    /// Its store, in links.
    pub store: String,
    /// What stands there now, from left to right.
    pub goods: Vec<Good>,
}
