//! What a file is, and what holds its rows.

use serde::{Deserialize, Serialize};

/// What a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub enum Format {
    /// Goods in a table: our own, an open list of barcodes, anything whose headings are known.
    Goods,
    /// Pictures of goods by their number.
    Pictures,
    /// Google Merchant's product feed.
    GoogleProducts,
    /// Google Merchant's local inventory feed.
    GoogleInventory,
    /// Shopify's product export, with continuation rows.
    Shopify,
    /// Magento's product export, with variants in rows of their own.
    Magento,
    /// Spree's product export: a product's row, then its variants', then further currencies'.
    Spree,
    /// Reviews.
    Reviews,
    /// Sales, a line of a basket in each row.
    Sales,
    /// Baskets, one a line, without headings.
    Baskets,
    /// Goods as JSON objects, with their reviews inside.
    JsonGoods,
    /// Carts as JSON objects.
    JsonCarts,
    /// schema.org's Product and Review as JSON-LD.
    JsonLd,
}

/// What holds the rows. Always recognised: a file's first bytes do not lie about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub enum Container {
    /// Text, cells apart by a delimiter.
    Csv,
    /// A spreadsheet.
    Xlsx,
    /// RSS or Atom.
    Xml,
    /// One JSON value.
    Json,
    /// A JSON value a line.
    JsonLines,
}

impl Format {
    /// Every one, for lists and tests.
    pub const ALL: [Self; 13] = [
        Self::Goods,
        Self::Pictures,
        Self::GoogleProducts,
        Self::GoogleInventory,
        Self::Shopify,
        Self::Magento,
        Self::Spree,
        Self::Reviews,
        Self::Sales,
        Self::Baskets,
        Self::JsonGoods,
        Self::JsonCarts,
        Self::JsonLd,
    ];

    /// On the wire, in kept imports and on the command line.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Goods => "goods",
            Self::Pictures => "pictures",
            Self::GoogleProducts => "google-products",
            Self::GoogleInventory => "google-inventory",
            Self::Shopify => "shopify",
            Self::Magento => "magento",
            Self::Spree => "spree",
            Self::Reviews => "reviews",
            Self::Sales => "sales",
            Self::Baskets => "baskets",
            Self::JsonGoods => "json-goods",
            Self::JsonCarts => "json-carts",
            Self::JsonLd => "json-ld",
        }
    }
}
