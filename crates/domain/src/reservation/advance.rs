//! One step of the machine.

use super::{Actor, Command, Outcome, Refusal, Reservation, Timers};
use crate::instant::Instant;

/// Placeholder.
///
/// # Errors
/// Refusals.
pub fn advance(reservation: &Reservation, command: Command, actor: Actor, now: Instant, timers: &Timers) -> Result<Outcome, Refusal> {
    let _ = (command, actor, now, timers);
    Err(Refusal::WrongState(reservation.state))
}
