//! Keep one for me: the shopper's side. All but the first carry the token as `Authorization: Bearer`.

pub mod cancel_reservation;
pub mod confirm_reservation;
pub mod create_reservation;
pub mod decide_substitute;
pub mod extend_reservation;
pub mod get_ticket;
pub mod keep_hold;
pub mod list_offers;

use crate::catalog::{Card, Elsewhere, Picture, Price, StockHere};
use crate::notice::NoticeState;
use crate::store::StoreCard;
use domain::ids::{ReservationId, VariantId};
use domain::planogram::Location;
use domain::reservation::{Because, State};
use domain::{ContactKind, Gtin, Instant, Money, Text};
use serde::{Deserialize, Serialize};

/// A reservation has no more lines.
pub const MOST_LINES: usize = 50;
/// Nor a line more units.
pub const MOST_UNITS: u32 = 20;

/// What may be reserved of a variant.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Offer {
    /// Its id.
    pub variant: VariantId,
    /// The code that was asked for.
    pub gtin: Gtin,
    /// The product's name.
    pub name: Text,
    /// Colour and size; empty for goods of one kind.
    pub detail: Text,
    /// Its picture.
    pub picture: Option<Picture>,
    /// `None` is "price on request".
    pub price: Option<Price>,
    /// Units here.
    pub stock: StockHere,
    /// Units in other stores, the nearest first; stores without any are left out.
    pub elsewhere: Vec<Elsewhere>,
}

/// How many of what.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Wish {
    /// What.
    pub variant: VariantId,
    /// 1 to 20.
    pub quantity: u32,
}

/// The answer to a hold; the only time that the token is told.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Held {
    /// 128 bits in hexadecimal: opens the ticket.
    pub token: String,
    /// The reservation.
    pub ticket: Ticket,
}

/// A reservation as its shopper sees it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Ticket {
    /// To know its events on the live stream.
    pub id: ReservationId,
    /// Where to come.
    pub store: StoreCard,
    /// For `If-Match`.
    pub version: u32,
    /// Where it is.
    pub state: State,
    /// What is kept.
    pub lines: Vec<TicketLine>,
    /// To be called by.
    pub nickname: Option<String>,
    /// The day's number, from confirm on.
    pub number: Option<u32>,
    /// What to show at the counter, from confirm to the end: eight characters.
    pub code: Option<String>,
    /// Held: until when.
    pub expires_at: Option<Instant>,
    /// Held: until when activity can keep it.
    pub extendable_until: Option<Instant>,
    /// From confirm on: when it should be ready. Held: when it would be, confirmed now.
    pub promised_at: Option<Instant>,
    /// While the shopper is asked about missing units: until when. What is not answered by then is left out.
    pub decide_by: Option<Instant>,
    /// Ready: until when it waits.
    pub pickup_by: Option<Instant>,
    /// The one extension is used.
    pub extended: bool,
    /// To pay at pickup; `None` where a price is on request.
    pub total: Option<Money>,
    /// Ended by the store: why.
    pub ended_because: Option<String>,
    /// Held: which kinds of address this shop can send a notice to; it asks for none where there are none.
    #[serde(default)]
    pub contacts: Vec<ContactKind>,
    /// Where the notice of its state is; `None` where no address was left.
    pub notice: Option<NoticeState>,
}

/// A line of a ticket.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct TicketLine {
    /// What.
    pub variant: VariantId,
    /// Its code.
    pub gtin: Gtin,
    /// The product's name, frozen at confirm.
    pub title: Text,
    /// Colour and size.
    pub detail: Text,
    /// Its picture.
    pub picture: Option<Picture>,
    /// Asked for.
    pub requested: u32,
    /// Kept.
    pub held: u32,
    /// In the bin.
    pub picked: u32,
    /// Handed over.
    pub collected: u32,
    /// For one, frozen at confirm.
    pub price: Option<Money>,
    /// Where it stands.
    pub location: Option<Location>,
    /// Not to be had after all: how many, why, and what is offered instead.
    pub missing: Option<MissingUnits>,
}

/// Units that the store cannot fetch after all.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct MissingUnits {
    /// How many.
    pub quantity: u32,
    /// Why.
    #[serde(default)]
    pub because: Because,
    /// What is offered instead.
    pub substitutes: Vec<Substitute>,
    /// The other stores that have it, the nearest first.
    #[serde(default)]
    pub elsewhere: Vec<Elsewhere>,
}

/// Something else that may do.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Substitute {
    /// What.
    pub variant: VariantId,
    /// Colour and size.
    pub detail: Text,
    /// The product.
    pub card: Card,
    /// Where it stands.
    #[serde(default)]
    pub location: Option<Location>,
}
