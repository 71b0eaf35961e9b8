//! Stock at the desk: what the books say of a variant, what became of it, what is promised and not there.

pub mod adjust_stock;
pub mod count_stock;
pub mod get_stock;
pub mod list_movements;
pub mod list_shortfalls;
pub mod move_stock;
pub mod own_shortfall;

use crate::catalog::Picture;
use crate::count::Check;
use domain::ids::{MovementId, PersonId, ProductId, ReservationId, ShortfallId, VariantId};
use domain::planogram::Location;
use domain::reservation::State;
use domain::stock::{Bucket, Reason, Stock};
use domain::{Gtin, Instant, Text};
use serde::{Deserialize, Serialize};

/// A variant's books in a store.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct StockCard {
    /// Which.
    pub variant: VariantId,
    /// Its product.
    pub product: ProductId,
    /// Its code.
    pub gtin: Gtin,
    /// The product's name.
    pub title: Text,
    /// Colour and size.
    pub detail: Text,
    /// Its picture.
    pub picture: Option<Picture>,
    /// Units in each place, and those that are promised.
    pub stock: Stock,
    /// When the figure was last known to be true.
    pub as_of: Instant,
    /// Every place where it stands.
    pub locations: Vec<Location>,
    /// Whether somebody could not find it, or who counted last.
    pub check: Option<Check>,
    /// What is promised and not there.
    pub shortfall: Option<Shortfall>,
    /// The other sizes and colours, in the merchant's order.
    pub others: Vec<StockSibling>,
    /// What somebody of the staff says of the product.
    pub note: Option<StaffNote>,
}

/// The same in another size or colour.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct StockSibling {
    /// Its code.
    pub gtin: Gtin,
    /// Colour and size.
    pub detail: Text,
    /// Units that a shopper may hold.
    pub available: u32,
}

/// What somebody says of a product.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct StaffNote {
    /// "지수".
    pub name: Text,
    /// What they say.
    pub text: Text,
}

/// A page of a variant's history, the latest first.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct MovementPage {
    /// What moved.
    pub items: Vec<MovementLine>,
    /// For the next page; `None` is the end.
    pub next: Option<String>,
}

/// One line of the ledger.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct MovementLine {
    /// Its id.
    pub id: MovementId,
    /// When.
    pub at: Instant,
    /// How many units.
    pub quantity: u32,
    /// Out of here.
    pub from: Bucket,
    /// Into there.
    pub to: Bucket,
    /// Why.
    pub reason: Reason,
    /// Who caused it.
    pub by: MovedBy,
    /// "지수", where a person did.
    pub name: Option<Text>,
    /// The order that it was for, where there is one: its day's number.
    pub number: Option<u32>,
}

/// Who moves units.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub enum MovedBy {
    /// Somebody of the staff.
    Person,
    /// A shopper.
    Shopper,
    /// Time ran out.
    Clock,
    /// A file or another system.
    Import,
    /// Somebody that a newer server knows.
    #[serde(other)]
    Other,
}

/// More is promised than is on the floor.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Shortfall {
    /// Its id.
    pub id: ShortfallId,
    /// Of what.
    pub gtin: Gtin,
    /// The product's name.
    pub title: Text,
    /// Colour and size.
    pub detail: Text,
    /// Its picture.
    pub picture: Option<Picture>,
    /// Units that are missing.
    pub units: u32,
    /// Since when.
    pub opened_at: Instant,
    /// Who sees to it.
    pub owner: Option<Owner>,
    /// The orders that wait for it, the earliest first.
    pub orders: Vec<ShortOrder>,
}

/// Who sees to a shortfall.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Owner {
    /// Who.
    pub person: PersonId,
    /// "지수".
    pub name: Text,
}

/// An order that waits for units that are not there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct ShortOrder {
    /// Which.
    pub reservation: ReservationId,
    /// The day's number; `None` while it is only held.
    pub number: Option<u32>,
    /// Where it is.
    pub state: State,
    /// Units that are not picked yet.
    pub units: u32,
}
