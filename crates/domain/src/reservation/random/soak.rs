//! A long run of the machine in a shop of 50 variants.

use super::{Coverage, Days, World};

/// After so many commands everything is proved, and what has ended is left out of the next batch.
const BATCH: u64 = 500;

/// Plays so many events of a seed; how often what met what. `broken` makes the books forget releases, which must be found.
///
/// # Panics
/// Where an invariant of domain.md §4 does not hold; seed and number of the event stand in the message.
pub fn soak(seed: u64, commands: u64, broken: bool) -> Coverage {
    let counts: Vec<u32> = (0..50).map(|number| number % 6).collect();
    let mut world = World::new(&counts, seed.is_multiple_of(2));
    world.forgets_releases = broken;
    let mut at = Place { seed, number: 0, arrived: false };
    for event in Days::new(seed).take(usize::try_from(commands).unwrap_or(usize::MAX)) {
        at.number += 1;
        world.happen(event);
        if at.number.is_multiple_of(BATCH) {
            world.check();
            world.leave_ended();
        }
    }
    world.check();
    at.arrived = true;
    world.coverage
}

/// Says where a run ended that did not come to its end.
struct Place {
    seed: u64,
    number: u64,
    arrived: bool,
}

impl Drop for Place {
    fn drop(&mut self) {
        let Self { seed, number, arrived } = self;
        if !*arrived {
            eprintln!("failed at event {number} (or in the {BATCH} before it): --engine pure --seed {seed} --commands {number}");
        }
    }
}
