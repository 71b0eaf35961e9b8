//! One change in the making: the reservation after it, and what follows from it.

use super::{Effect, Line, Notice, Outcome, Refusal, Reservation, State};
use crate::ids::VariantId;
use crate::instant::Instant;
use crate::stock::{Bucket, Reason, Transfer};

/// Begun on a reservation, worked on by one rule, finished into an [`Outcome`].
pub(super) struct Step<'a> {
    before: &'a Reservation,
    /// What the reservation becomes; equal to the one before as long as nothing happened.
    pub after: Reservation,
    /// When.
    pub now: Instant,
    transfers: Vec<(VariantId, Transfer)>,
    effects: Vec<Effect>,
}

impl<'a> Step<'a> {
    pub fn begin(before: &'a Reservation, now: Instant) -> Self {
        Self { before, after: before.clone(), now, transfers: Vec::new(), effects: Vec::new() }
    }

    /// The version grows by one, and only when something changed.
    pub fn finish(mut self) -> Outcome {
        if self.after != *self.before {
            self.after.version += 1;
        }
        Outcome { reservation: self.after, transfers: self.transfers, effects: self.effects }
    }

    /// Enters a state and drops what only the state left behind has: the picker, and in the end open questions.
    pub fn enter(&mut self, state: State) {
        self.after.state = state;
        self.after.since = self.now;
        if !matches!(state, State::Picking | State::NeedsDecision) {
            self.after.picker = None;
            self.after.last_scan_at = None;
        }
        if state.is_terminal() {
            self.after.lines.iter_mut().for_each(|line| line.missing = None);
        }
    }

    pub fn tell(&mut self, effect: Effect) {
        self.effects.push(effect);
    }

    /// Moves units; none at all is no movement.
    pub fn transfer(&mut self, variant: VariantId, from: Bucket, to: Bucket, quantity: u32, reason: Reason) {
        if quantity > 0 {
            self.transfers.push((variant, Transfer { from, to, quantity, reason }));
        }
    }

    /// Units leave the bin for their slot, and somebody has to carry them.
    pub fn put_back(&mut self, variant: VariantId, quantity: u32, reason: Reason) {
        if quantity > 0 {
            self.transfer(variant, Bucket::Bin, Bucket::Putback, quantity, reason);
            self.tell(Effect::PutBack { variant, quantity });
        }
    }

    /// Everything leaves the bin.
    pub fn empty_bin(&mut self, reason: Reason) {
        for index in 0..self.after.lines.len() {
            let line = &mut self.after.lines[index];
            let (variant, picked) = (line.variant, std::mem::take(&mut line.picked));
            self.put_back(variant, picked, reason);
        }
    }

    pub fn line_mut(&mut self, variant: VariantId) -> Result<&mut Line, Refusal> {
        self.after.lines.iter_mut().find(|line| line.variant == variant).ok_or(Refusal::NotOnOrder(variant))
    }

    /// Goes on after the last question about missing units is answered: with its picker, or in the queue when nobody fetches it yet. With
    /// nothing left to fetch, the order is over.
    pub fn resume_picking(&mut self) {
        if self.after.lines.iter().any(|line| line.missing.is_some()) {
            return;
        }
        if self.after.lines.iter().any(|line| line.held > 0) {
            self.enter(if self.after.picker.is_some() { State::Picking } else { State::Placed });
        } else {
            self.enter(State::Rejected);
            self.after.ended_because = Some(super::NOTHING_LEFT.to_owned());
            self.tell(Effect::Notify(Notice::Ended));
        }
    }
}
