//! Who may do what in which state: the table of domain.md §4 as a grid, every other cell refused.

use super::*;

/// Each command with figures that suit the reservations of `one_of_each_state`.
fn commands() -> Vec<(&'static str, Command)> {
    vec![
        ("activity", Command::Activity),
        ("confirm", confirm(true)),
        ("cancel", Command::Cancel),
        ("accept", Command::Accept { picker: PICKER }),
        ("unaccept", Command::Unaccept),
        ("scan", Command::Scan { variant: LAMP }),
        ("unpick", Command::Unpick { variant: LAMP }),
        ("short", short(LAMP, 1)),
        ("take-in-hand", Command::TakeInHand { variant: LAMP, quantity: 1, substitutes: vec![] }),
        ("decide", Command::Decide { variant: MUG, substitute: None }),
        ("ready", ready_command()),
        ("notified", Command::Notified { pickup_by: at(110) }),
        ("collect", Command::Collect { refused: vec![] }),
        ("extend", Command::Extend { pickup_by: at(200) }),
        ("reject", Command::Reject { reason: "flood".to_owned() }),
        ("clock", Command::Clock),
    ]
}

/// Command, who may ever give it (s shopper, t staff, c clock), and the states it has a row in.
const ROWS: [(&str, &str, &[State]); 16] = [
    ("activity", "s", &[State::Held]),
    ("confirm", "s", &[State::Held]),
    ("cancel", "st", &[State::Held, State::Placed, State::Picking, State::NeedsDecision, State::Ready]),
    ("accept", "t", &[State::Placed]),
    ("unaccept", "t", &[State::Picking]),
    ("scan", "t", &[State::Picking]),
    ("unpick", "t", &[State::Picking]),
    ("short", "t", &[State::Picking]),
    ("take-in-hand", "t", &[State::Held, State::Placed, State::Picking]),
    ("decide", "s", &[State::NeedsDecision]),
    ("ready", "t", &[State::Picking]),
    ("notified", "stc", &[State::Ready]),
    ("collect", "t", &[State::Ready]),
    ("extend", "st", &[State::Ready]),
    ("reject", "t", &[State::Placed, State::Picking, State::NeedsDecision]),
    ("clock", "c", &[State::Held, State::Placed, State::Picking, State::NeedsDecision, State::Ready]),
];

const ACTORS: [(char, Actor); 3] = [('s', Actor::Shopper), ('t', STAFF), ('c', Actor::Clock)];

fn expected(state: State, name: &str, letter: char) -> Result<(), Refusal> {
    let (_, who, states) = ROWS.into_iter().find(|row| row.0 == name).expect("every command has a row");
    let picking = matches!(state, State::Picking | State::NeedsDecision);
    match (state.is_terminal(), letter) {
        (true, 'c') => Ok(()),
        (true, _) => Err(Refusal::WrongState(state)),
        _ if !who.contains(letter) => Err(Refusal::NotYours),
        // While it is picked, staff rejects with a reason; only the shopper cancels.
        (false, 't') if name == "cancel" && picking => Err(Refusal::NotYours),
        _ if states.contains(&state) => Ok(()),
        _ => Err(Refusal::WrongState(state)),
    }
}

#[test]
fn every_cell_of_state_command_and_actor_is_as_the_table_says() {
    for (state, reservation) in one_of_each_state() {
        for (name, command) in commands() {
            for (letter, actor) in ACTORS {
                // Nothing is picked fully at the fourth minute: that refusal belongs to `Ready`'s own test.
                let verdict = match step(&reservation, command.clone(), actor, at(4)) {
                    Ok(_) | Err(Refusal::NotAllPicked) => Ok(()),
                    Err(refusal) => Err(refusal),
                };
                assert_eq!(verdict, expected(state, name, letter), "{state:?} {name} {actor:?}");
            }
        }
    }
}

#[test]
fn all_ten_states_are_reached_by_rows_of_the_table() {
    for (state, reservation) in one_of_each_state() {
        assert_eq!(reservation.state, state);
    }
    let states: std::collections::HashSet<State> = one_of_each_state().into_iter().map(|(state, _)| state).collect();
    assert_eq!(states.len(), 10);
}

#[test]
fn a_late_event_on_a_finished_reservation_changes_nothing() {
    for (_, reservation) in one_of_each_state().into_iter().filter(|(state, _)| state.is_terminal()) {
        for command in [Command::Clock, Command::Notified { pickup_by: at(9_999) }] {
            assert_unchanged(&reservation, step(&reservation, command, Actor::Clock, at(9_000)));
        }
    }
}

#[test]
fn a_state_from_a_newer_server_is_left_alone() {
    let reservation = Reservation { state: State::Other, ..placed() };
    assert_unchanged(&reservation, step(&reservation, Command::Clock, Actor::Clock, at(9_000)));
    assert_eq!(step(&reservation, Command::Cancel, Actor::Shopper, at(1)), Err(Refusal::WrongState(State::Other)));
    assert_eq!(next_due(&reservation, &Timers::default()), None);
}
