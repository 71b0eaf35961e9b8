//! One step of the machine: the table of domain.md §4, a row an arm.

use super::State::{Held, NeedsDecision, Picking, Placed, Ready};
use super::step::Step;
use super::{Actor, Because, Command, Missing, Outcome, Refusal, Reservation, Timers, clock, shopper, staff};
use crate::instant::Instant;

/// Carries a command out, or says why not.
///
/// The version grows by one with every change. What changes nothing (a clock that is early or late, a second notice, an
/// activity in the same instant) is no error: the reservation comes back as it was, with no transfers and no effects.
///
/// # Errors
/// A [`Refusal`]; nothing has changed then. A reservation that is over refuses everybody but the clock.
pub fn advance(reservation: &Reservation, command: Command, actor: Actor, now: Instant, timers: &Timers) -> Result<Outcome, Refusal> {
    let mut step = Step::begin(reservation, now);
    if reservation.state.is_terminal() {
        // A mail that goes out late, a timer that lost a race: not worth an error.
        return if actor == Actor::Clock { Ok(step.finish()) } else { Err(Refusal::WrongState(reservation.state)) };
    }
    if !may(actor, &command) {
        return Err(Refusal::NotYours);
    }
    take(&mut step, command, actor, timers)?;
    Ok(step.finish())
}

/// Who does what at all, in whichever state.
fn may(actor: Actor, command: &Command) -> bool {
    match command {
        Command::Activity | Command::Confirm { .. } | Command::Decide { .. } => actor == Actor::Shopper,
        Command::Cancel | Command::Extend { .. } => actor != Actor::Clock,
        // Sent by its channel, seen on the ticket, or said by staff who called.
        Command::Notified { .. } => true,
        Command::Clock => actor == Actor::Clock,
        Command::Accept { .. }
        | Command::Unaccept
        | Command::Scan { .. }
        | Command::Unpick { .. }
        | Command::Short { .. }
        | Command::TakeInHand { .. }
        | Command::Ready { .. }
        | Command::Collect { .. }
        | Command::Reject { .. } => matches!(actor, Actor::Staff(_)),
    }
}

fn take(step: &mut Step, command: Command, actor: Actor, timers: &Timers) -> Result<(), Refusal> {
    match (step.after.state, command) {
        (Held, Command::Activity) => shopper::stay(step, timers),
        (Held, Command::Confirm { frozen, promised_at, has_contact }) => shopper::confirm(step, frozen, promised_at, has_contact),
        (Held | Placed, Command::Cancel) => shopper::cancel(step, actor),

        (Placed, Command::Accept { picker }) => staff::accept(step, picker),
        (Placed | Picking | NeedsDecision, Command::Reject { reason }) => staff::reject(step, &reason),

        (Picking, Command::Unaccept) => staff::unaccept(step),
        (Picking, Command::Scan { variant }) => staff::scan(step, variant),
        (Picking, Command::Unpick { variant }) => staff::unpick(step, variant),
        (Picking, Command::Short { variant, quantity, because, substitutes }) => {
            staff::short(step, variant, Missing { quantity, because, substitutes })
        }
        (Held | Placed | Picking, Command::TakeInHand { variant, quantity, substitutes }) => {
            staff::take_in_hand(step, variant, Missing { quantity, because: Because::InHand, substitutes })
        }
        (Picking, Command::Ready { bin, pickup_by }) => staff::ready(step, &bin, pickup_by),

        (NeedsDecision, Command::Decide { variant, substitute }) => shopper::decide(step, variant, substitute),

        (Ready, Command::Notified { pickup_by }) => clock::notified(step, pickup_by),
        (Ready, Command::Extend { pickup_by }) => shopper::extend(step, actor, pickup_by),
        (Ready, Command::Collect { refused }) => staff::collect(step, &refused),

        (Ready, Command::Cancel) => shopper::cancel(step, actor),
        (Picking | NeedsDecision, Command::Cancel) if actor == Actor::Shopper => shopper::cancel(step, actor),
        (Picking | NeedsDecision, Command::Cancel) => Err(Refusal::NotYours),
        (_, Command::Clock) => clock::tick(step, timers),
        (state, _) => Err(Refusal::WrongState(state)),
    }
}
