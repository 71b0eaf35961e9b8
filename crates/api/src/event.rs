//! Live events: server-sent, gap-free numbers per store. `GET /api/v1/stores/{store}/events?since=`.
//!
//! Anonymous streams carry stock and planogram; a reservation's token adds that reservation; a person's session adds
//! every reservation of the store. Three names travel: `happening` with a [`LiveEvent`], `resync` (read everything
//! anew, then go on from its `seq`), `ping` every 15 s.

use domain::ids::{CallId, ReservationId, VariantId};
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
#[serde(rename_all = "camelCase", try_from = "Wire")]
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
#[serde(tag = "kind", rename_all = "kebab-case")]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub enum Happening {
    /// A variant's figure changed.
    Stock {
        /// Which.
        variant: VariantId,
        /// What may be held now.
        available: u32,
        /// When it is 0 and the last units are only held: when the first of these holds ends.
        #[serde(rename = "heldUntil")]
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
    /// Somebody could not find a variant, or staff counted it.
    Check {
        /// Which.
        variant: VariantId,
    },
    /// Somebody called, or a call was answered or ended. The id says nothing about who: whoever made the call reads it with its key.
    Call {
        /// Which.
        call: CallId,
    },
    /// More is promised than is there, or no longer; or somebody sees to it.
    Shortfall,
    /// New reservations are stopped for a while, or resumed.
    Pause,
    /// Products, prices, reviews or collections changed; one event a batch.
    Catalogue,
    /// Something that a newer server knows.
    #[serde(other)]
    Other,
}

/// A [`LiveEvent`] as it is read. Serde's own way through `flatten` and a tag takes more code in the browser than all the rest of the
/// stream. A further kind must not use these names for anything else: an older program would not read the event at all.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Wire {
    seq: i64,
    at: Instant,
    kind: Kind,
    variant: Option<VariantId>,
    available: Option<u32>,
    held_until: Option<Instant>,
    reservation: Option<ReservationId>,
    state: Option<State>,
    version: Option<u32>,
    revision: Option<u32>,
    call: Option<CallId>,
}

/// The tag of a [`Happening`].
#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Kind {
    Stock,
    Reservation,
    Planogram,
    Putback,
    Check,
    Call,
    Shortfall,
    Pause,
    Catalogue,
    #[serde(other)]
    Other,
}

impl TryFrom<Wire> for LiveEvent {
    type Error = &'static str;

    fn try_from(wire: Wire) -> Result<Self, Self::Error> {
        let what = wire.what().ok_or("a happening lacks a field of its kind")?;
        Ok(Self { seq: wire.seq, at: wire.at, what })
    }
}

impl Wire {
    fn what(&self) -> Option<Happening> {
        Some(match self.kind {
            Kind::Stock => Happening::Stock { variant: self.variant?, available: self.available?, held_until: self.held_until },
            Kind::Reservation => Happening::Reservation { reservation: self.reservation?, state: self.state?, version: self.version? },
            Kind::Planogram => Happening::Planogram { revision: self.revision? },
            Kind::Putback => Happening::Putback,
            Kind::Check => Happening::Check { variant: self.variant? },
            Kind::Call => Happening::Call { call: self.call? },
            Kind::Shortfall => Happening::Shortfall,
            Kind::Pause => Happening::Pause,
            Kind::Catalogue => Happening::Catalogue,
            Kind::Other => Happening::Other,
        })
    }
}

/// The body of a `resync`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Resync {
    /// Go on from here after reading everything anew.
    pub seq: i64,
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::ids::ReservationId;

    const ID: &str = "0195c0de-0000-7000-8000-000000000001";

    fn read(rest: &str) -> Option<Happening> {
        let text = format!(r#"{{"seq":7,"at":"2026-11-22T05:00:00.000Z"{rest}}}"#);
        serde_json::from_str::<LiveEvent>(&text).ok().map(|event| event.what)
    }

    #[test]
    fn every_happening_survives_the_wire() {
        let at = Instant::from_rfc3339("2026-11-22T05:00:00Z").expect("a moment");
        let (variant, reservation) = (ID.parse::<VariantId>().expect("an id"), ID.parse::<ReservationId>().expect("an id"));
        let happenings = [
            Happening::Stock { variant, available: 3, held_until: None },
            Happening::Stock { variant, available: 0, held_until: Some(at) },
            Happening::Reservation { reservation, state: State::Ready, version: 4 },
            Happening::Planogram { revision: 5 },
            Happening::Putback,
            Happening::Check { variant },
            Happening::Call { call: ID.parse::<CallId>().expect("an id") },
            Happening::Shortfall,
            Happening::Pause,
            Happening::Catalogue,
            Happening::Other,
        ];
        for what in happenings {
            let event = LiveEvent { seq: 7, at, what };
            let text = serde_json::to_string(&event).expect("json");
            assert_eq!(serde_json::from_str::<LiveEvent>(&text).expect("an event"), event, "{text}");
        }
    }

    #[test]
    fn a_happening_of_a_newer_server_is_other_and_half_a_one_is_none() {
        assert_eq!(read(r#","kind":"made-tomorrow","version":{"new":1.5}"#), None);
        assert_eq!(read(r#","kind":"made-tomorrow","by":["x"]"#), Some(Happening::Other));
        assert_eq!(read(r#","kind":"planogram","revision":1,"by":"x""#), Some(Happening::Planogram { revision: 1 }));
        let halves = [
            r#","kind":"planogram""#,
            r#","kind":"check""#,
            r#","kind":"call""#,
            r#","kind":"stock","available":1"#,
            r#","kind":"reservation","version":1"#,
            "",
        ];
        for half in halves {
            assert_eq!(read(half), None, "{half}");
        }
    }
}
