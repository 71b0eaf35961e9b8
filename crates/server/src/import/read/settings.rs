//! How a file is read, where a person knows better than its content shows. Kept as JSON with the import.

use domain::import::Field;
use domain::{Currency, Language};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// How to read a file. Everything that is not said is recognised.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase", deny_unknown_fields)]
pub struct Settings {
    /// The format.
    pub format: Option<Format>,
    /// What columns are about, by the heading as the file writes it. Others are recognised.
    pub mapping: BTreeMap<String, Field>,
    /// What texts are written in whose letters do not tell.
    pub language: Option<Language>,
    /// What prices are in that name no currency.
    pub currency: Option<Currency>,
    /// The time zone of moments without one, an IANA name; UTC otherwise.
    pub zone: Option<String>,
    /// What stands between cells.
    pub delimiter: Option<char>,
    /// How letters are written.
    pub encoding: Option<Encoding>,
    /// The most bytes to read, after unpacking. 4 GB otherwise.
    pub at_most: Option<u64>,
}

/// What a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
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

/// How letters are written as bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Encoding {
    /// What nearly everybody writes.
    Utf8,
    /// Excel's "Unicode text".
    Utf16Le,
    /// The other way round.
    Utf16Be,
    /// Korean Windows, a superset of EUC-KR.
    Cp949,
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
