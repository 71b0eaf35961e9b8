//! The table of domain.md §4, one test a row with its guards and effects: a hold, an order that waits.

use super::*;

#[test]
fn a_hold_claims_its_units_until_it_runs_out() {
    assert_eq!(held().claims(at(9)).collect::<Vec<_>>(), [(LAMP, 2), (MUG, 1)]);
    assert_eq!(held().claims(at(10)).count(), 0);
}

#[test]
fn activity_keeps_a_hold_alive_up_to_the_cap() {
    let mut reservation = held();
    for (minute, expires) in [(9, 19), (18, 28), (27, 30)] {
        reservation = taken(&reservation, Command::Activity, Actor::Shopper, at(minute)).reservation;
        assert_eq!((reservation.expires_at, reservation.since), (at(expires), at(0)));
    }
    assert_eq!(reservation.version, 4);
    assert_eq!(step(&reservation, Command::Activity, Actor::Shopper, at(28)), Err(Refusal::CapReached));
}

#[test]
fn activity_in_the_same_instant_changes_nothing() {
    assert_unchanged(&held(), step(&held(), Command::Activity, Actor::Shopper, at(0)));
}

#[test]
fn a_hold_that_has_run_out_takes_no_activity_and_no_confirm() {
    for command in [Command::Activity, confirm(true)] {
        assert_eq!(step(&held(), command, Actor::Shopper, at(10)), Err(Refusal::Expired));
    }
}

#[test]
fn confirm_freezes_prices_promises_and_issues_the_code() {
    let outcome = taken(&held(), confirm(true), Actor::Shopper, at(9));
    let after = &outcome.reservation;
    assert_eq!((after.state, after.since, after.version), (State::Placed, at(9), 2));
    assert_eq!((after.promised_at, after.has_contact), (Some(at(60)), true));
    assert_eq!(after.lines[1].frozen, Some(frozen(500)));
    assert_eq!((outcome.transfers, outcome.effects), (vec![], vec![Effect::IssueCode, Effect::Notify(Notice::Confirmed)]));
}

#[test]
fn confirm_needs_one_frozen_title_a_line() {
    let command = Command::Confirm { frozen: vec![frozen(1)], promised_at: at(60), has_contact: false };
    assert_eq!(step(&held(), command, Actor::Shopper, at(1)), Err(Refusal::LinesChanged));
}

#[test]
fn the_clock_expires_a_hold_at_its_time_and_not_before() {
    assert_unchanged(&held(), step(&held(), Command::Clock, Actor::Clock, at(10) - Span::millis(1)));
    let outcome = taken(&held(), Command::Clock, Actor::Clock, at(10));
    assert_eq!((outcome.reservation.state, outcome.reservation.since), (State::Expired, at(10)));
    assert_eq!((&outcome.transfers, &outcome.effects), (&vec![], &vec![]));
    assert_eq!(outcome.claim_changes(&held()), [(LAMP, -2), (MUG, -1)]);
}

#[test]
fn shopper_and_staff_cancel_before_picking_and_the_claim_is_released() {
    for before in [held(), placed()] {
        for (actor, told) in [(Actor::Shopper, vec![]), (STAFF, vec![Effect::Notify(Notice::Ended)])] {
            let outcome = taken(&before, Command::Cancel, actor, at(5));
            assert_eq!((outcome.reservation.state, outcome.reservation.since), (State::Cancelled, at(5)));
            assert_eq!((&outcome.transfers, &outcome.effects), (&vec![], &told));
            assert_eq!(outcome.claim_changes(&before), [(LAMP, -2), (MUG, -1)]);
        }
    }
}

#[test]
fn accepting_names_the_picker_and_starts_the_scan_clock() {
    let after = taken(&placed(), Command::Accept { picker: PICKER }, STAFF, at(2)).reservation;
    assert_eq!((after.state, after.since), (State::Picking, at(2)));
    assert_eq!((after.picker, after.last_scan_at), (Some(PICKER), Some(at(2))));
}

#[test]
fn an_order_nobody_accepts_is_rejected_a_day_after_its_promise_and_the_manager_told() {
    let due = at(60 + 24 * 60);
    assert_unchanged(&placed(), step(&placed(), Command::Clock, Actor::Clock, due - Span::millis(1)));
    let outcome = taken(&placed(), Command::Clock, Actor::Clock, due);
    assert_eq!(outcome.reservation.state, State::Rejected);
    assert_eq!(outcome.reservation.ended_because.as_deref(), Some(UNACCEPTED));
    assert_eq!(outcome.effects, [Effect::Notify(Notice::Ended), Effect::TellManager]);
    assert_eq!(outcome.claim_changes(&placed()), [(LAMP, -2), (MUG, -1)]);
}
