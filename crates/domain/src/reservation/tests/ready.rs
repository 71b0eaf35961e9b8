//! The table of domain.md §4, one test a row with its guards and effects: the wait in the bin, and its ends.

use super::*;
use crate::stock::Bucket::{Bin, Putback, Sold};

#[test]
fn collect_sells_the_bin_and_puts_back_what_is_refused() {
    let outcome = taken(&notified(), Command::Collect { refused: vec![(LAMP, 1)] }, STAFF, at(50));
    assert_eq!((outcome.reservation.state, outcome.reservation.since), (State::Collected, at(50)));
    assert_eq!(lines(&outcome.reservation), [(LAMP, 2, 2, 1, 1), (MUG, 1, 1, 1, 1)]);
    let sold = [moved(LAMP, Bin, Sold, 1, Reason::Collected), moved(MUG, Bin, Sold, 1, Reason::Collected)];
    assert_eq!(outcome.transfers, [moved(LAMP, Bin, Putback, 1, Reason::Returned), sold[0], sold[1]]);
    assert_eq!(outcome.effects, [put_back(LAMP, 1)]);
}

#[test]
fn no_more_is_refused_than_is_in_the_bin() {
    for (refused, refusal) in [
        (vec![(LAMP, 3)], Refusal::TooMany { variant: LAMP, at_most: 2 }),
        (vec![(MUG, 1), (LAMP, 1), (LAMP, 2)], Refusal::TooMany { variant: LAMP, at_most: 2 }),
        (vec![(RUG, 1)], Refusal::NotOnOrder(RUG)),
    ] {
        assert_eq!(step(&notified(), Command::Collect { refused }, STAFF, at(50)), Err(refusal));
    }
}

#[test]
fn collecting_late_is_fine_as_long_as_it_is_there() {
    assert_eq!(taken(&notified(), Command::Collect { refused: vec![] }, STAFF, at(111)).reservation.state, State::Collected);
}

#[test]
fn the_shopper_extends_once_and_staff_always() {
    let extend = |minutes| Command::Extend { pickup_by: at(minutes) };
    let once = taken(&notified(), extend(200), Actor::Shopper, at(110)).reservation;
    assert_eq!((once.state, once.pickup_by, once.extended), (State::Ready, Some(at(200)), true));
    assert_eq!(step(&once, extend(300), Actor::Shopper, at(120)), Err(Refusal::AlreadyExtended));
    let by_staff = taken(&once, extend(300), STAFF, at(120)).reservation;
    assert_eq!(taken(&by_staff, extend(400), STAFF, at(130)).reservation.pickup_by, Some(at(400)));
}

#[test]
fn an_extension_by_staff_leaves_the_shopper_theirs() {
    let by_staff = taken(&notified(), Command::Extend { pickup_by: at(200) }, STAFF, at(20)).reservation;
    assert_eq!(taken(&by_staff, Command::Extend { pickup_by: at(300) }, Actor::Shopper, at(20)).reservation.pickup_by, Some(at(300)));
}

#[test]
fn an_extension_that_is_no_later_changes_nothing() {
    assert_unchanged(&notified(), step(&notified(), Command::Extend { pickup_by: at(110) }, Actor::Shopper, at(20)));
}

#[test]
fn past_the_pickup_time_nothing_is_extended() {
    for actor in [Actor::Shopper, STAFF] {
        let late = step(&notified(), Command::Extend { pickup_by: at(200) }, actor, at(110) + Span::millis(1));
        assert_eq!(late, Err(Refusal::PastPickup));
    }
}

#[test]
fn the_shopper_cancels_when_it_is_ready_and_the_bin_is_put_back() {
    let outcome = taken(&notified(), Command::Cancel, Actor::Shopper, at(50));
    assert_eq!((outcome.reservation.state, outcome.reservation.bin.as_deref()), (State::Cancelled, Some("12")));
    assert_eq!(outcome.transfers, [moved(LAMP, Bin, Putback, 2, Reason::Returned), moved(MUG, Bin, Putback, 1, Reason::Returned)]);
    assert_eq!(outcome.effects, [put_back(LAMP, 2), put_back(MUG, 1)]);
}

#[test]
fn nobody_comes_and_the_bin_is_put_back_after_the_closing_minute() {
    assert_unchanged(&notified(), step(&notified(), Command::Clock, Actor::Clock, at(110)));
    let outcome = taken(&notified(), Command::Clock, Actor::Clock, at(110) + Span::millis(1));
    assert_eq!(outcome.reservation.state, State::NoShow);
    assert_eq!(outcome.transfers, [moved(LAMP, Bin, Putback, 2, Reason::Returned), moved(MUG, Bin, Putback, 1, Reason::Returned)]);
    assert_eq!(outcome.effects, [put_back(LAMP, 2), put_back(MUG, 1)]);
}

#[test]
fn without_its_notice_nobody_is_a_no_show() {
    assert_unchanged(&ready(), step(&ready(), Command::Clock, Actor::Clock, at(99_999)));
    assert_eq!(next_due(&ready(), &Timers::default()), None);
}

#[test]
fn without_a_contact_the_wait_starts_at_ready() {
    let before = ready_without_contact();
    assert_unchanged(&before, step(&before, Command::Clock, Actor::Clock, at(100)));
    assert_eq!(taken(&before, Command::Clock, Actor::Clock, at(101)).reservation.state, State::NoShow);
}

#[test]
fn the_wait_starts_when_the_notice_is_out_and_only_once() {
    for actor in [Actor::Clock, Actor::Shopper, STAFF] {
        let outcome = taken(&ready(), Command::Notified { pickup_by: at(110) }, actor, at(105));
        assert_eq!((outcome.reservation.notified_at, outcome.reservation.pickup_by), (Some(at(105)), Some(at(110))));
        assert_eq!((outcome.transfers, outcome.effects), (vec![], vec![]));
    }
    assert_unchanged(&notified(), step(&notified(), Command::Notified { pickup_by: at(500) }, Actor::Clock, at(20)));
}

#[test]
fn a_notice_never_shortens_an_extension() {
    let extended = taken(&ready(), Command::Extend { pickup_by: at(200) }, STAFF, at(8)).reservation;
    let after = taken(&extended, Command::Notified { pickup_by: at(110) }, Actor::Clock, at(10)).reservation;
    assert_eq!(after.pickup_by, Some(at(200)));
}

#[test]
fn a_ticket_opened_after_the_wait_does_not_begin_a_new_one() {
    let late = step(&ready_without_contact(), Command::Notified { pickup_by: at(500) }, Actor::Shopper, at(101));
    assert_eq!(late, Err(Refusal::PastPickup));
}

#[test]
fn a_failed_notice_holds_the_clock_until_somebody_tells_the_shopper() {
    assert_eq!(next_due(&ready(), &Timers::default()), None);
    let told = taken(&ready(), Command::Notified { pickup_by: at(500) }, STAFF, at(300)).reservation;
    assert_eq!((told.pickup_by, next_due(&told, &Timers::default())), (Some(at(500)), Some(at(500) + Span::millis(1))));
    assert_unchanged(&told, step(&told, Command::Notified { pickup_by: at(900) }, Actor::Clock, at(400)));
}

#[test]
fn the_ticket_tells_once_and_only_those_without_an_address() {
    assert!(ready_without_contact().is_told_by_its_ticket(at(50)));
    let seen = taken(&ready_without_contact(), Command::Notified { pickup_by: at(150) }, Actor::Shopper, at(50)).reservation;
    assert!(!seen.is_told_by_its_ticket(at(50)));
    assert!(!ready_without_contact().is_told_by_its_ticket(at(101)), "past its time nothing begins anew");
    assert!(!ready().is_told_by_its_ticket(at(50)), "its notice may be lost on a page that nobody looks at");
    assert!(!picking().is_told_by_its_ticket(at(5)));
}

#[test]
fn an_extension_by_staff_is_told_and_the_shoppers_own_is_not() {
    let extend = |actor| taken(&notified(), Command::Extend { pickup_by: at(200) }, actor, at(20)).effects;
    assert_eq!((extend(STAFF), extend(Actor::Shopper)), (vec![Effect::Notify(Notice::Extended)], vec![]));
}

#[test]
fn a_notice_holds_in_the_states_that_it_tells_of() {
    for (state, _) in one_of_each_state() {
        assert!(Notice::of(state).is_none_or(|notice| notice.holds_in(state)), "{state:?}");
        let is_over = matches!(state, State::Collected | State::Expired | State::NoShow | State::Held);
        assert!(!is_over || Notice::ALL.iter().all(|notice| !notice.holds_in(state)), "{state:?}");
    }
    assert!(Notice::ALL.iter().all(|notice| Notice::named(notice.name()) == Some(*notice)));
}
