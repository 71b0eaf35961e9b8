//! What an item of a batch may say.

use domain::{Instant, Language, Text};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

macro_rules! items {
    ($($(#[doc = $doc:literal])* $name:ident { $($(#[$field_doc:meta])* $field:ident : $kind:ty),* $(,)? })*) => { $(
        $(#[doc = $doc])*
        #[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
        #[serde(rename_all = "camelCase", deny_unknown_fields, default)]
        #[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
        pub struct $name { $($(#[$field_doc])* pub $field: $kind),* }
    )* };
}

items! {
    /// A product with its variants. The same `key` again changes it; variants that it does not name stay.
    ProductItem {
        /// What you call the product. Needed.
        key: String,
        /// Its texts by language (ISO 639-1). A new product needs a name in one.
        #[cfg_attr(feature = "schema", schema(value_type = std::collections::HashMap<String, ProductTexts>))]
        texts: BTreeMap<Language, ProductTexts>,
        /// Where it is made, ISO 3166-1 alpha-2: `KR`.
        country: Option<String>,
        /// Addresses of pictures, the best first; they are brought later. Pictures are added, never taken away.
        pictures: Vec<String>,
        /// `false` takes it out of the shop, `true` puts it back.
        listed: Option<bool>,
        /// Its variants; each needs an SKU or a barcode.
        variants: Vec<VariantItem>,
    }
    /// A product's texts in one language, plain.
    ProductTexts {
        /// What it is called.
        name: Option<String>,
        /// Its brand.
        brand: Option<String>,
        /// What it is: `Mugs`.
        category: Option<String>,
        /// What is written about it.
        description: Option<String>,
        /// What it is made of.
        materials: Option<String>,
        /// How to look after it.
        care: Option<String>,
        /// Who makes it, with a sentence of theirs.
        maker: Option<String>,
        /// Words put to it.
        tags: Vec<String>,
    }
    /// A variant.
    VariantItem {
        /// Your number of it.
        sku: Option<String>,
        /// Its barcode: 8, 12, 13 or 14 digits with a right check digit. A wrong one is left out and flagged.
        gtin: Option<String>,
        /// Its colour by language.
        #[cfg_attr(feature = "schema", schema(value_type = std::collections::HashMap<String, String>))]
        colour: Text,
        /// The colour itself, `#rrggbb`.
        hex: Option<String>,
        /// Its size, or whatever else tells variants apart.
        size: Option<String>,
        /// Its box.
        dimensions: Option<Size>,
        /// What it costs.
        price: Option<PriceItem>,
        /// Its own pictures, where it has a colour.
        pictures: Vec<String>,
    }
    /// A box, mm.
    Size {
        /// From left to right.
        width: u32,
        /// From bottom to top.
        height: u32,
        /// From front to back.
        depth: u32,
    }
    /// What something costs, in minor units: ₩59,000 is 59000, €12.50 is 1250.
    PriceItem {
        /// ISO 4217; one that a store sells in. Needed unless on request.
        currency: Option<String>,
        /// Before any sale; above 0.
        minor: Option<i64>,
        /// While on sale; below `minor`, or it is left out and flagged.
        sale_minor: Option<i64>,
        /// When the sale begins.
        sale_from: Option<Instant>,
        /// When the sale ends.
        sale_until: Option<Instant>,
        /// It has no price; what it had is taken away.
        on_request: bool,
    }
    /// A price of something known, by SKU, barcode or product.
    VariantPrice {
        /// Your number of the variant.
        sku: Option<String>,
        /// Its barcode.
        gtin: Option<String>,
        /// Your name of the product: the price of all its variants.
        product: Option<String>,
        /// What it costs. Needed.
        price: PriceItem,
    }
    /// How many of a variant are on a store's floor now. The difference becomes an adjustment in the ledger; a figure that leaves less
    /// than is promised to shoppers opens a shortfall.
    StockItem {
        /// The store, as in links. Needed where there are several.
        store: Option<String>,
        /// Your number of the variant.
        sku: Option<String>,
        /// Its barcode.
        gtin: Option<String>,
        /// Units; needed. Below 0 is taken as 0 and flagged.
        quantity: Option<i64>,
    }
    /// A review. The same `key` (or without one: the same author, text and time) is the same review.
    ReviewItem {
        /// The product's key, or an SKU or barcode of it. Needed. One that is not here yet sets the review aside until it is.
        product: String,
        /// Your number of the review.
        key: Option<String>,
        /// What was given, in tenths: 4.5 stars are 45. Needed.
        rating: Option<u16>,
        /// The best of your scale, in tenths: 50 for five stars, which it is without one.
        scale: Option<u16>,
        /// Its heading.
        title: Option<String>,
        /// Its text.
        body: Option<String>,
        /// Nickname.
        author: Option<String>,
        /// What it is written in.
        #[cfg_attr(feature = "schema", schema(value_type = Option<String>, pattern = "^[a-z]{2}$"))]
        language: Option<Language>,
        /// You know that it was bought.
        verified: bool,
        /// How many found it helpful.
        helpful: u32,
        /// When.
        written_at: Option<Instant>,
        /// The size that was bought.
        size: Option<String>,
        /// From -2 (much too small) to 2 (much too large).
        fit: Option<i8>,
        /// Addresses of photos.
        photos: Vec<String>,
    }
    /// A sale: what was in one basket, nobody's in particular. The same basket again is the same sale.
    SaleItem {
        /// Your number of it. Needed.
        basket: String,
        /// When.
        at: Option<Instant>,
        /// What was in it, at least one.
        lines: Vec<SaleLine>,
    }
    /// A line of a basket.
    SaleLine {
        /// An SKU, a barcode or a product's key; unknown ones wait.
        item: String,
        /// Units; below 0 is a return.
        quantity: i32,
    }
}
