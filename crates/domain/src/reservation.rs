//! Keep one for me: the machine of domain.md §4. `hold` begins one, `advance` serves shopper, staff and clock alike.

mod advance;
mod clock;
mod hold;
mod shopper;
mod staff;
mod step;
pub mod timers;

#[cfg(test)]
mod tests;

use crate::ids::{PersonId, ReservationId, StoreId, VariantId};
use crate::instant::Instant;
use crate::money::Money;
use crate::stock::Transfer;
use crate::text::Text;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

pub use advance::advance;
pub use clock::next_due;
pub use hold::{Asked, Shortage, hold};
pub use timers::Timers;

/// `ended_because` of an order that nobody accepted in time; a code, worded by `locales/`.
pub const UNACCEPTED: &str = "unaccepted";
/// `ended_because` of an order whose every line was missing or dropped; a code, worded by `locales/`.
pub const NOTHING_LEFT: &str = "nothing-left";

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
    /// When the ready notice was accepted by its channel, or seen on the open ticket.
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

/// Units that were not found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Missing {
    /// How many.
    pub quantity: u32,
    /// What staff offers instead, best first.
    pub substitutes: Vec<VariantId>,
}

/// What is asked of a reservation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    /// The shopper is still there: a hold lasts longer.
    Activity,
    /// The shopper gives a name; prices freeze. One `Frozen` a line, in order.
    Confirm {
        /// Title and price of each line.
        frozen: Vec<Frozen>,
        /// When it should be ready, from opening hours and queue.
        promised_at: Instant,
        /// An address was left.
        has_contact: bool,
    },
    /// The shopper, or staff for the shopper, calls it off.
    Cancel,
    /// Staff begins to pick.
    Accept {
        /// Who.
        picker: PersonId,
    },
    /// Staff gives it back to the queue.
    Unaccept,
    /// Staff scanned an item into the bin.
    Scan {
        /// What was scanned.
        variant: VariantId,
    },
    /// Staff takes one unit out of the bin again, back to the floor.
    Unpick {
        /// What.
        variant: VariantId,
    },
    /// Staff cannot find units of a line.
    Short {
        /// Of what.
        variant: VariantId,
        /// How many.
        quantity: u32,
        /// What else there is.
        substitutes: Vec<VariantId>,
    },
    /// The shopper takes a substitute for what is missing of `variant`, or (with `None`) drops it.
    Decide {
        /// The line that is short.
        variant: VariantId,
        /// What to take instead; `available` units of it are free.
        substitute: Option<Substitute>,
    },
    /// Everything is in the bin.
    Ready {
        /// The bin's or hook's name.
        bin: String,
        /// Until when it waits once the notice is out, from opening hours.
        pickup_by: Instant,
    },
    /// The ready notice was accepted by its channel, or seen on the open ticket.
    Notified {
        /// Until when it waits from now, from opening hours.
        pickup_by: Instant,
    },
    /// Staff hands it over. The server has checked the code, or the override's role and reason.
    Collect {
        /// Units the shopper does not want after all.
        refused: Vec<(VariantId, u32)>,
    },
    /// Waits longer: once for the shopper, always for staff.
    Extend {
        /// Until when, from opening hours.
        pickup_by: Instant,
    },
    /// Staff cannot do it.
    Reject {
        /// Why, in the staff's words.
        reason: String,
    },
    /// Time has passed.
    Clock,
}

/// A free variant that takes the place of a missing one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Substitute {
    /// Which; it must be among those offered.
    pub variant: VariantId,
    /// How many units of it are free, read in the same transaction.
    pub available: u32,
}

/// Who asks; the caller has checked that the actor may.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Actor {
    /// Holder of the token.
    Shopper,
    /// A signed-in person of the store.
    Staff(PersonId),
    /// The scheduler.
    Clock,
}

/// What follows from an accepted command. Claims are not listed: [`Outcome::claim_changes`] derives them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// The new state, its version already grown. Equal to the old one when nothing happened.
    pub reservation: Reservation,
    /// Units that move, each for its variant.
    pub transfers: Vec<(VariantId, Transfer)>,
    /// What else must happen in the same transaction.
    pub effects: Vec<Effect>,
}

/// Work that a change leaves for others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Make the pickup code and number.
    IssueCode,
    /// Tell the shopper that it is ready.
    NotifyReady,
    /// Ask the shopper what to do about missing units.
    NotifyDecision,
    /// Tell the shopper that it will not be.
    NotifyEnded,
    /// Goods to carry back to their slot.
    PutBack {
        /// What.
        variant: VariantId,
        /// How many.
        quantity: u32,
    },
    /// Nobody looked at an order in time.
    TellManager,
}

/// Why a command is refused; nothing has changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Not possible in this state.
    WrongState(State),
    /// The hold has run out.
    Expired,
    /// The hold has been extended as long as it may be.
    CapReached,
    /// The scanned item is on no line.
    NotOnOrder(VariantId),
    /// All units of the line are picked already.
    AlreadyPicked(VariantId),
    /// Nothing of it is picked.
    NothingPicked(VariantId),
    /// More units than the line has left.
    TooMany {
        /// Of what.
        variant: VariantId,
        /// How many there are.
        at_most: u32,
    },
    /// A line is not complete, so it cannot be ready.
    NotAllPicked,
    /// Ready without a bin's name.
    NoBin,
    /// The substitute was not offered, or is gone by now.
    SubstituteGone(VariantId),
    /// The one extension is used.
    AlreadyExtended,
    /// It is past the pickup time.
    PastPickup,
    /// An empty reason.
    NoReason,
    /// A confirm with another number of frozen lines than there are.
    LinesChanged,
    /// This actor never does that.
    NotYours,
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

impl Outcome {
    /// What a store that keeps `claimed` as a figure adds to it, by variant in the order in which keys are locked, zeros
    /// left out. `before` is the reservation that was advanced.
    ///
    /// It is not the difference of `claims` before and after at one instant: that one never sees an expired hold released.
    pub fn claim_changes(&self, before: &Reservation) -> Vec<(VariantId, i64)> {
        let variants: BTreeSet<VariantId> = before.lines.iter().chain(&self.reservation.lines).map(|line| line.variant).collect();
        let change = |variant| i64::from(self.reservation.booked(variant)) - i64::from(before.booked(variant));
        variants.into_iter().map(|variant| (variant, change(variant))).filter(|(_, units)| *units != 0).collect()
    }
}
