//! Whether one can be kept. Only an [`Availability::Offer`] leads to a new reservation.

use api::catalog::StockHere;
use domain::pause::is_on;
use domain::{Instant, Span};

/// Older figures are no promise.
const OLD: Span = Span::minutes(10);

/// Whether one can be kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Availability {
    /// So many are free.
    Offer(u32),
    /// This phone holds one already and has not confirmed it.
    HeldByMe,
    /// The last ones are held by others; the first of their holds ends then.
    LastOneHeld(Instant),
    /// Some are free, but the store takes no new reservations for a while.
    Paused,
    /// None here.
    SoldOut,
    /// Nobody knows; the figure is from then.
    Unknown(Instant),
}

impl Availability {
    /// From the store's figure, when it was last known to be true (`None`: it is now), a hold of this phone's own, and a pause.
    pub fn of(
        stock: &StockHere,
        known_at: Option<Instant>,
        mine_until: Option<Instant>,
        paused_until: Option<Instant>,
        now: Instant,
    ) -> Self {
        if mine_until.is_some_and(|until| now < until) {
            return Self::HeldByMe;
        }
        let known_at = known_at.map(|at| at.max(stock.as_of));
        match (known_at, stock.available, stock.held_until) {
            (Some(at), ..) if now.since(at) > OLD => Self::Unknown(at),
            (_, 0, Some(until)) if now < until => Self::LastOneHeld(until),
            (_, 0, _) => Self::SoldOut,
            _ if paused_until.is_some_and(|until| is_on(until, now)) => Self::Paused,
            (_, free, _) => Self::Offer(free),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: Instant = Instant::from_millis(1_795_320_000_000);

    fn stock(available: u32, held_until: Option<Instant>) -> StockHere {
        StockHere { available, display: 0, as_of: NOW - Span::hours(5), held_until, check: None }
    }

    #[test]
    fn only_fresh_free_units_are_an_offer() {
        let (later, before) = (NOW + Span::minutes(4), NOW - Span::minutes(1));
        let (fresh, old) = (NOW - Span::minutes(9), NOW - Span::minutes(11));
        let table = [
            (stock(3, None), None, None, Availability::Offer(3)),
            (stock(3, None), Some(fresh), None, Availability::Offer(3)),
            (stock(3, None), Some(old), None, Availability::Unknown(old)),
            (stock(0, None), None, None, Availability::SoldOut),
            (stock(0, None), Some(old), None, Availability::Unknown(old)),
            (stock(0, Some(later)), None, None, Availability::LastOneHeld(later)),
            (stock(0, Some(before)), None, None, Availability::SoldOut),
            (stock(0, Some(later)), None, Some(later), Availability::HeldByMe),
            (stock(2, None), Some(old), Some(later), Availability::HeldByMe),
            (stock(2, None), None, Some(before), Availability::Offer(2)),
        ];
        for (stock, known_at, mine, expected) in table {
            assert_eq!(Availability::of(&stock, known_at, mine, None, NOW), expected, "{stock:?} {known_at:?} {mine:?}");
        }
    }

    #[test]
    fn in_a_pause_nothing_is_offered_until_it_ends_by_itself() {
        let (later, before) = (NOW + Span::minutes(30), NOW - Span::minutes(1));
        let table = [
            (stock(3, None), None, Some(later), Availability::Paused),
            (stock(3, None), None, Some(before), Availability::Offer(3)),
            (stock(0, None), None, Some(later), Availability::SoldOut),
            (stock(3, None), Some(later), Some(later), Availability::HeldByMe),
        ];
        for (stock, mine, paused, expected) in table {
            assert_eq!(Availability::of(&stock, None, mine, paused, NOW), expected, "{stock:?} {mine:?} {paused:?}");
        }
    }
}
