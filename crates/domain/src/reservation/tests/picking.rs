//! The table of domain.md §4, one test a row with its guards and effects: fetching, and what is not found.

use super::*;
use crate::stock::Bucket::{Bin, Floor, Putback, Shrink};

#[test]
fn giving_back_or_not_scanning_for_half_an_hour_returns_the_order_and_puts_back_what_was_picked() {
    assert_unchanged(&picking(), step(&picking(), Command::Clock, Actor::Clock, at(33) - Span::millis(1)));
    for (command, actor, now) in [(Command::Unaccept, STAFF, at(4)), (Command::Clock, Actor::Clock, at(33))] {
        let outcome = taken(&picking(), command, actor, now);
        let after = &outcome.reservation;
        assert_eq!((after.state, after.since, after.version), (State::Placed, now, picking().version + 1));
        assert_eq!((after.picker, after.last_scan_at), (None, None));
        assert_eq!(lines(after), [(LAMP, 2, 2, 0, 0), (MUG, 1, 1, 0, 0)]);
        assert_eq!(outcome.transfers, [moved(LAMP, Bin, Putback, 1, Reason::Unpicked)]);
        assert_eq!(outcome.effects, [put_back(LAMP, 1)]);
    }
}

#[test]
fn a_scan_counts_as_a_sign_of_life() {
    let scanned = taken(&picking(), Command::Scan { variant: MUG }, STAFF, at(32)).reservation;
    assert_unchanged(&scanned, step(&scanned, Command::Clock, Actor::Clock, at(33)));
    assert_eq!(next_due(&scanned, &Timers::default()), Some(at(62)));
}

#[test]
fn an_idle_order_long_past_its_promise_is_rejected_in_one_step() {
    let outcome = taken(&picking(), Command::Clock, Actor::Clock, at(60 + 24 * 60));
    assert_eq!((outcome.reservation.state, outcome.reservation.version), (State::Rejected, picking().version + 1));
    assert_eq!(outcome.transfers, [moved(LAMP, Bin, Putback, 1, Reason::Unpicked)]);
    assert_eq!(outcome.effects, [put_back(LAMP, 1), Effect::Notify(Notice::Ended), Effect::TellManager]);
}

#[test]
fn unpick_takes_one_unit_from_the_bin_back_to_the_floor() {
    let outcome = taken(&picking(), Command::Unpick { variant: LAMP }, STAFF, at(5));
    assert_eq!(lines(&outcome.reservation), [(LAMP, 2, 2, 0, 0), (MUG, 1, 1, 0, 0)]);
    assert_eq!((outcome.reservation.state, outcome.reservation.last_scan_at), (State::Picking, Some(at(5))));
    assert_eq!(outcome.transfers, [moved(LAMP, Bin, Floor, 1, Reason::Unpicked)]);
    assert_eq!(outcome.claim_changes(&picking()), [(LAMP, 1)]);
}

#[test]
fn what_is_not_picked_cannot_be_unpicked() {
    assert_eq!(step(&picking(), Command::Unpick { variant: MUG }, STAFF, at(5)), Err(Refusal::NothingPicked(MUG)));
    assert_eq!(step(&picking(), Command::Unpick { variant: RUG }, STAFF, at(5)), Err(Refusal::NotOnOrder(RUG)));
}

#[test]
fn a_scan_takes_one_unit_from_the_floor_into_the_bin() {
    let outcome = taken(&picking(), Command::Scan { variant: MUG }, STAFF, at(5));
    assert_eq!(lines(&outcome.reservation), [(LAMP, 2, 2, 1, 0), (MUG, 1, 1, 1, 0)]);
    assert_eq!((outcome.reservation.state, outcome.reservation.last_scan_at), (State::Picking, Some(at(5))));
    assert_eq!(outcome.transfers, [moved(MUG, Floor, Bin, 1, Reason::Picked)]);
    assert_eq!(outcome.claim_changes(&picking()), [(MUG, -1)]);
}

#[test]
fn a_scan_of_what_is_not_wanted_is_refused() {
    let full = taken(&picking(), Command::Scan { variant: LAMP }, STAFF, at(5)).reservation;
    assert_eq!(step(&full, Command::Scan { variant: LAMP }, STAFF, at(5)), Err(Refusal::AlreadyPicked(LAMP)));
    assert_eq!(step(&full, Command::Scan { variant: RUG }, STAFF, at(5)), Err(Refusal::NotOnOrder(RUG)));
    let dropped = decided(None).reservation;
    assert_eq!(step(&dropped, Command::Scan { variant: MUG }, STAFF, at(5)), Err(Refusal::NotOnOrder(MUG)));
}

#[test]
fn what_is_broken_leaves_the_books_as_damaged() {
    let broken = Command::Short { variant: MUG, quantity: 1, because: Because::Damaged, substitutes: vec![] };
    let outcome = taken(&picking(), broken, STAFF, at(5));
    assert_eq!(outcome.reservation.lines[1].missing, Some(Missing { quantity: 1, because: Because::Damaged, substitutes: vec![] }));
    assert_eq!(outcome.transfers, [moved(MUG, Floor, Shrink, 1, Reason::Damaged)]);
}

#[test]
fn short_writes_the_units_off_releases_their_claim_and_asks_the_shopper() {
    let outcome = taken(&picking(), short(LAMP, 1), STAFF, at(5));
    let after = &outcome.reservation;
    assert_eq!((after.state, after.since, after.picker), (State::NeedsDecision, at(5), Some(PICKER)));
    assert_eq!(lines(after), [(LAMP, 2, 1, 1, 0), (MUG, 1, 1, 0, 0)]);
    assert_eq!(after.lines[0].missing, Some(Missing { quantity: 1, because: Because::NotFound, substitutes: vec![VASE, LAMP] }));
    assert_eq!(outcome.transfers, [moved(LAMP, Floor, Shrink, 1, Reason::NotFound)]);
    assert_eq!(outcome.effects, [Effect::Notify(Notice::Decision)]);
    assert_eq!(outcome.claim_changes(&picking()), [(LAMP, -1)]);
}

#[test]
fn no_more_is_missing_than_is_still_to_be_fetched() {
    assert_eq!(step(&picking(), short(LAMP, 2), STAFF, at(5)), Err(Refusal::TooMany { variant: LAMP, at_most: 1 }));
    assert_eq!(step(&picking(), short(RUG, 1), STAFF, at(5)), Err(Refusal::NotOnOrder(RUG)));
    assert_unchanged(&picking(), step(&picking(), short(LAMP, 0), STAFF, at(5)));
}

#[test]
fn a_substitute_takes_over_the_claim_and_picking_goes_on() {
    let outcome = decided(Some(VASE));
    let after = &outcome.reservation;
    assert_eq!((after.state, after.since, after.picker), (State::Picking, at(5), Some(PICKER)));
    assert_eq!(lines(after), [(LAMP, 2, 2, 1, 0), (MUG, 1, 0, 0, 0), (VASE, 1, 1, 0, 0)]);
    assert_eq!((&after.lines[1].missing, &after.lines[2].frozen), (&None, &None));
    assert_eq!((&outcome.transfers, &outcome.effects), (&vec![], &vec![]));
    assert_eq!(outcome.claim_changes(&needs_decision()), [(VASE, 1)]);
}

#[test]
fn a_substitute_that_is_on_the_order_already_makes_its_line_longer() {
    let outcome = decided(Some(LAMP));
    assert_eq!(lines(&outcome.reservation), [(LAMP, 3, 3, 1, 0), (MUG, 1, 0, 0, 0)]);
    assert_eq!(outcome.reservation.lines[0].frozen, Some(frozen(10_000)));
    assert_eq!(outcome.claim_changes(&needs_decision()), [(LAMP, 1)]);
}

#[test]
fn a_substitute_that_was_not_offered_or_is_gone_is_refused() {
    for (variant, available) in [(RUG, 5), (VASE, 0)] {
        let substitute = Some(Substitute { variant, available });
        let command = Command::Decide { variant: MUG, substitute };
        assert_eq!(step(&needs_decision(), command, Actor::Shopper, at(5)), Err(Refusal::SubstituteGone(variant)));
    }
}

#[test]
fn only_what_is_missing_is_decided_on() {
    for variant in [LAMP, RUG] {
        let command = Command::Decide { variant, substitute: None };
        assert_eq!(step(&needs_decision(), command, Actor::Shopper, at(5)), Err(Refusal::NotOnOrder(variant)));
    }
}

#[test]
fn dropping_what_is_missing_goes_on_with_the_rest() {
    let outcome = decided(None);
    assert_eq!(outcome.reservation.state, State::Picking);
    assert_eq!(lines(&outcome.reservation), [(LAMP, 2, 2, 1, 0), (MUG, 1, 0, 0, 0)]);
    assert_eq!((&outcome.transfers, &outcome.effects), (&vec![], &vec![]));
    assert_eq!(outcome.claim_changes(&needs_decision()), []);
}

/// Everything of a one-line order is missing.
fn nothing_found() -> Reservation {
    let mut accepted = taken(&placed(), Command::Accept { picker: PICKER }, STAFF, at(2)).reservation;
    accepted.lines.truncate(1);
    taken(&accepted, short(LAMP, 2), STAFF, at(4)).reservation
}

#[test]
fn an_order_of_which_nothing_remains_is_rejected_and_the_shopper_told() {
    let drop = Command::Decide { variant: LAMP, substitute: None };
    for (command, actor, now) in [(drop, Actor::Shopper, at(5)), (Command::Clock, Actor::Clock, at(19))] {
        let outcome = taken(&nothing_found(), command, actor, now);
        assert_eq!((outcome.reservation.state, outcome.reservation.since), (State::Rejected, now));
        assert_eq!(outcome.reservation.ended_because.as_deref(), Some(NOTHING_LEFT));
        assert_eq!((outcome.transfers, outcome.effects), (vec![], vec![Effect::Notify(Notice::Ended)]));
    }
}

#[test]
fn with_several_lines_missing_picking_waits_for_the_last_answer() {
    let mut both = needs_decision();
    both.lines[0].missing = Some(Missing { quantity: 1, because: Because::NotFound, substitutes: vec![] });
    let first = taken(&both, Command::Decide { variant: MUG, substitute: None }, Actor::Shopper, at(6)).reservation;
    assert_eq!((first.state, first.since, first.version), (State::NeedsDecision, both.since, both.version + 1));
    let second = taken(&first, Command::Decide { variant: LAMP, substitute: None }, Actor::Shopper, at(7)).reservation;
    assert_eq!((second.state, second.since), (State::Picking, at(7)));
}

#[test]
fn an_unanswered_question_is_dropped_after_a_quarter_of_an_hour() {
    let before = needs_decision();
    assert_unchanged(&before, step(&before, Command::Clock, Actor::Clock, at(19) - Span::millis(1)));
    let after = taken(&before, Command::Clock, Actor::Clock, at(19)).reservation;
    assert_eq!((after.state, after.since), (State::Picking, at(19)));
    assert_eq!(lines(&after), [(LAMP, 2, 2, 1, 0), (MUG, 1, 0, 0, 0)]);
    assert_eq!(after.lines[1].missing, None);
    assert_eq!(next_due(&after, &Timers::default()), Some(at(49)), "the picker is not to blame for the wait");
}

#[test]
fn ready_needs_everything_picked_and_a_bin() {
    assert_eq!(step(&picking(), ready_command(), STAFF, at(6)), Err(Refusal::NotAllPicked));
    let picked = worked(picking(), [Command::Scan { variant: LAMP }, Command::Scan { variant: MUG }], at(6));
    let nameless = Command::Ready { bin: "  ".to_owned(), pickup_by: at(100) };
    assert_eq!(step(&picked, nameless, STAFF, at(6)), Err(Refusal::NoBin));
    let outcome = taken(&picked, ready_command(), STAFF, at(6));
    let after = &outcome.reservation;
    assert_eq!((after.state, after.since, after.bin.as_deref(), after.pickup_by), (State::Ready, at(6), Some("12"), Some(at(100))));
    assert_eq!((after.picker, after.notified_at), (None, None));
    assert_eq!((outcome.transfers, outcome.effects), (vec![], vec![Effect::Notify(Notice::Ready)]));
}

#[test]
fn a_dropped_line_does_not_hold_up_ready() {
    let after = worked(decided(None).reservation, [Command::Scan { variant: LAMP }, ready_command()], at(6));
    assert_eq!(after.state, State::Ready);
}

#[test]
fn the_shopper_cancels_during_picking_and_what_was_picked_goes_back() {
    for before in [picking(), needs_decision()] {
        let outcome = taken(&before, Command::Cancel, Actor::Shopper, at(5));
        assert_eq!((outcome.reservation.state, outcome.reservation.picker), (State::Cancelled, None));
        assert!(outcome.reservation.lines.iter().all(|line| line.picked == 0 && line.missing.is_none()));
        assert_eq!(outcome.transfers, [moved(LAMP, Bin, Putback, 1, Reason::Returned)]);
        assert_eq!(outcome.effects, [put_back(LAMP, 1)]);
    }
}

#[test]
fn staff_rejects_with_a_reason_and_what_was_picked_goes_back() {
    for before in [picking(), needs_decision()] {
        let outcome = taken(&before, Command::Reject { reason: " water damage ".to_owned() }, STAFF, at(5));
        assert_eq!(outcome.reservation.state, State::Rejected);
        assert_eq!(outcome.reservation.ended_because.as_deref(), Some("water damage"));
        assert_eq!(outcome.transfers, [moved(LAMP, Bin, Putback, 1, Reason::Returned)]);
        assert_eq!(outcome.effects, [put_back(LAMP, 1), Effect::Notify(Notice::Ended)]);
        assert_eq!(step(&before, Command::Reject { reason: " ".to_owned() }, STAFF, at(5)), Err(Refusal::NoReason));
    }
}
