use super::world::*;
use crate::crockford::SlotCode;
use crate::planogram::*;

fn shop() -> Planogram {
    let mut floor = room(1, 20_000, 15_000);
    floor.places = vec![Place { kind: PlaceKind::Counter, at: point(18_000, 13_000) }];
    floor.fixtures = vec![
        fixture(1, FixtureKind::Gondola, (4_000, 4_000), (1_200, 500), 0),
        fixture(2, FixtureKind::Gondola, (15_000, 9_000), (1_200, 500), 0),
    ];
    Planogram { revision: 1, floors: vec![floor] }
}

fn met(slots: &[SlotCode]) -> Vec<SlotCode> {
    shop().round(slots).stops.into_iter().map(|stop| stop.slot).collect()
}

#[test]
fn each_piece_of_furniture_is_one_stop_taken_from_the_top_down_and_from_the_left() {
    let (far_top, far_low) = (slot_code(1, 1), slot_code(1, 6));
    let (near_left, near_right, near_low) = (slot_code(2, 3), slot_code(2, 5), slot_code(2, 7));
    assert_eq!(met(&[far_low, near_right, near_low, far_top, near_left]), [near_left, near_right, near_low, far_top, far_low]);
}

#[test]
fn a_slot_that_is_named_twice_is_met_once_and_one_that_is_nowhere_not_at_all() {
    let slot = slot_code(1, 0);
    assert_eq!(met(&[slot, slot_code(9, 0), slot]), [slot]);
    assert_eq!(shop().round(&[]), route::Round::default());
}

#[test]
fn a_round_says_how_far_it_is_and_which_part_of_the_front_is_meant() {
    let round = shop().round(&[slot_code(2, 4)]);
    let [stop] = round.stops.as_slice() else { panic!("one stop: {round:?}") };
    assert_eq!((stop.left, stop.width), (333, 333));
    assert!((2_000..8_000).contains(&round.length), "{}", round.length);
}

#[test]
fn where_nobody_knows_where_to_begin_things_are_still_listed() {
    let mut planogram = shop();
    planogram.floors[0].places.clear();
    let round = planogram.round(&[slot_code(1, 0), slot_code(2, 0)]);
    assert_eq!((round.stops.len(), round.length), (2, 0));
}
