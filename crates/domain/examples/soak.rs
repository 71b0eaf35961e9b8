//! A long run of the reservation's machine on its model of a shop: `soak SEED COMMANDS`.

use domain::reservation::random::soak;

fn main() {
    let mut words = std::env::args().skip(1).map(|word| word.parse().expect("a number"));
    let (seed, commands) = (words.next().expect("a seed"), words.next().expect("how many commands"));
    let begun = std::time::Instant::now();
    let coverage = soak(seed, commands, false);
    let rate = commands as f64 / begun.elapsed().as_secs_f64();
    println!("{coverage}\npure, seed {seed}: {commands} events, {rate:.0}/s, every invariant held, {} pairs never met", coverage.unmet());
}
