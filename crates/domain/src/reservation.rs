//! Keep one for me: the machine of domain.md §4. `hold` begins one, `advance` serves shopper, staff and clock alike.

mod advance;
mod clock;
mod command;
mod hold;
mod notice;
mod nudge;
#[cfg(any(test, feature = "random"))]
#[doc(hidden)]
pub mod random;
mod shopper;
mod staff;
mod step;
pub mod timers;

#[cfg(test)]
mod tests;

use crate::ids::{PersonId, ReservationId, StoreId, VariantId};
use crate::instant::Instant;
use crate::money::Money;
use crate::text::Text;
use serde::{Deserialize, Serialize};

pub use advance::advance;
pub use clock::next_due;
pub use command::{Actor, Command, Effect, Outcome, Refusal, Substitute};
pub use hold::{Asked, Shortage, hold};
pub use notice::Notice;
pub use nudge::Nudge;
pub use timers::Timers;

/// `ended_because` of an order that nobody accepted in time; a code, worded by `locales/`.
pub const UNACCEPTED: &str = "unaccepted";
/// `ended_because` of an order whose every line was missing or dropped; a code, worded by `locales/`.
pub const NOTHING_LEFT: &str = "nothing-left";

/// `ended_because` of a hold whose units somebody at the counter had in hand; a code, worded by `locales/`.
pub const IN_HAND: &str = "in-hand";

/// Where a reservation is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub enum State {
    /// Kept for a few minutes while the shopper fills in a name.
    Held,
    /// Asked for; waits for staff.
    Placed,
    /// Somebody is fetching it.
    Picking,
    /// Something was not found; the shopper is asked.
    NeedsDecision,
    /// In its bin, waiting for the shopper.
    Ready,
    /// Handed over.
    Collected,
    /// Called off.
    Cancelled,
    /// The store could not.
    Rejected,
    /// The hold ran out before it was confirmed.
    Expired,
    /// Nobody came.
    NoShow,
    /// A state that a newer server knows.
    #[serde(other)]
    Other,
}

/// A reservation as the machine sees it; contact and codes are kept elsewhere.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Reservation {
    /// Its id.
    pub id: ReservationId,
    /// The store that keeps it.
    pub store: StoreId,
    /// Grows by one with every change.
    pub version: u32,
    /// Where it is.
    pub state: State,
    /// What is kept, one line a variant.
    pub lines: Vec<Line>,
    /// When it was held.
    pub held_at: Instant,
    /// Since when it is in `state`; timers of a state count from here.
    pub since: Instant,
    /// While held: when the hold ends unless there is activity.
    pub expires_at: Instant,
    /// From confirm on: when it should be ready.
    pub promised_at: Option<Instant>,
    /// While picking: who fetches it.
    pub picker: Option<PersonId>,
    /// While picking: the last scan, or the acceptance.
    pub last_scan_at: Option<Instant>,
    /// Which bin or hook it waits in.
    pub bin: Option<String>,
    /// The shopper left an address to send the notice to.
    pub has_contact: bool,
    /// When the ready notice was accepted by its channel, seen on the open ticket, or given by staff in person.
    pub notified_at: Option<Instant>,
    /// Ready: until when it waits.
    pub pickup_by: Option<Instant>,
    /// The shopper has used the one extension.
    pub extended: bool,
    /// Terminal by staff or clock: why.
    pub ended_because: Option<String>,
}

/// One variant of a reservation. `requested ≥ held ≥ picked ≥ collected`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Line {
    /// What.
    pub variant: VariantId,
    /// How many the shopper asked for.
    pub requested: u32,
    /// How many are kept; falls when some are not found or dropped.
    pub held: u32,
    /// How many are in the bin.
    pub picked: u32,
    /// How many were handed over.
    pub collected: u32,
    /// Title and price frozen at confirm; a variant without a price has none.
    pub frozen: Option<Frozen>,
    /// Units reported missing that the shopper has not decided on yet, with what is offered instead.
    pub missing: Option<Missing>,
}

/// What a line said when it was confirmed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Frozen {
    /// Product and variant name.
    pub title: Text,
    /// For one unit.
    pub price: Option<Money>,
}

/// Units that the store cannot fetch after all.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Missing {
    /// How many.
    pub quantity: u32,
    /// Why.
    #[serde(default)]
    pub because: Because,
    /// What staff offers instead, best first.
    pub substitutes: Vec<VariantId>,
}

/// Why units that were held cannot be fetched.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "schema", schema(as = MissingBecause))]
pub enum Because {
    /// Not where they should be.
    #[default]
    NotFound,
    /// There, but unfit for sale.
    Damaged,
    /// Somebody had them in hand in the shop, which beats a hold.
    InHand,
    /// A reason that a newer server knows.
    #[serde(other)]
    Other,
}

impl State {
    /// Over for good.
    pub fn is_terminal(self) -> bool {
        matches!(self, Self::Collected | Self::Cancelled | Self::Rejected | Self::Expired | Self::NoShow)
    }
}

impl Line {
    /// Units on the floor that belong to this line.
    pub fn unpicked(&self) -> u32 {
        self.held.saturating_sub(self.picked)
    }

    fn price(&self) -> Option<Money> {
        self.frozen.as_ref()?.price?.times(self.held)
    }
}

impl Reservation {
    /// Units on the floor that this reservation claims at `now`, per variant. A hold past its time claims nothing.
    pub fn claims(&self, now: Instant) -> impl Iterator<Item = (VariantId, u32)> + '_ {
        let expired = self.state == State::Held && now >= self.expires_at;
        let live = !self.state.is_terminal() && !expired;
        self.lines.iter().filter(move |_| live).map(|line| (line.variant, line.unpicked()))
    }

    /// What is held, at frozen prices. `None` as long as a held line lacks a price, and when nothing is held.
    pub fn total(&self) -> Option<Money> {
        let mut kept = self.lines.iter().filter(|line| line.held > 0).map(Line::price);
        let first = kept.next()??;
        kept.try_fold(first, |sum, price| sum.plus(price?))
    }

    /// Units on the books as claimed until their release is written. Unlike [`Reservation::claims`] a hold past its time
    /// still counts: its end has to take it off.
    fn booked(&self, variant: VariantId) -> u32 {
        let live = !self.state.is_terminal();
        self.lines.iter().filter(|line| live && line.variant == variant).map(Line::unpicked).sum()
    }
}
