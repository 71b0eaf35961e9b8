//! Gates, closed zones, floors one above the other, and what cannot be reached.

use super::super::*;
use super::world::*;
use crate::planogram::{Fixture, FixtureKind, Floor, Place, PlaceKind, Zone};

fn with_places(mut floor: Floor, places: &[(PlaceKind, (Mm, Mm))]) -> Floor {
    floor.places = places.iter().map(|(kind, (x, y))| Place { kind: *kind, at: point(*x, *y) }).collect();
    floor
}

/// A wall across a room of 12 m × 8 m with a gate of `width` in its middle.
fn gated(width: Mm, closed: bool) -> Floor {
    let mut floor = room(1, 12_000, 8_000);
    floor.walls = vec![wall((6_000, 0), (6_000, 4_000 - width / 2)), wall((6_000, 4_000 + width / 2), (6_000, 8_000))];
    floor.fixtures = vec![Fixture { closed, ..fixture(1, FixtureKind::Gate, (6_000, 4_000), (width, 600), 90) }];
    floor
}

#[test]
fn a_gate_is_passed_between_its_posts_unless_it_is_closed() {
    for (width, closed, is_passed) in [(2_000, false, true), (900, false, true), (2_000, true, false)] {
        let planogram = planogram(vec![gated(width, closed)]);
        let walk = Ground::of(&planogram, Way::Any).walk(spot(1, 2_000, 4_000), &goal(1, 10_000, 4_000)).expect("a walk");
        assert_eq!(walk.short_of.is_none(), is_passed, "{width} {closed}");
        if is_passed {
            assert_eq!(walk.legs[0].line, [point(2_000, 4_000), point(10_000, 4_000)]);
        }
    }
}

#[test]
fn an_aisle_of_800_is_walked_and_one_of_799_is_not() {
    for (gap, is_walked) in [(800, true), (799, false)] {
        let mut floor = room(1, 12_000, 8_000);
        floor.walls = vec![wall((6_000, 0), (6_000, 4_000)), wall((6_000, 4_000 + gap), (6_000, 8_000))];
        let planogram = planogram(vec![floor]);
        let walk = Ground::of(&planogram, Way::Any).walk(spot(1, 2_000, 1_000), &goal(1, 10_000, 1_000)).expect("a walk");
        assert_eq!(walk.short_of.is_none(), is_walked, "{gap}");
    }
}

#[test]
fn a_closed_zone_is_walked_around_unless_one_starts_or_ends_there() {
    let open = zone(1, (4_000, 0), (8_000, 7_000), false);
    let across = |zone: &Zone, from: (Mm, Mm), to: (Mm, Mm)| {
        let mut floor = room(1, 12_000, 8_000);
        floor.zones = vec![zone.clone()];
        let planogram = planogram(vec![floor]);
        Ground::of(&planogram, Way::Any).walk(spot(1, from.0, from.1), &goal(1, to.0, to.1)).expect("a walk")
    };
    let closed = Zone { closed: true, ..open.clone() };
    assert_eq!(across(&open, (1_000, 1_000), (11_000, 1_000)).length, 10_000);
    let around = across(&closed, (1_000, 1_000), (11_000, 1_000));
    assert!(around.length > 16_000 && around.short_of.is_none());
    assert!(around.legs[0].line.iter().all(|at| at.y > 7_000 || at.x <= 4_000 || at.x >= 8_000));
    for (from, to) in [((6_000, 1_000), (11_000, 1_000)), ((1_000, 1_000), (6_000, 1_000))] {
        assert_eq!(across(&closed, from, to).length, 5_000);
    }
}

#[test]
fn the_nearest_point_is_taken_for_a_start_or_goal_where_nobody_can_stand() {
    let mut floor = room(1, 12_000, 8_000);
    floor.fixtures = vec![fixture(1, FixtureKind::Table, (6_000, 4_000), (2_000, 1_000), 0)];
    let planogram = planogram(vec![floor]);
    let walk = Ground::of(&planogram, Way::Any).walk(spot(1, 6_000, 4_600), &goal(1, 10, 7_000)).expect("a walk");
    assert_eq!(walk.legs[0].line, [point(6_000, 4_900), point(400, 7_000)]);
    assert_eq!(walk.short_of, None);
}

#[test]
fn nobody_is_put_on_the_other_side_of_a_wall() {
    let mut floor = room(1, 12_000, 8_000);
    floor.walls = vec![wall((0, 4_000), (11_000, 4_000))];
    floor.fixtures = vec![fixture(1, FixtureKind::Gondola, (5_000, 3_000), (4_000, 1_000), 0)];
    let planogram = planogram(vec![floor]);
    // Between the gondola and the wall, from where the other side of the wall is nearer than the end of the gondola.
    let walk = Ground::of(&planogram, Way::Any).walk(spot(1, 5_600, 3_800), &goal(1, 5_600, 1_000)).expect("a walk");
    assert!(walk.legs[0].line[0].y < 4_000, "{:?}", walk.legs[0].line);
}

#[test]
fn a_goal_in_a_walled_room_is_approached_and_said_to_be_out_of_reach() {
    let mut floor = room(1, 12_000, 8_000);
    floor.walls = vec![wall((8_000, 0), (8_000, 8_000))];
    let planogram = planogram(vec![floor]);
    let walk = Ground::of(&planogram, Way::Any).walk(spot(1, 2_000, 4_000), &goal(1, 10_000, 4_000)).expect("a walk");
    assert_eq!(walk.legs[0].line, [point(2_000, 4_000), point(7_600, 4_000)]);
    assert_eq!((walk.short_of, walk.length), (Some(2_400), 5_600));
    assert_eq!(walk.steps.last(), Some(&Step::ShortOf { landmark: None, length: 2_400 }));
}

#[test]
fn floors_are_joined_by_lifts_and_by_stairs_for_whoever_can_climb() {
    let both = [(PlaceKind::Stairs, (3_000, 4_000)), (PlaceKind::Lift, (11_000, 4_000))];
    let two = planogram(vec![with_places(room(1, 12_000, 8_000), &both), with_places(room(2, 12_000, 8_000), &both)]);
    let ask = |way| Ground::of(&two, way).walk(spot(1, 1_000, 4_000), &goal(2, 1_000, 4_000)).expect("a walk");
    let (any, step_free) = (ask(Way::Any), ask(Way::StepFree));
    assert_eq!((any.length, step_free.length), (4_000, 20_000));
    assert!(any.steps.contains(&Step::Stairs { to: floor_id(2) }) && step_free.steps.contains(&Step::Lift { to: floor_id(2) }));
    for walk in [any, step_free] {
        assert_eq!(walk.legs.iter().map(|leg| leg.floor).collect::<Vec<_>>(), [floor_id(1), floor_id(2)]);
    }
}

#[test]
fn stairs_lead_from_floor_to_floor_and_a_lift_past_them() {
    let floors = [1, 2, 3].map(|level| with_places(room(level, 12_000, 8_000), &[(PlaceKind::Stairs, (2_000, 4_000))]));
    let three = planogram(floors.to_vec());
    let walk = Ground::of(&three, Way::Any).walk(spot(1, 6_000, 4_000), &goal(3, 6_000, 4_000)).expect("a walk");
    let stairs: Vec<_> = walk.steps.iter().filter_map(|step| if let Step::Stairs { to } = step { Some(*to) } else { None }).collect();
    assert_eq!(stairs, [floor_id(2), floor_id(3)]);
    let floors =
        [1, 2, 3].map(|level| with_places(room(level, 12_000, 8_000), if level == 2 { &[] } else { &[(PlaceKind::Lift, (2_000, 4_000))] }));
    let three = planogram(floors.to_vec());
    let walk = Ground::of(&three, Way::Any).walk(spot(1, 6_000, 4_000), &goal(3, 6_000, 4_000)).expect("a walk");
    assert!(walk.steps.contains(&Step::Lift { to: floor_id(3) }) && walk.legs.len() == 2);
}

#[test]
fn why_there_is_no_way_is_said() {
    let stairs = [(PlaceKind::Stairs, (3_000, 4_000))];
    let lift = [(PlaceKind::Lift, (10_000, 4_000))];
    let walled = |level| {
        let mut floor = with_places(room(level, 12_000, 8_000), &lift);
        floor.walls = vec![wall((8_000, 0), (8_000, 8_000))];
        floor
    };
    let plain = |level, places| with_places(room(level, 12_000, 8_000), places);
    let cases = [
        (vec![plain(1, &stairs), plain(2, &stairs)], Way::StepFree, Blocked::NoLift),
        (vec![plain(1, &[]), plain(2, &[])], Way::StepFree, Blocked::NoLift),
        (vec![plain(1, &[]), plain(2, &[])], Way::Any, Blocked::NoWay),
        (vec![walled(1), plain(2, &lift)], Way::StepFree, Blocked::NoWay),
        (vec![plain(1, &lift)], Way::Any, Blocked::NoSuchFloor),
    ];
    for (index, (floors, way, blocked)) in cases.into_iter().enumerate() {
        let planogram = planogram(floors);
        assert_eq!(Ground::of(&planogram, way).walk(spot(1, 2_000, 2_000), &goal(2, 2_000, 2_000)), Err(blocked), "case {index}");
    }
    let one = planogram(vec![plain(1, &[])]);
    assert_eq!(Ground::of(&one, Way::Any).walk(spot(7, 0, 0), &goal(1, 2_000, 2_000)), Err(Blocked::NoSuchFloor));
}

#[test]
fn a_tour_names_what_it_leaves_out() {
    let two = planogram(vec![room(1, 12_000, 8_000), room(2, 12_000, 8_000)]);
    let goals = [goal(1, 10_000, 4_000), goal(2, 2_000, 2_000), goal(1, 5_000, 4_000), goal(9, 0, 0)];
    let tour = Ground::of(&two, Way::StepFree).tour(spot(1, 1_000, 4_000), &goals);
    assert_eq!((tour.order, tour.length), (vec![2, 0], 9_000));
    assert_eq!(tour.unreached, [(1, Blocked::NoLift), (3, Blocked::NoSuchFloor)]);
}

#[test]
fn a_tour_without_goals_is_empty() {
    let one = planogram(vec![room(1, 12_000, 8_000)]);
    let tour = Ground::of(&one, Way::Any).tour(spot(1, 1_000, 4_000), &[]);
    assert_eq!(tour, Tour { order: vec![], walks: vec![], unreached: vec![], length: 0 });
}
