//! The lines of several orders by variant: each shelf is visited once for all of them.

use crate::desk::queue;
use api::pickup::{Pickup, PickupLine};
use domain::ids::ReservationId;

/// A variant, and who wants how many.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Item {
    /// What, as the first order says it.
    pub line: PickupLine,
    /// The earliest promise first.
    pub wants: Vec<Want>,
}

/// An order's share.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Want {
    pub order: ReservationId,
    /// Called out, and written on the bin.
    pub number: Option<u32>,
    pub held: u32,
    pub picked: u32,
}

impl Item {
    /// Still to fetch for all of them.
    pub fn unpicked(&self) -> u32 {
        self.wants.iter().map(|want| want.held.saturating_sub(want.picked)).sum()
    }
}

/// Lines without units (dropped, replaced) are left out.
pub(super) fn items(orders: &[Pickup]) -> Vec<Item> {
    let mut items: Vec<Item> = Vec::new();
    for order in orders {
        for line in order.lines.iter().filter(|line| line.held > 0) {
            let want = Want { order: order.id, number: order.number, held: line.held, picked: line.picked };
            match items.iter_mut().find(|item| item.line.variant == line.variant) {
                Some(item) => item.wants.push(want),
                None => items.push(Item { line: line.clone(), wants: vec![want] }),
            }
        }
    }
    // What is complete is out of the way, where it stands.
    items.sort_by_key(|item| queue::unpicked(&item.line) == 0 && item.unpicked() == 0);
    items
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::ids::VariantId;
    use domain::reservation::State;
    use domain::{Gtin, Text};
    use uuid::Uuid;

    fn line(variant: u128, held: u32, picked: u32) -> PickupLine {
        PickupLine {
            variant: VariantId::new(Uuid::from_u128(variant)),
            gtin: Gtin::default(),
            title: Text::default(),
            detail: Text::default(),
            picture: None,
            held,
            picked,
            missing: 0,
            location: None,
        }
    }

    fn order(number: u32, lines: Vec<PickupLine>) -> Pickup {
        Pickup { number: Some(number), lines, ..queue::tests::order(number.into(), 1, State::Picking) }
    }

    #[test]
    fn what_two_orders_want_is_one_item_with_both_numbers() {
        let orders = [order(37, vec![line(1, 2, 1), line(2, 1, 1)]), order(38, vec![line(1, 1, 0), line(3, 0, 0)])];
        let items = items(&orders);
        let told: Vec<_> = items
            .iter()
            .map(|item| item.wants.iter().map(|want| (want.number.unwrap_or(0), want.picked, want.held)).collect::<Vec<_>>())
            .collect();
        assert_eq!(told, [vec![(37, 1, 2), (38, 0, 1)], vec![(37, 1, 1)]]);
        assert_eq!(items.iter().map(Item::unpicked).collect::<Vec<_>>(), [2, 0]);
    }
}
