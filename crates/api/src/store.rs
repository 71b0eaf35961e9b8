//! Stores.

pub mod get_store;
pub mod list_stores;
pub mod pause_reservations;
pub mod resume_reservations;

use domain::pause::PauseReason;
use domain::{Currency, Instant, Language, Text};
use serde::{Deserialize, Serialize};

/// A store's card: enough to choose it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct StoreCard {
    /// In links.
    pub slug: String,
    /// "온마루 홍대".
    pub name: Text,
    /// Street address.
    pub address: Text,
    /// IANA name: promises are written in the store's time, wherever they are read.
    pub time_zone: String,
    /// What it sells in.
    #[cfg_attr(feature = "schema", schema(value_type = String))]
    pub currency: Currency,
}

/// A store.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Store {
    /// In links.
    pub slug: String,
    /// "온마루 홍대".
    pub name: Text,
    /// Street address.
    pub address: Text,
    /// IANA name; the browser writes hours in it.
    pub time_zone: String,
    /// In the store's order, the default first.
    pub languages: Vec<Language>,
    /// What it sells in.
    #[cfg_attr(feature = "schema", schema(value_type = String))]
    pub currency: Currency,
    /// Opening windows of the next days, in order; the first may be under way.
    pub opening: Vec<Opening>,
    /// Live planogram revision; `None` before the first publication.
    pub revision: Option<u32>,
    /// New reservations are stopped; `None` where they are taken.
    pub pause: Option<Pause>,
    /// The last event's number: follow the stream from here.
    pub seq: i64,
}

/// One opening window.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Opening {
    /// Doors open.
    pub from: Instant,
    /// Doors close.
    pub until: Instant,
}

/// New reservations are stopped for a while.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Pause {
    /// Why.
    pub reason: PauseReason,
    /// What shoppers are told besides; empty is nothing.
    pub words: String,
    /// They are taken again from then on, by themselves.
    pub until: Instant,
}
