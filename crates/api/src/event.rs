//! Live events: server-sent, gap-free numbers per store. `GET /api/v1/stores/{store}/events?since=`.
//!
//! Anonymous streams carry stock and planogram; a reservation's token adds that reservation; a person's session adds
//! every reservation of the store. Three names travel: `happening` with a [`LiveEvent`], `resync` (read everything
//! anew, then go on from its `seq`), `ping` every 15 s.

use domain::ids::{ReservationId, VariantId};
use domain::{Instant, reservation::State};
use serde::{Deserialize, Serialize};

/// The stream's path.
pub const PATH: &str = "/api/v1/stores/{store}/events";
/// Event names on the stream.
pub const HAPPENING: &str = "happening";
/// The client must read everything anew.
pub const RESYNC: &str = "resync";
/// The link is alive.
pub const PING: &str = "ping";
/// Seconds between two pings; a client calls a link dead after three.
pub const PING_SECONDS: u32 = 15;

/// Something happened in a store.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct LiveEvent {
    /// Gap-free per store.
    pub seq: i64,
    /// When.
    pub at: Instant,
    /// What.
    #[serde(flatten)]
    pub what: Happening,
}

/// What happened.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case", rename_all_fields = "camelCase")]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub enum Happening {
    /// A variant's figure changed.
    Stock {
        /// Which.
        variant: VariantId,
        /// What may be held now.
        available: u32,
        /// When it is 0 and the last units are only held: when the first of these holds ends.
        held_until: Option<Instant>,
    },
    /// A reservation changed.
    Reservation {
        /// Which.
        reservation: ReservationId,
        /// Where it is now.
        state: State,
        /// Its version now.
        version: u32,
    },
    /// A revision went live.
    Planogram {
        /// Its number.
        revision: u32,
    },
    /// A put-back task appeared or is done.
    Putback,
    /// Something that a newer server knows.
    #[serde(other)]
    Other,
}

/// The body of a `resync`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Resync {
    /// Go on from here after reading everything anew.
    pub seq: i64,
}
