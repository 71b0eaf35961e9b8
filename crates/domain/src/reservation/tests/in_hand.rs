//! In hand beats on hold: the last unit is sold to who stands there with it, and whoever it was kept for hears so at once.

use super::*;

fn take(variant: VariantId, quantity: u32) -> Command {
    Command::TakeInHand { variant, quantity, substitutes: vec![VASE] }
}

fn sold(variant: VariantId, quantity: u32) -> (VariantId, Transfer) {
    moved(variant, Bucket::Floor, Bucket::Sold, quantity, Reason::InHand)
}

#[test]
fn units_that_nobody_has_picked_are_sold_and_their_claim_goes_with_them() {
    for (before, now, state, line) in [
        (held(), at(4), State::Held, (LAMP, 2, 1, 0, 0)),
        (placed(), at(4), State::NeedsDecision, (LAMP, 2, 1, 0, 0)),
        (picking(), at(4), State::NeedsDecision, (LAMP, 2, 1, 1, 0)),
    ] {
        let outcome = taken(&before, take(LAMP, 1), STAFF, now);
        assert_eq!((outcome.reservation.state, lines(&outcome.reservation)[0]), (state, line));
        assert_eq!(outcome.transfers, [sold(LAMP, 1)]);
        assert_eq!(outcome.claim_changes(&before), [(LAMP, -1)]);
        let is_asked = state == State::NeedsDecision;
        assert_eq!(outcome.effects.contains(&Effect::Notify(Notice::Decision)), is_asked);
        assert_eq!(outcome.reservation.lines[0].missing.is_some(), is_asked);
    }
}

#[test]
fn what_is_picked_is_not_taken_and_an_expired_hold_keeps_nothing_to_take() {
    assert_eq!(step(&picking(), take(LAMP, 2), STAFF, at(4)), Err(Refusal::TooMany { variant: LAMP, at_most: 1 }));
    assert_eq!(step(&placed(), take(RUG, 1), STAFF, at(4)), Err(Refusal::NotOnOrder(RUG)));
    assert_eq!(step(&held(), take(LAMP, 1), STAFF, at(10)), Err(Refusal::Expired));
    assert_unchanged(&placed(), step(&placed(), take(LAMP, 0), STAFF, at(4)));
}

#[test]
fn a_hold_that_loses_everything_is_over_and_says_why() {
    let less = worked(held(), [take(LAMP, 2)], at(4));
    assert_eq!((less.state, less.ended_because.as_deref()), (State::Held, None));
    let outcome = taken(&less, take(MUG, 1), STAFF, at(5));
    assert_eq!((outcome.reservation.state, outcome.reservation.ended_because.as_deref()), (State::Cancelled, Some(IN_HAND)));
    assert_eq!(outcome.claim_changes(&less), [(MUG, -1)]);
}

#[test]
fn after_the_answer_an_order_that_nobody_fetched_goes_back_to_the_queue() {
    let asked = worked(placed(), [take(MUG, 1)], at(4));
    assert_eq!(asked.picker, None);
    let substitute = Some(Substitute { variant: VASE, available: 1 });
    for (command, actor, minute) in [
        (Command::Decide { variant: MUG, substitute: None }, Actor::Shopper, 5),
        (Command::Decide { variant: MUG, substitute }, Actor::Shopper, 5),
        (Command::Clock, Actor::Clock, 19),
    ] {
        let after = taken(&asked, command, actor, at(minute)).reservation;
        assert_eq!((after.state, after.since, after.promised_at), (State::Placed, at(minute), Some(at(60))));
        assert_eq!(worked(after, [Command::Accept { picker: PICKER }], at(20)).state, State::Picking);
    }
    let while_picked = worked(picking(), [take(MUG, 1)], at(4));
    let after = taken(&while_picked, Command::Decide { variant: MUG, substitute: None }, Actor::Shopper, at(5)).reservation;
    assert_eq!((after.state, after.picker), (State::Picking, Some(PICKER)));
}

#[test]
fn an_order_that_lost_its_only_line_is_over_once_the_shopper_does_without() {
    let mut one = placed();
    one.lines.truncate(1);
    let asked = worked(one, [take(LAMP, 2)], at(4));
    let after = taken(&asked, Command::Decide { variant: LAMP, substitute: None }, Actor::Shopper, at(5)).reservation;
    assert_eq!((after.state, after.ended_because.as_deref()), (State::Rejected, Some(NOTHING_LEFT)));
}
