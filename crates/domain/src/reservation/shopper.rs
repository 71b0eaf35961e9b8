//! What the shopper does, alone or with staff doing it for them.

use super::step::Step;
use super::{Actor, Effect, Frozen, Line, Missing, Notice, Refusal, State, Substitute, Timers};
use crate::ids::VariantId;
use crate::instant::Instant;
use crate::stock::Reason;

/// The form is being filled in: the hold lasts longer, up to its cap.
pub(super) fn stay(step: &mut Step, timers: &Timers) -> Result<(), Refusal> {
    still_held(step)?;
    let cap = step.after.held_at + timers.hold_cap;
    let expires_at = cap.min(step.now + timers.hold);
    if expires_at > step.after.expires_at {
        step.after.expires_at = expires_at;
    } else if step.after.expires_at >= cap {
        return Err(Refusal::CapReached);
    }
    Ok(())
}

pub(super) fn confirm(step: &mut Step, frozen: Vec<Frozen>, promised_at: Instant, has_contact: bool) -> Result<(), Refusal> {
    still_held(step)?;
    if frozen.len() != step.after.lines.len() {
        return Err(Refusal::LinesChanged);
    }
    for (line, frozen) in step.after.lines.iter_mut().zip(frozen) {
        line.frozen = Some(frozen);
    }
    step.after.promised_at = Some(promised_at);
    step.after.has_contact = has_contact;
    step.enter(State::Placed);
    step.tell(Effect::IssueCode);
    step.tell(Effect::Notify(Notice::Confirmed));
    Ok(())
}

/// A hold that has run out may have been given to another shopper already, swept or not.
pub(super) fn still_held(step: &Step) -> Result<(), Refusal> {
    if step.now < step.after.expires_at { Ok(()) } else { Err(Refusal::Expired) }
}

/// Ends it from any state that lives. Only a shopper who did not do it themselves is told.
pub(super) fn cancel(step: &mut Step, actor: Actor) -> Result<(), Refusal> {
    step.empty_bin(Reason::Returned);
    step.enter(State::Cancelled);
    if actor != Actor::Shopper {
        step.tell(Effect::Notify(Notice::Ended));
    }
    Ok(())
}

/// Takes a substitute for what is missing of a variant, or does without.
///
/// A line that the substitute adds has no frozen price: the caller knows prices, and fills it in before it stores the
/// reservation. A substitute that is on the order already keeps that line's.
pub(super) fn decide(step: &mut Step, variant: VariantId, substitute: Option<Substitute>) -> Result<(), Refusal> {
    let missing = step.line_mut(variant)?.missing.take().ok_or(Refusal::NotOnOrder(variant))?;
    if let Some(substitute) = substitute {
        swap(step, &missing, substitute)?;
    }
    step.resume_picking();
    Ok(())
}

fn swap(step: &mut Step, missing: &Missing, substitute: Substitute) -> Result<(), Refusal> {
    if !missing.substitutes.contains(&substitute.variant) || substitute.available < missing.quantity {
        return Err(Refusal::SubstituteGone(substitute.variant));
    }
    let (variant, quantity) = (substitute.variant, missing.quantity);
    match step.line_mut(variant) {
        Ok(line) => {
            line.requested = line.requested.saturating_add(quantity);
            line.held = line.held.saturating_add(quantity);
        }
        Err(_) => step.after.lines.push(Line {
            variant,
            requested: quantity,
            held: quantity,
            picked: 0,
            collected: 0,
            frozen: None,
            missing: None,
        }),
    }
    Ok(())
}

/// Waits longer. A time that is no later than the present one changes nothing, and does not cost the shopper the extension.
pub(super) fn extend(step: &mut Step, actor: Actor, pickup_by: Instant) -> Result<(), Refusal> {
    if step.after.wait_is_over(step.now) {
        return Err(Refusal::PastPickup);
    }
    if actor == Actor::Shopper && step.after.extended {
        return Err(Refusal::AlreadyExtended);
    }
    if step.after.pickup_by < Some(pickup_by) {
        step.after.pickup_by = Some(pickup_by);
        step.after.extended |= actor == Actor::Shopper;
        // Whoever extends it themselves sees it.
        if actor != Actor::Shopper {
            step.tell(Effect::Notify(Notice::Extended));
        }
    }
    Ok(())
}
