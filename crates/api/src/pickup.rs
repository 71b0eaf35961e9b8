//! The desk: what is to pick, what waits, what goes back.

pub mod accept_pickup;
pub mod collect_pickup;
pub mod extend_pickup;
pub mod find_pickup;
pub mod get_walk;
pub mod list_claims;
pub mod list_pickups;
pub mod list_substitutes;
pub mod put_back;
pub mod ready_pickup;
pub mod reject_pickup;
pub mod resend_notice;
pub mod scan_item;
pub mod search_pickups;
pub mod short_item;
pub mod take_in_hand;
pub mod tell_pickup;
pub mod unaccept_pickup;
pub mod unpick_item;

use crate::catalog::Picture;
use crate::count::CountTask;
use crate::notice::NoticeState;
use domain::crockford::SlotCode;
use domain::ids::{PersonId, PutbackId, ReservationId, VariantId};
use domain::planogram::Location;
use domain::reservation::State;
use domain::{Gtin, Instant, Money, Text};
use serde::{Deserialize, Serialize};

/// The desk's queue.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Queue {
    /// Placed, picking, waiting for a decision; the earliest promise first.
    pub to_pick: Vec<Pickup>,
    /// Ready; the earliest end of waiting first.
    pub waiting: Vec<Pickup>,
    /// To put back.
    pub putbacks: Vec<Putback>,
    /// To count, what was asked for first; then what was counted today, the latest first.
    pub count_tasks: Vec<CountTask>,
    /// Ended today, the latest first.
    pub done: Vec<Pickup>,
    /// The last event's number: follow the stream from here.
    pub seq: i64,
}

/// A reservation as the desk sees it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Pickup {
    /// Its id.
    pub id: ReservationId,
    /// For `If-Match`.
    pub version: u32,
    /// Where it is.
    pub state: State,
    /// Masked: "도＊리".
    pub name: String,
    /// The day's number.
    pub number: Option<u32>,
    /// What, floor by floor; [`get_walk::GetWalk`] says in which order one walks.
    pub lines: Vec<PickupLine>,
    /// When it was confirmed.
    pub placed_at: Instant,
    /// When it should be ready.
    pub promised_at: Option<Instant>,
    /// Until when it waits.
    pub pickup_by: Option<Instant>,
    /// Who fetches it.
    pub picker: Option<Text>,
    /// The same person, to tell one's own orders.
    pub picked_by: Option<PersonId>,
    /// Where it waits.
    pub bin: Option<String>,
    /// To pay.
    pub total: Option<Money>,
    /// When it came into its state.
    pub since: Instant,
    /// Where the notice of its state is; `None` where the shopper left no address.
    pub notice: Option<NoticeState>,
}

/// A line of a pickup.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct PickupLine {
    /// What.
    pub variant: VariantId,
    /// Its code, to check the scan.
    pub gtin: Gtin,
    /// The product's name.
    pub title: Text,
    /// Colour and size.
    pub detail: Text,
    /// Its picture.
    pub picture: Option<Picture>,
    /// To pick.
    pub held: u32,
    /// In the bin.
    pub picked: u32,
    /// Not found, waiting for the shopper.
    pub missing: u32,
    /// Where it stands; `None` is "ask".
    pub location: Option<Location>,
}

/// Goods on their way back.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Putback {
    /// Its id.
    pub id: PutbackId,
    /// What.
    pub variant: VariantId,
    /// Its code.
    pub gtin: Gtin,
    /// The product's name.
    pub title: Text,
    /// Colour and size.
    pub detail: Text,
    /// Its picture.
    pub picture: Option<Picture>,
    /// How many.
    pub quantity: u32,
    /// Where it belongs.
    pub location: Option<Location>,
    /// Since when.
    pub since: Instant,
}

/// The way past slots, from the counter.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Walk {
    /// In the order they are met.
    pub stops: Vec<WalkStop>,
    /// On foot, mm.
    pub length: u32,
}

/// A slot on the way.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct WalkStop {
    /// The slot.
    pub slot: SlotCode,
    /// Its left end, in thousandths of its fixture's width.
    pub left: u16,
    /// Its width, in thousandths of its fixture's width.
    pub width: u16,
}

/// A variant at the counter, and who has it kept.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Claims {
    /// What.
    pub variant: VariantId,
    /// Its code.
    pub gtin: Gtin,
    /// The product's name.
    pub title: Text,
    /// Colour and size.
    pub detail: Text,
    /// Its picture.
    pub picture: Option<Picture>,
    /// On the shelves or in somebody's hand, kept or not.
    pub floor: u32,
    /// Kept for nobody.
    pub available: u32,
    /// The store sells what is in hand before what is kept.
    pub may_take: bool,
    /// Who keeps units that nobody has picked; whom it costs least first.
    pub claims: Vec<Claim>,
}

/// A reservation that keeps units on the floor.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Claim {
    /// Which.
    pub reservation: ReservationId,
    /// For `If-Match`.
    pub version: u32,
    /// Held, placed or picking.
    pub state: State,
    /// The day's number, once it is placed.
    pub number: Option<u32>,
    /// How many.
    pub quantity: u32,
}

/// What is free instead of something missing.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Suggestion {
    /// What.
    pub variant: VariantId,
    /// The product's name.
    pub title: Text,
    /// Colour and size.
    pub detail: Text,
    /// Its picture.
    pub picture: Option<Picture>,
    /// For one.
    pub price: Option<Money>,
    /// How many are free.
    pub available: u32,
    /// Where it stands.
    pub location: Option<Location>,
}
