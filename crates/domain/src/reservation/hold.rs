//! The beginning of a reservation: claims on units that are free.

use super::{Line, Reservation, State, Timers};
use crate::ids::{ReservationId, StoreId, VariantId};
use crate::instant::Instant;

/// What a shopper asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Asked {
    /// Which variant.
    pub variant: VariantId,
    /// How many.
    pub quantity: u32,
    /// How many are free right now, read in the same transaction.
    pub available: i64,
}

/// Less is free than was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shortage {
    /// Of what.
    pub variant: VariantId,
    /// How many were asked for, over all lines of the variant.
    pub requested: u32,
    /// How many are free.
    pub available: u32,
}

/// Keeps what is asked for, one line a variant in the order of first mention.
///
/// `accept_partial` keeps what there is: a variant that is short is held as far as it goes and left out when none of it
/// is free. Quantities of zero are no wish at all.
///
/// # Errors
/// Every shortage, when all or nothing was asked for, or when nothing would be held. The list is empty when nothing was
/// asked for in the first place.
pub fn hold(
    id: ReservationId,
    store: StoreId,
    asked: &[Asked],
    accept_partial: bool,
    now: Instant,
    timers: &Timers,
) -> Result<Reservation, Vec<Shortage>> {
    let wishes = summed(asked);
    let shortages: Vec<Shortage> = wishes.iter().filter(|wish| wish.available < wish.requested).copied().collect();
    let lines: Vec<Line> = wishes.iter().filter(|wish| wish.available > 0).map(line).collect();
    if lines.is_empty() || (!accept_partial && !shortages.is_empty()) {
        return Err(shortages);
    }
    Ok(Reservation {
        id,
        store,
        version: 1,
        state: State::Held,
        lines,
        held_at: now,
        since: now,
        expires_at: now + timers.hold.min(timers.hold_cap),
        promised_at: None,
        picker: None,
        last_scan_at: None,
        bin: None,
        has_contact: false,
        notified_at: None,
        pickup_by: None,
        extended: false,
        ended_because: None,
    })
}

/// One wish a variant, whether or not it is short. A variant mentioned twice carries the same `available` each time.
fn summed(asked: &[Asked]) -> Vec<Shortage> {
    let mut wishes: Vec<Shortage> = Vec::new();
    for ask in asked.iter().filter(|ask| ask.quantity > 0) {
        match wishes.iter_mut().find(|wish| wish.variant == ask.variant) {
            Some(wish) => wish.requested = wish.requested.saturating_add(ask.quantity),
            None => wishes.push(Shortage { variant: ask.variant, requested: ask.quantity, available: free(ask.available) }),
        }
    }
    wishes
}

/// While a shortfall is open `available` is negative: then nothing is free.
fn free(available: i64) -> u32 {
    u32::try_from(available.max(0)).unwrap_or(u32::MAX)
}

fn line(wish: &Shortage) -> Line {
    Line {
        variant: wish.variant,
        requested: wish.requested,
        held: wish.requested.min(wish.available),
        picked: 0,
        collected: 0,
        frozen: None,
        missing: None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::instant::Span;
    use uuid::Uuid;

    const NOW: Instant = Instant::from_millis(1_795_320_000_000);

    fn variant(number: u128) -> VariantId {
        VariantId::new(Uuid::from_u128(number))
    }

    fn ask(number: u128, quantity: u32, available: i64) -> Asked {
        Asked { variant: variant(number), quantity, available }
    }

    fn short(number: u128, requested: u32, available: u32) -> Shortage {
        Shortage { variant: variant(number), requested, available }
    }

    fn held(asked: &[Asked], accept_partial: bool) -> Result<Reservation, Vec<Shortage>> {
        let (id, store) = (ReservationId::new(Uuid::from_u128(7)), StoreId::new(Uuid::from_u128(8)));
        hold(id, store, asked, accept_partial, NOW, &Timers::default())
    }

    /// Variant, requested, held of each line.
    fn figures(asked: &[Asked], accept_partial: bool) -> Result<Vec<(VariantId, u32, u32)>, Vec<Shortage>> {
        held(asked, accept_partial).map(|it| it.lines.iter().map(|line| (line.variant, line.requested, line.held)).collect())
    }

    #[test]
    fn a_hold_begins_at_version_one_and_lasts_ten_minutes() {
        let reservation = held(&[ask(1, 2, 2)], false).expect("two are free");
        assert_eq!((reservation.version, reservation.state), (1, State::Held));
        assert_eq!((reservation.held_at, reservation.since, reservation.expires_at), (NOW, NOW, NOW + Span::minutes(10)));
    }

    #[test]
    fn a_hold_never_begins_longer_than_its_cap() {
        let timers = Timers { hold: Span::hours(2), ..Timers::default() };
        let (id, store) = (ReservationId::new(Uuid::from_u128(7)), StoreId::new(Uuid::from_u128(8)));
        let reservation = hold(id, store, &[ask(1, 1, 1)], false, NOW, &timers).expect("one is free");
        assert_eq!(reservation.expires_at, NOW + Span::minutes(30));
    }

    #[test]
    fn lines_of_one_variant_are_summed_in_order_of_first_mention() {
        let asked = [ask(2, 1, 9), ask(1, 1, 9), ask(2, 3, 9), ask(1, 0, 9)];
        assert_eq!(figures(&asked, false), Ok(vec![(variant(2), 4, 4), (variant(1), 1, 1)]));
    }

    #[test]
    fn a_variant_asked_for_twice_cannot_take_the_same_unit_twice() {
        assert_eq!(figures(&[ask(1, 1, 1), ask(1, 1, 1)], false), Err(vec![short(1, 2, 1)]));
    }

    #[test]
    fn all_or_nothing_names_every_shortage_and_only_those() {
        let asked = [ask(1, 3, 1), ask(2, 1, 5), ask(3, 1, -2)];
        assert_eq!(figures(&asked, false), Err(vec![short(1, 3, 1), short(3, 1, 0)]));
    }

    #[test]
    fn partial_keeps_what_there_is_and_leaves_out_what_there_is_not() {
        let asked = [ask(1, 3, 1), ask(2, 1, 5), ask(3, 1, 0)];
        assert_eq!(figures(&asked, true), Ok(vec![(variant(1), 3, 1), (variant(2), 1, 1)]));
    }

    #[test]
    fn partial_with_nothing_free_is_refused() {
        assert_eq!(figures(&[ask(1, 3, 0), ask(2, 1, -4)], true), Err(vec![short(1, 3, 0), short(2, 1, 0)]));
    }

    #[test]
    fn a_wish_for_nothing_is_refused_without_a_shortage() {
        for accept_partial in [false, true] {
            assert_eq!(figures(&[], accept_partial), Err(vec![]));
            assert_eq!(figures(&[ask(1, 0, 5)], accept_partial), Err(vec![]));
        }
    }

    #[test]
    fn sums_past_what_fits_are_short_not_small() {
        assert_eq!(figures(&[ask(1, u32::MAX, 5), ask(1, 2, 5)], false), Err(vec![short(1, u32::MAX, 5)]));
    }
}
