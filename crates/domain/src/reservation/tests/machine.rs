//! Random shoppers, staff and clocks on a small shop; `World` checks what must hold after every step.

use super::world::{VARIANTS, World};
use super::*;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config, TestRunner};
use std::collections::HashSet;

#[derive(Clone, Debug)]
enum Event {
    Hold {
        wishes: Vec<(usize, u32)>,
        accept_partial: bool,
    },
    /// What somebody sensible would do next.
    Sensible {
        which: usize,
        choice: usize,
        dice: Dice,
    },
    /// Anything by anybody.
    Wild {
        which: usize,
        choice: usize,
        actor: usize,
        dice: Dice,
    },
    Wait {
        minutes: i64,
    },
    /// Time goes on to the earliest timer.
    NextTimer,
    CarryBack,
}

/// The parameters of a command.
#[derive(Clone, Copy, Debug)]
struct Dice {
    variant: usize,
    quantity: u32,
    minutes: i64,
    yes: bool,
}

const COMMANDS: usize = 16;

fn event() -> impl Strategy<Value = Event> {
    let dice = || {
        (0..VARIANTS.len(), 0..3_u32, 1..200_i64, any::<bool>()).prop_map(|(variant, quantity, minutes, yes)| Dice {
            variant,
            quantity,
            minutes,
            yes,
        })
    };
    prop_oneof![
        2 => (vec((0..VARIANTS.len(), 0..3_u32), 1..4), any::<bool>()).prop_map(|(wishes, accept_partial)| Event::Hold { wishes, accept_partial }),
        14 => (0..8_usize, 0..9_usize, dice()).prop_map(|(which, choice, dice)| Event::Sensible { which, choice, dice }),
        4 => (0..8_usize, 0..COMMANDS, 0..3_usize, dice()).prop_map(|(which, choice, actor, dice)| Event::Wild { which, choice, actor, dice }),
        2 => (0..12_i64).prop_map(|minutes| Event::Wait { minutes }),
        1 => Just(Event::NextTimer),
        1 => Just(Event::CarryBack),
    ]
}

fn shop() -> impl Strategy<Value = ([u32; 3], bool, Vec<Event>)> {
    ([0..5_u32, 0..5_u32, 0..5_u32], any::<bool>(), vec(event(), 1..120))
}

fn run(counts: [u32; 3], prompt: bool, events: Vec<Event>) -> World {
    let mut world = World::new(counts, prompt);
    for event in events {
        happen(&mut world, event);
    }
    world
}

fn happen(world: &mut World, event: Event) {
    let some = |world: &World, which: usize| which.checked_rem(world.reservations.len());
    match event {
        Event::Hold { wishes, accept_partial } => {
            let wishes: Vec<_> = wishes.into_iter().map(|(variant, quantity)| (VARIANTS[variant], quantity)).collect();
            world.hold(&wishes, accept_partial);
        }
        Event::Sensible { which, choice, dice } => {
            let Some(index) = some(world, which) else { return };
            world.release_expired();
            let (command, actor) = sensible(world, &world.reservations[index], choice, dice);
            world.act(index, command, actor);
        }
        Event::Wild { which, choice, actor, dice } => {
            let Some(index) = some(world, which) else { return };
            world.release_expired();
            let command = command(world, &world.reservations[index], choice, dice);
            world.act(index, command, [Actor::Shopper, STAFF, Actor::Clock][actor]);
        }
        Event::Wait { minutes } => world.now = world.now + Span::minutes(minutes),
        Event::NextTimer => {
            let due = |world: &World, index: usize| next_due(&world.reservations[index], &world.timers);
            let Some((due, index)) = (0..world.reservations.len()).filter_map(|it| due(world, it).map(|due| (due, it))).min() else {
                return;
            };
            world.now = world.now.max(due);
            world.act(index, Command::Clock, Actor::Clock);
        }
        Event::CarryBack => world.carry_back(),
    }
}

fn sensible(world: &World, reservation: &Reservation, choice: usize, dice: Dice) -> (Command, Actor) {
    const SHOPPER: Actor = Actor::Shopper;
    // Mostly what leads on, so that the far states are reached; numbers as in `command`.
    let moves: &[(usize, Actor)] = match reservation.state {
        State::Held => &[(1, SHOPPER), (1, SHOPPER), (1, SHOPPER), (0, SHOPPER), (2, SHOPPER), (15, STAFF)],
        State::Placed => &[(3, STAFF), (3, STAFF), (3, STAFF), (3, STAFF), (2, STAFF), (13, STAFF), (15, STAFF)],
        State::Picking => &[(5, STAFF), (5, STAFF), (5, STAFF), (9, STAFF), (9, STAFF), (7, STAFF), (6, STAFF), (4, STAFF), (15, STAFF)],
        State::NeedsDecision => &[(8, SHOPPER), (8, SHOPPER), (8, SHOPPER), (2, SHOPPER), (13, STAFF)],
        State::Ready => &[(10, Actor::Clock), (10, SHOPPER), (11, STAFF), (12, SHOPPER), (12, STAFF), (2, SHOPPER)],
        _ => &[(14, Actor::Clock), (10, Actor::Clock), (2, SHOPPER), (11, STAFF), (5, STAFF)],
    };
    let (number, actor) = moves[choice % moves.len()];
    (command(world, reservation, number, aimed(reservation, dice)), actor)
}

/// At a line that the command can be about.
fn aimed(reservation: &Reservation, dice: Dice) -> Dice {
    let wanted = |line: &&Line| if reservation.state == State::NeedsDecision { line.missing.is_some() } else { line.unpicked() > 0 };
    let line = reservation.lines.iter().find(wanted);
    let variant = line.and_then(|line| VARIANTS.iter().position(|it| *it == line.variant));
    Dice { variant: variant.unwrap_or(dice.variant), ..dice }
}

fn command(world: &World, reservation: &Reservation, number: usize, dice: Dice) -> Command {
    let (variant, other) = (VARIANTS[dice.variant], VARIANTS[(dice.variant + 1 + dice.quantity as usize) % VARIANTS.len()]);
    let later = world.now + Span::minutes(dice.minutes);
    let available = u32::try_from(world.available(other).max(0)).expect("small");
    match number {
        0 => Command::Activity,
        1 => Command::Confirm { frozen: vec![frozen(1); reservation.lines.len()], promised_at: later, has_contact: dice.yes },
        2 => Command::Cancel,
        3 => Command::Accept { picker: PICKER },
        4 => Command::Unaccept,
        5 => Command::Scan { variant },
        6 => Command::Unpick { variant },
        7 => Command::Short { variant, quantity: dice.quantity, because: Because::NotFound, substitutes: VARIANTS.to_vec() },
        8 => Command::Decide { variant, substitute: dice.yes.then_some(Substitute { variant: other, available }) },
        9 => Command::Ready { bin: "7".to_owned(), pickup_by: later },
        10 => Command::Notified { pickup_by: later },
        11 => Command::Collect { refused: vec![(variant, dice.quantity)] },
        12 => Command::Extend { pickup_by: later },
        15 => Command::TakeInHand { variant, quantity: dice.quantity, substitutes: VARIANTS.to_vec() },
        13 => Command::Reject { reason: "flood".to_owned() },
        _ => Command::Clock,
    }
}

proptest! {
    #![proptest_config(Config::with_cases(400))]

    #[test]
    fn the_books_balance_whatever_anybody_does((counts, prompt, events) in shop()) {
        run(counts, prompt, events);
    }

    #[test]
    fn nothing_is_ever_oversold_where_put_backs_are_carried_at_once((counts, _, events) in shop()) {
        let mut world = World::new(counts, true);
        for event in events {
            happen(&mut world, event);
            prop_assert!(VARIANTS.into_iter().all(|variant| world.available(variant) >= 0), "{:?}", world.books);
        }
    }
}

/// The properties above would prove little if the random days never got far.
#[test]
fn random_days_reach_all_ten_states_by_all_sixteen_commands() {
    let mut runner = TestRunner::deterministic();
    let (mut states, mut commands) = (HashSet::new(), HashSet::new());
    for _ in 0..200 {
        let (counts, prompt, events) = shop().new_tree(&mut runner).expect("a shop").current();
        let world = run(counts, prompt, events);
        states.extend(world.states);
        commands.extend(world.commands);
    }
    assert_eq!((states.len(), commands.len()), (10, COMMANDS), "{states:?}");
}
