//! What people of the store do: fetch, look for, hand over.

use super::step::Step;
use super::{Because, Effect, Line, Missing, Notice, Refusal, State, shopper};
use crate::ids::{PersonId, VariantId};
use crate::instant::Instant;
use crate::stock::{Bucket, Reason};

pub(super) fn accept(step: &mut Step, picker: PersonId) -> Result<(), Refusal> {
    step.enter(State::Picking);
    step.after.picker = Some(picker);
    step.after.last_scan_at = Some(step.now);
    Ok(())
}

/// Back to the queue; the next picker starts afresh, so what was picked goes back to its slot.
pub(super) fn unaccept(step: &mut Step) -> Result<(), Refusal> {
    step.empty_bin(Reason::Unpicked);
    step.enter(State::Placed);
    Ok(())
}

pub(super) fn scan(step: &mut Step, variant: VariantId) -> Result<(), Refusal> {
    let line = step.line_mut(variant)?;
    if line.held == 0 {
        return Err(Refusal::NotOnOrder(variant));
    }
    if line.unpicked() == 0 {
        return Err(Refusal::AlreadyPicked(variant));
    }
    line.picked += 1;
    step.after.last_scan_at = Some(step.now);
    step.transfer(variant, Bucket::Floor, Bucket::Bin, 1, Reason::Picked);
    Ok(())
}

pub(super) fn unpick(step: &mut Step, variant: VariantId) -> Result<(), Refusal> {
    let line = step.line_mut(variant)?;
    line.picked = line.picked.checked_sub(1).ok_or(Refusal::NothingPicked(variant))?;
    step.after.last_scan_at = Some(step.now);
    step.transfer(variant, Bucket::Bin, Bucket::Floor, 1, Reason::Unpicked);
    Ok(())
}

/// The units leave the books and the line together, so that the claim on them is gone in the same step.
pub(super) fn short(step: &mut Step, variant: VariantId, missing: Missing) -> Result<(), Refusal> {
    let quantity = missing.quantity;
    let reason = if missing.because == Because::Damaged { Reason::Damaged } else { Reason::NotFound };
    let Some(line) = less(step, variant, quantity)? else { return Ok(()) };
    line.missing = Some(missing);
    step.transfer(variant, Bucket::Floor, Bucket::Shrink, quantity, reason);
    step.enter(State::NeedsDecision);
    step.tell(Effect::Notify(Notice::Decision));
    Ok(())
}

/// The units are sold from the floor, and the claim on them is gone in the same step. Who confirmed is asked at once; a mere hold is that
/// much smaller, or over.
pub(super) fn take_in_hand(step: &mut Step, variant: VariantId, missing: Missing) -> Result<(), Refusal> {
    let quantity = missing.quantity;
    let is_hold = step.after.state == State::Held;
    if is_hold {
        shopper::still_held(step)?;
    }
    let Some(line) = less(step, variant, quantity)? else { return Ok(()) };
    if !is_hold {
        line.missing = Some(missing);
    }
    step.transfer(variant, Bucket::Floor, Bucket::Sold, quantity, Reason::InHand);
    if !is_hold {
        step.enter(State::NeedsDecision);
        step.tell(Effect::Notify(Notice::Decision));
    } else if step.after.lines.iter().all(|line| line.held == 0) {
        step.enter(State::Cancelled);
        step.after.ended_because = Some(super::IN_HAND.to_owned());
    }
    Ok(())
}

/// Holds so many fewer of what nobody has picked; the line, unless there is nothing to do.
fn less<'a>(step: &'a mut Step, variant: VariantId, quantity: u32) -> Result<Option<&'a mut Line>, Refusal> {
    let line = step.line_mut(variant)?;
    if quantity > line.unpicked() {
        return Err(Refusal::TooMany { variant, at_most: line.unpicked() });
    }
    line.held -= quantity;
    Ok((quantity > 0).then_some(line))
}

/// `pickup_by` binds at once where there is no contact, else it is a forecast until the notice is out.
pub(super) fn ready(step: &mut Step, bin: &str, pickup_by: Instant) -> Result<(), Refusal> {
    if step.after.lines.iter().any(|line| line.unpicked() > 0) {
        return Err(Refusal::NotAllPicked);
    }
    let bin = bin.trim();
    if bin.is_empty() {
        return Err(Refusal::NoBin);
    }
    step.after.bin = Some(bin.to_owned());
    step.after.pickup_by = Some(pickup_by);
    step.enter(State::Ready);
    step.tell(Effect::Notify(Notice::Ready));
    Ok(())
}

/// Hands over what is in the bin, but for what the shopper does not want after all. Late is fine as long as it is there.
pub(super) fn collect(step: &mut Step, refused: &[(VariantId, u32)]) -> Result<(), Refusal> {
    for &(variant, _) in refused {
        let line = step.line_mut(variant)?;
        let total = refused_of(refused, variant);
        if total > line.picked {
            return Err(Refusal::TooMany { variant, at_most: line.picked });
        }
    }
    for index in 0..step.after.lines.len() {
        let line = &mut step.after.lines[index];
        let (variant, refused) = (line.variant, refused_of(refused, line.variant));
        line.picked -= refused;
        line.collected = line.picked;
        let collected = line.collected;
        step.put_back(variant, refused, Reason::Returned);
        step.transfer(variant, Bucket::Bin, Bucket::Sold, collected, Reason::Collected);
    }
    step.enter(State::Collected);
    Ok(())
}

/// A variant may be named more than once.
fn refused_of(refused: &[(VariantId, u32)], variant: VariantId) -> u32 {
    refused.iter().filter(|(named, _)| *named == variant).fold(0, |sum, (_, quantity)| sum.saturating_add(*quantity))
}

pub(super) fn reject(step: &mut Step, reason: &str) -> Result<(), Refusal> {
    let reason = reason.trim();
    if reason.is_empty() {
        return Err(Refusal::NoReason);
    }
    step.empty_bin(Reason::Returned);
    step.enter(State::Rejected);
    step.after.ended_because = Some(reason.to_owned());
    step.tell(Effect::Notify(Notice::Ended));
    Ok(())
}
