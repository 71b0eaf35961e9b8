//! What a reservation says about itself: claims, total, what is due.

use super::*;

#[test]
fn only_units_still_to_be_fetched_are_claimed() {
    assert_eq!(picking().claims(at(5)).collect::<Vec<_>>(), [(LAMP, 1), (MUG, 1)]);
    assert!(notified().claims(at(5)).all(|(_, units)| units == 0));
    for (state, reservation) in one_of_each_state().into_iter().filter(|(state, _)| state.is_terminal()) {
        assert_eq!(reservation.claims(at(5)).count(), 0, "{state:?}");
    }
}

#[test]
fn the_total_is_what_is_held_at_frozen_prices() {
    let won = |minor| Some(Money { minor, currency: Currency::KRW });
    assert_eq!(placed().total(), won(20_500));
    assert_eq!(decided(None).reservation.total(), won(20_000), "a dropped line costs nothing");
}

#[test]
fn there_is_no_total_while_a_price_is_missing_or_currencies_mix() {
    assert_eq!(held().total(), None);
    assert_eq!(decided(Some(VASE)).reservation.total(), None, "the substitute's price is not frozen yet");
    let mut on_request = placed();
    on_request.lines[1].frozen = Some(Frozen { title: Text::default(), price: None });
    assert_eq!(on_request.total(), None);
    let mut mixed = placed();
    mixed.lines[1].frozen =
        Some(Frozen { title: Text::default(), price: Some(Money { minor: 1, currency: "USD".parse().expect("dollars") }) });
    assert_eq!(mixed.total(), None);
}

#[test]
fn a_line_of_which_nothing_is_kept_needs_no_price() {
    let missing_too = taken(&decided(Some(VASE)).reservation, short(VASE, 1), STAFF, at(6)).reservation;
    let drop = Command::Decide { variant: VASE, substitute: None };
    let dropped = taken(&missing_too, drop, Actor::Shopper, at(7)).reservation;
    assert_eq!(dropped.total(), Some(Money { minor: 20_000, currency: Currency::KRW }));
}

#[test]
fn each_state_knows_when_the_clock_has_work() {
    let due = |reservation: Reservation| next_due(&reservation, &Timers::default());
    assert_eq!(due(held()), Some(at(10)));
    assert_eq!(due(placed()), Some(at(60 + 24 * 60)));
    assert_eq!(due(picking()), Some(at(33)));
    assert_eq!(due(needs_decision()), Some(at(19)));
    assert_eq!(due(notified()), Some(at(110) + Span::millis(1)));
    for (state, reservation) in one_of_each_state().into_iter().filter(|(state, _)| state.is_terminal()) {
        assert_eq!(due(reservation), None, "{state:?}");
    }
}

#[test]
fn the_end_of_an_expired_hold_takes_its_claim_off_the_books() {
    let outcome = taken(&held(), Command::Cancel, Actor::Shopper, at(15));
    assert_eq!(outcome.claim_changes(&held()), [(LAMP, -2), (MUG, -1)]);
}
