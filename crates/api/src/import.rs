//! Files of other systems, from being sent to being taken back.
//!
//! A file is sent ([`keep_file`]) and looked at ([`preview_file`], as often as somebody likes), then begun ([`begin_import`]). Imports
//! run one after the other; how far one is, [`get_import`] tells. [`REPORT`] is a CSV file of everything that was wrong with its rows.

pub mod begin_import;
pub mod continue_import;
pub mod gather_pictures;
pub mod get_import;
pub mod keep_file;
pub mod list_imports;
pub mod preview_file;
pub mod stop_import;
pub mod undo_import;

use crate::catalog::Picture;
use domain::ids::ImportId;
use domain::import::{Container, Field, Format};
use domain::{Currency, Instant, Language, Money, Text};
use serde::{Deserialize, Serialize};

/// `GET`: what was wrong with rows of an import, as CSV. For whoever may import.
pub const REPORT: &str = "/api/v1/stores/{store}/imports/{import}/report.csv";

/// What a file is, before anything of it is written.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct FilePreview {
    /// Names the file until it is imported; the import has the same id then.
    pub file: ImportId,
    /// What it is.
    pub format: Format,
    /// What holds its rows.
    pub container: Container,
    /// Its columns; none where values are nested or lines are bare.
    pub columns: Vec<Column>,
    /// What its texts are written in whose letters do not tell.
    pub language: Language,
    /// What its prices are in that name no currency.
    #[cfg_attr(feature = "schema", schema(value_type = Option<String>, example = "KRW"))]
    pub currency: Option<Currency>,
    /// How many rows it has; `None` where counting takes too long.
    pub total: Option<u64>,
    /// Its first rows.
    pub rows: Vec<PreviewRow>,
}

/// A picture that was kept, and what its file is called.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct SentPicture {
    /// Of the file: `8801234500258_2.jpg`.
    pub name: String,
    /// Of the kept picture.
    pub hash: String,
}

/// Pictures that may be imported now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Gathered {
    /// Names the file until it is imported; the import has the same id then.
    pub file: ImportId,
    /// By code, each product's in their order.
    pub pictures: Vec<GatheredPicture>,
}

/// A picture, and whose it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct GatheredPicture {
    /// Of the file.
    pub name: String,
    /// The product's name; `None` where the file's name fits no product.
    pub product: Option<Text>,
    /// As it is shown.
    pub picture: Picture,
}

/// A column.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Column {
    /// Its heading as the file writes it.
    pub name: String,
    /// What it is about.
    pub field: Field,
    /// Some of its values, cut short.
    pub samples: Vec<String>,
}

/// One of the first rows, and what was understood of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct PreviewRow {
    /// Where a person finds it: the line, the row of the sheet, the place in the list; from 1.
    pub row: u64,
    /// What it says; nothing where it is refused.
    pub says: Vec<Said>,
    /// What is wrong with it.
    pub flags: Vec<Flagged>,
}

/// What a row says, in short: a product, a review or a basket.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Said {
    /// A product's name, a review's text, what is in a basket; may be empty.
    pub title: String,
    /// Barcode, SKU or key; may be empty.
    pub code: String,
    /// What it costs.
    pub price: Option<Money>,
    /// What it costs while on sale.
    pub sale: Option<Money>,
    /// It has no price: "on request".
    pub on_request: bool,
    /// Units in the store.
    pub quantity: Option<u32>,
    /// A review's stars of five, in tenths.
    pub stars: Option<u16>,
}

/// What was wrong with a row. The sentence is made from `reason` by `locales/`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Flagged {
    /// Where a person finds it.
    pub row: u64,
    /// The column as the file calls it; empty when it is the row as a whole.
    pub column: String,
    /// What stands there, cut short.
    pub value: String,
    /// A code of [`domain::import::Reason`]: `check-digit`.
    pub reason: String,
    /// What stands there: a digit, a number of columns.
    pub found: Option<u32>,
    /// What should stand there.
    pub expected: Option<u32>,
    /// The most characters.
    pub at_most: Option<u32>,
    /// Of a row that contradicts an earlier one: which that is.
    pub other_row: Option<u64>,
    /// What the earlier row is about.
    pub other_name: Option<String>,
    /// Whether the row was refused for it; it is taken without the cell otherwise.
    pub refused: bool,
}

/// How to read a file. Everything that is not said is recognised.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Reading {
    /// What it is.
    pub format: Option<Format>,
    /// What columns are about that were not recognised, or wrongly.
    pub mapping: Vec<ColumnField>,
    /// What texts are written in whose letters do not tell.
    pub language: Option<Language>,
    /// What prices are in that name no currency; the store's without it.
    #[cfg_attr(feature = "schema", schema(value_type = Option<String>, example = "KRW"))]
    pub currency: Option<Currency>,
}

/// What one column is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct ColumnField {
    /// Its heading as the file writes it.
    pub column: String,
    /// What it is about.
    pub field: Field,
}

/// An import.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Import {
    /// Its id.
    pub id: ImportId,
    /// The file's name.
    pub name: String,
    /// What it is; `None` for what another system sent with a key.
    pub format: Option<Format>,
    /// Where it is.
    pub state: ImportState,
    /// When.
    pub started_at: Instant,
    /// Until when.
    pub ended_at: Option<Instant>,
    /// Its file is here still: it can go on where it was stopped.
    pub can_continue: bool,
    /// Rows of the file; 0 while nobody has counted.
    pub total: u64,
    /// Rows read and settled.
    pub done: u64,
    /// Products, reviews, baskets made.
    pub made: u64,
    /// Changed.
    pub changed: u64,
    /// Already so.
    pub same: u64,
    /// Rows refused.
    pub refused: u64,
    /// Reviews and baskets of products that are not here yet.
    pub aside: u64,
}

/// Where an import is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub enum ImportState {
    /// Under way, or waiting for one before it.
    Running,
    /// Through.
    Done,
    /// Ended before it was through; what it wrote stays until it is taken back.
    Stopped,
    /// Everything is as it was before.
    Undone,
    /// Something that a newer server knows.
    #[serde(other)]
    Other,
}

/// An import with the first of what was wrong.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct ImportReport {
    /// The import.
    pub import: Import,
    /// The first fifty; [`REPORT`] has all of them.
    pub flags: Vec<Flagged>,
    /// How many there are.
    pub wrong: u64,
}
