//! Random shoppers, staff and clocks on a small shop, whose books are proved after every event.

use super::super::random::{Event, World, event, soak};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config, TestRunner};

fn shop() -> impl Strategy<Value = ([u32; 3], bool, Vec<Event>)> {
    ([0..5_u32, 0..5_u32, 0..5_u32], any::<bool>(), vec(event(), 1..120))
}

fn run(counts: [u32; 3], prompt: bool, events: Vec<Event>) -> World {
    let mut world = World::new(&counts, prompt);
    for event in events {
        world.happen(event);
        world.check();
    }
    world
}

proptest! {
    #![proptest_config(Config::with_cases(400))]

    #[test]
    fn the_books_balance_whatever_anybody_does((counts, prompt, events) in shop()) {
        run(counts, prompt, events);
    }

    #[test]
    fn nothing_is_ever_oversold_where_put_backs_are_carried_at_once((counts, _, events) in shop()) {
        let mut world = World::new(&counts, true);
        // Who counts may find less than is promised.
        for event in events.into_iter().filter(|event| !matches!(event, Event::Count { .. })) {
            world.happen(event);
            prop_assert!(world.books.keys().all(|variant| world.available(*variant) >= 0), "{:?}", world.books);
        }
    }
}

/// The properties above would prove little if the random days never got far.
#[test]
fn random_days_reach_all_ten_states_by_all_sixteen_commands() {
    let mut runner = TestRunner::deterministic();
    let mut coverage = super::super::random::Coverage::default();
    for _ in 0..200 {
        let (counts, prompt, events) = shop().new_tree(&mut runner).expect("a shop").current();
        coverage.add(&run(counts, prompt, events).coverage);
    }
    assert_eq!(coverage.reached(), (16, 10), "{coverage}");
}

/// A slice of `cargo xtask soak`, whose million events also meet every pair of state and command.
#[test]
fn a_slice_of_a_long_run_of_fifty_variants_takes_every_command_and_reaches_every_state() {
    let coverage = soak(1, 12_000, false);
    assert_eq!(coverage.reached(), (16, 10), "{coverage}");
}

#[test]
fn one_seed_is_one_run() {
    assert_eq!(soak(7, 2_000, false).to_string(), soak(7, 2_000, false).to_string());
}

#[test]
#[should_panic(expected = "claimed")]
fn a_store_that_forgets_to_release_claims_is_caught() {
    soak(1, 2_000, true);
}
