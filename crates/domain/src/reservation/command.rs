//! What is asked of a reservation, by whom, and what is answered.

use super::{Because, Frozen, Notice, Reservation, State};
use crate::ids::{PersonId, VariantId};
use crate::instant::Instant;
use crate::stock::Transfer;
use std::collections::BTreeSet;

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
    /// Staff cannot fetch units of a line.
    Short {
        /// Of what.
        variant: VariantId,
        /// How many.
        quantity: u32,
        /// Why.
        because: Because,
        /// What else there is.
        substitutes: Vec<VariantId>,
    },
    /// Somebody stands at the counter with units that this reservation keeps and nobody has picked: in hand beats on hold.
    TakeInHand {
        /// Of what.
        variant: VariantId,
        /// How many.
        quantity: u32,
        /// What else there is for whoever waits.
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
    /// The ready notice was accepted by its channel, seen on the open ticket, or given by staff in person.
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
    /// Tell the shopper, where an address was left.
    Notify(Notice),
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
