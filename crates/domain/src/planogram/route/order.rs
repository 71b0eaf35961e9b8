//! A good order for several stops: the best one up to eight, a good one beyond.

/// Up to here every order is weighed (Held and Karp: 2ⁿ·n² steps).
const EXACT: usize = 8;

/// The order in which to visit `stops` on the shortest open way from `start`, by what it costs from one to another.
pub(super) fn order(start: usize, stops: &[usize], cost: &dyn Fn(usize, usize) -> f64) -> Vec<usize> {
    match stops.len() {
        ..=EXACT => exact(start, stops, cost),
        _ => improved(start, nearest_next(start, stops, cost), cost),
    }
}

fn exact(start: usize, stops: &[usize], cost: &dyn Fn(usize, usize) -> f64) -> Vec<usize> {
    let count = stops.len();
    if count == 0 {
        return Vec::new();
    }
    // best[visited][last]: the shortest way that visits just those and ends there, and where it was before.
    let mut best = vec![(f64::INFINITY, count); (1 << count) * count];
    for (last, stop) in stops.iter().enumerate() {
        best[(1 << last) * count + last] = (cost(start, *stop), count);
    }
    for visited in 1usize..1 << count {
        for last in (0..count).filter(|last| visited & 1 << last != 0) {
            let (so_far, _) = best[visited * count + last];
            for next in (0..count).filter(|next| visited & 1 << next == 0) {
                let with = so_far + cost(stops[last], stops[next]);
                let known = &mut best[(visited | 1 << next) * count + next];
                if with < known.0 {
                    *known = (with, last);
                }
            }
        }
    }
    let mut visited = (1 << count) - 1;
    let end = (0..count).min_by(|a, b| best[visited * count + a].0.total_cmp(&best[visited * count + b].0));
    let mut order = Vec::new();
    let mut last = end.unwrap_or(count);
    while last < count {
        order.push(stops[last]);
        let before = best[visited * count + last].1;
        visited &= !(1 << last);
        last = before;
    }
    order.reverse();
    order
}

fn nearest_next(start: usize, stops: &[usize], cost: &dyn Fn(usize, usize) -> f64) -> Vec<usize> {
    let mut left = stops.to_vec();
    let mut order = Vec::new();
    let mut at = start;
    while let Some(next) = (0..left.len()).min_by(|a, b| cost(at, left[*a]).total_cmp(&cost(at, left[*b]))) {
        at = left.swap_remove(next);
        order.push(at);
    }
    order
}

/// 2-opt (a stretch is turned round) and moves of up to three stops to elsewhere, as long as that shortens the way.
fn improved(start: usize, mut order: Vec<usize>, cost: &dyn Fn(usize, usize) -> f64) -> Vec<usize> {
    let length = |order: &[usize]| -> f64 { std::iter::once(&start).chain(order).zip(order).map(|(from, to)| cost(*from, *to)).sum() };
    let shorter = |order: &[usize]| {
        let least = length(order) - 0.5;
        variants(order).find(|other| length(other) < least)
    };
    while let Some(other) = shorter(&order) {
        order = other;
    }
    order
}

fn variants(order: &[usize]) -> impl Iterator<Item = Vec<usize>> {
    let count = order.len();
    let turned = (0..count).flat_map(move |from| (from + 1..count).map(move |to| (from, to))).map(move |(from, to)| {
        let mut other = order.to_vec();
        other[from..=to].reverse();
        other
    });
    let pieces = (1..=3).flat_map(move |long| (0..=count - long).flat_map(move |from| (0..=count - long).map(move |to| (long, from, to))));
    let moved = pieces.map(move |(long, from, to)| {
        let mut other = order.to_vec();
        let piece: Vec<usize> = other.drain(from..from + long).collect();
        other.splice(to..to, piece);
        other
    });
    turned.chain(moved)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn length(order: &[usize], cost: &dyn Fn(usize, usize) -> f64) -> f64 {
        std::iter::once(&0).chain(order).zip(order).map(|(from, to)| cost(*from, *to)).sum()
    }

    /// The shortest over every order.
    fn by_force(at: usize, left: &[usize], cost: &dyn Fn(usize, usize) -> f64) -> f64 {
        let with = |index: usize| {
            let mut rest = left.to_vec();
            let next = rest.remove(index);
            cost(at, next) + by_force(next, &rest, cost)
        };
        (0..left.len()).map(with).min_by(f64::total_cmp).unwrap_or(0.0)
    }

    proptest! {
        #[test]
        fn up_to_eight_stops_no_order_is_shorter(points in prop::collection::vec((0..60_000, 0..45_000), 1..8)) {
            let cost = |a: usize, b: usize| f64::from(points[a].0 - points[b].0).hypot(f64::from(points[a].1 - points[b].1));
            let stops: Vec<usize> = (1..points.len()).collect();
            let order = order(0, &stops, &cost);
            prop_assert!((length(&order, &cost) - by_force(0, &stops, &cost)).abs() < 0.001);
        }

        #[test]
        fn many_stops_are_each_visited_once_and_no_worse_than_nearest_first(points in prop::collection::vec((0..60_000, 0..45_000), 9..25)) {
            let cost = |a: usize, b: usize| f64::from(points[a].0 - points[b].0).hypot(f64::from(points[a].1 - points[b].1));
            let stops: Vec<usize> = (1..points.len()).collect();
            let mut order = order(0, &stops, &cost);
            prop_assert!(length(&order, &cost) <= length(&nearest_next(0, &stops, &cost), &cost) + 0.001);
            order.sort_unstable();
            prop_assert_eq!(order, stops);
        }
    }

    #[test]
    fn a_detour_that_nearest_first_takes_is_taken_back() {
        // Along a line, start in the middle: 4 to the left, ten to the right.
        let places = [0.0, -3.0, 2.0, 6.0, 10.0, 14.0, 18.0, 22.0, 26.0, 30.0, 34.0, -4.0];
        let cost = |a: usize, b: usize| f64::abs(places[a] - places[b]);
        let stops: Vec<usize> = (1..places.len()).collect();
        let order = order(0, &stops, &cost);
        assert_eq!(length(&order, &cost), 4.0 + 38.0);
    }
}
