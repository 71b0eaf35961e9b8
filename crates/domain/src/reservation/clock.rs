//! What happens because time has passed, and the notice that starts the last timer.

use super::step::Step;
use super::{Effect, Notice, Refusal, Reservation, State, Timers};
use crate::instant::{Instant, Span};
use crate::stock::Reason;

/// When the clock has work next; the scheduler indexes it. `None` when there is nothing to wait for: the reservation is
/// over, or is ready and its notice is not out yet.
///
/// Always past `now` after [`Command::Clock`](super::Command::Clock) at `now`. Nudges to staff are not among it: they change nothing here.
pub fn next_due(reservation: &Reservation, timers: &Timers) -> Option<Instant> {
    let since = reservation.since;
    match reservation.state {
        State::Held => Some(reservation.expires_at),
        State::Placed => Some(reservation.promised_at.unwrap_or(since) + timers.unaccepted),
        // A decision counts as a sign of life: the picker had to wait for it.
        State::Picking => Some(since.max(reservation.last_scan_at.unwrap_or(since)) + timers.picking_idle),
        State::NeedsDecision => Some(since + timers.decision),
        // Inclusive: at the closing minute itself the shopper is still in time.
        State::Ready => reservation.binding_pickup_by().map(|pickup_by| pickup_by + Span::millis(1)),
        State::Collected | State::Cancelled | State::Rejected | State::Expired | State::NoShow | State::Other => None,
    }
}

/// Does all that is due, so that nothing is overdue afterwards: a forgotten order may go back to the queue and out of it at once.
pub(super) fn tick(step: &mut Step, timers: &Timers) -> Result<(), Refusal> {
    while next_due(&step.after, timers).is_some_and(|due| due <= step.now) {
        match step.after.state {
            State::Held => step.enter(State::Expired),
            State::Placed => reject_unaccepted(step),
            State::Picking => super::staff::unaccept(step)?,
            State::NeedsDecision => drop_unanswered(step),
            _ => no_show(step),
        }
    }
    Ok(())
}

fn reject_unaccepted(step: &mut Step) {
    step.enter(State::Rejected);
    step.after.ended_because = Some(super::UNACCEPTED.to_owned());
    step.tell(Effect::Notify(Notice::Ended));
    step.tell(Effect::TellManager);
}

fn drop_unanswered(step: &mut Step) {
    step.after.lines.iter_mut().for_each(|line| line.missing = None);
    step.resume_picking();
}

fn no_show(step: &mut Step) {
    step.empty_bin(Reason::Returned);
    step.enter(State::NoShow);
}

/// The notice is out. It never shortens what staff has granted before it.
pub(super) fn notified(step: &mut Step, pickup_by: Instant) -> Result<(), Refusal> {
    if step.after.notified_at.is_some() {
        return Ok(());
    }
    if step.after.wait_is_over(step.now) {
        return Err(Refusal::PastPickup);
    }
    step.after.notified_at = Some(step.now);
    step.after.pickup_by = step.after.pickup_by.max(Some(pickup_by));
    Ok(())
}

impl Reservation {
    /// Whether opening the ticket now tells the shopper that it is ready: without an address nothing else does.
    pub fn is_told_by_its_ticket(&self, now: Instant) -> bool {
        self.state == State::Ready && !self.has_contact && self.notified_at.is_none() && !self.wait_is_over(now)
    }

    /// The pickup time once it counts: from the notice on, or from Ready where there is no contact to send one to.
    fn binding_pickup_by(&self) -> Option<Instant> {
        if self.notified_at.is_some() || !self.has_contact { self.pickup_by } else { None }
    }

    /// Ready, and the shopper is too late, whether or not the clock has come by.
    pub(super) fn wait_is_over(&self, now: Instant) -> bool {
        self.binding_pickup_by().is_some_and(|pickup_by| now > pickup_by)
    }
}
