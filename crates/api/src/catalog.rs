//! Products and collections as a store shows them.

pub mod found;
pub mod get_collection;
pub mod get_product;
pub mod list_collections;
pub mod list_sought;
pub mod search_products;
pub mod write_note;

use crate::count::Check;
use crate::store::Pause;
use domain::curation::{Evidence, Ratings};
use domain::ids::{ProductId, VariantId};
use domain::planogram::{Location, geometry::Dimensions};
use domain::{Gtin, Instant, Language, Money, Text};
use serde::{Deserialize, Serialize};

/// A product's card: in lists, searches, collections.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Card {
    /// Leads to the product.
    pub gtin: Gtin,
    /// Its name.
    pub name: Text,
    /// Its brand.
    pub brand: Text,
    /// Its picture.
    pub picture: Option<Picture>,
    /// The lowest of its variants.
    pub price: Option<Price>,
    /// Stars and count.
    pub rating: Rating,
    /// Free units here, over all variants.
    pub available: u32,
    /// Its variants' colours, `#rrggbb`.
    pub colours: Vec<String>,
}

/// A picture.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Picture {
    /// Where it is; never changes its content.
    pub url: String,
    /// What it shows, where that is more than the product's name.
    pub alt: Text,
    /// Its width in pixels; none for a drawing, which has any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub width: Option<u32>,
    /// Its height in pixels.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub height: Option<u32>,
    /// The same as WebP, at `{url}/{width}`, the smallest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub widths: Vec<u32>,
    /// All of it blurred into one colour, `#rrggbb`, to be seen until it is here; none where it can be seen through.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub colour: Option<String>,
}

/// What it costs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Price {
    /// To pay now.
    pub now: Money,
    /// Before the sale, where there is one.
    pub before: Option<Money>,
    /// The sale's end, where it is known.
    pub until: Option<Instant>,
}

/// Stars in short.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Rating {
    /// The mean times ten, rounded: 46 is 4.6; `None` without reviews.
    pub tenths: Option<u8>,
    /// How many reviews.
    pub count: u32,
}

/// A product as one store has it, with all its variants: choosing another asks nobody.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Product {
    /// Its id.
    pub id: ProductId,
    /// Its name.
    pub name: Text,
    /// Its brand.
    pub brand: Text,
    /// "린넨 셔츠".
    pub category: Text,
    /// One or two sentences.
    pub description: Text,
    /// Where it comes from.
    pub origin: Origin,
    /// What is stocked and sold, in the merchant's order. Never empty.
    pub variants: Vec<Variant>,
    /// How often each number of stars was given.
    pub ratings: Ratings,
    /// Why it is here.
    pub why: Option<Why>,
    /// A sentence by somebody of the staff.
    pub note: Option<Note>,
    /// What stands in the same baskets, the most often first, as far as this store has it.
    pub together: Vec<Together>,
    /// New reservations are stopped in this store; `None` where they are taken.
    pub pause: Option<Pause>,
    /// What can be read about it elsewhere, in the merchant's order.
    pub documents: Vec<Document>,
}

/// A product that is often bought with another.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Together {
    /// The other one.
    pub card: Card,
    /// How many baskets held both.
    pub baskets: u32,
}

/// A link about a product, by its type of the GS1 Web Vocabulary.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Document {
    /// `gs1:pip`, `gs1:certificationInfo`, …
    pub link_type: String,
    /// Where it is: `https`, most often on another host.
    pub url: String,
    /// What it is called; empty where its type says enough.
    pub title: String,
    /// What it is written in, where that is known.
    #[cfg_attr(feature = "schema", schema(value_type = Option<String>))]
    pub language: Option<Language>,
}

/// Where a product comes from.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Origin {
    /// Who makes it, with a sentence of theirs.
    pub maker: Text,
    /// "린넨 100 %".
    pub materials: Text,
    /// ISO 3166-1 alpha-2.
    pub country: String,
    /// How to look after it.
    pub care: Text,
}

/// What is stocked and sold.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Variant {
    /// Its id.
    pub id: VariantId,
    /// Its code.
    pub gtin: Gtin,
    /// Where it comes in colours.
    pub colour: Option<Colour>,
    /// Where it comes in sizes.
    pub size: Option<Text>,
    /// `None` is "price on request".
    pub price: Option<Price>,
    /// Its box in mm; `None` where nobody measured.
    pub dimensions: Option<Dimensions>,
    /// Its pictures, the best first.
    pub pictures: Vec<Picture>,
    /// Whether they show this very variant. Those of the product may show it in another colour.
    pub pictured: bool,
    /// Units here.
    pub stock: StockHere,
    /// Units in other stores, the nearest first; stores without any are left out.
    pub elsewhere: Vec<Elsewhere>,
    /// Where it stands here; empty is "ask us".
    pub locations: Vec<Location>,
}

/// A colour.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Colour {
    /// "안개 하늘".
    pub name: Text,
    /// `#rrggbb`; without one the name says it.
    pub hex: Option<String>,
}

/// Units of a variant in this store.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct StockHere {
    /// What may be held now.
    pub available: u32,
    /// Shown to try, not for sale.
    pub display: u32,
    /// When the figure last changed or was proved. While the live stream is up it is true now.
    pub as_of: Instant,
    /// When nothing is available only because the last units are held: when the first of these holds ends.
    pub held_until: Option<Instant>,
    /// Somebody could not find it: being checked, or what was found, until the next business day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub check: Option<Check>,
}

/// Units of a variant in another store.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Elsewhere {
    /// The store, in links.
    pub slug: String,
    /// Its name.
    pub name: Text,
    /// What may be held there.
    pub available: u32,
    /// How far away, as the crow flies.
    pub metres: u32,
}

/// Why a product is here.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Why {
    /// The collection, in links.
    pub collection: String,
    /// Its title.
    pub title: Text,
    /// What somebody wrote; empty where figures speak.
    pub reason: Text,
    /// What figures say, the strongest first; none where somebody only chose it.
    pub because: Vec<Because>,
    /// When the figures were taken.
    pub as_of: Instant,
    /// Who chose it.
    pub curator: Curator,
}

/// A reason with its figures.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Because {
    /// The figures.
    pub evidence: Evidence,
    /// The name of the other product, where they are about one.
    pub about: Option<Text>,
}

/// A person who chose something.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Curator {
    /// "민호".
    pub name: Text,
    /// "리빙 큐레이터".
    pub title: Text,
    /// The sentence they stand for.
    pub sentence: Text,
    /// Their portrait.
    pub picture: Option<Picture>,
}

/// A staff note.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Note {
    /// "지수".
    pub name: Text,
    /// "1층 담당".
    pub title: Text,
    /// "조금 크게 나와요."
    pub text: Text,
    /// Their portrait.
    pub picture: Option<Picture>,
}

/// A part of a list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Page<T> {
    /// This part.
    pub items: Vec<T>,
    /// How many there are in all parts.
    pub total: u32,
    /// The keyset cursor of the next part.
    pub next: Option<String>,
}

/// A curated set's card.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct CollectionCard {
    /// In links.
    pub slug: String,
    /// Its title.
    pub title: Text,
    /// A sentence.
    pub lead: Text,
    /// Who chose.
    pub curator: Curator,
    /// How many products.
    pub count: u32,
    /// Its first members, for a cover.
    pub cover: Vec<Member>,
}

/// A curated set.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Collection {
    /// In links.
    pub slug: String,
    /// Its title.
    pub title: Text,
    /// A sentence.
    pub lead: Text,
    /// Who chose.
    pub curator: Curator,
    /// Its members, each with its reason.
    pub members: Vec<Member>,
    /// When the figures of the reasons were taken.
    pub as_of: Instant,
}

/// A product of a collection.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Member {
    /// The product.
    pub card: Card,
    /// What somebody wrote about it; empty where figures speak.
    pub why: Text,
    /// What figures say, the strongest first.
    pub because: Vec<Because>,
}
