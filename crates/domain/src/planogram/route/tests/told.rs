//! Steps against the floor they are told of: left is left.

use super::super::*;
use super::world::*;
use crate::ids::FixtureId;
use crate::planogram::{FixtureKind, Place, PlaceKind, Planogram, Reach};
use crate::text::Text;

fn fixture_named(number: u8) -> Landmark {
    Landmark::Fixture { id: fixture_id(number), name: Text::ko_en(&format!("{number}번"), &format!("No. {number}")) }
}

/// A street door at the foot of a hall; a table to the left of the way up, a wall of shelves along the top, one on the right.
fn hall() -> Planogram {
    let mut floor = room(1, 20_000, 16_000);
    floor.fixtures = vec![
        fixture(1, FixtureKind::RoundTable, (4_000, 10_000), (1_600, 1_600), 0),
        fixture(2, FixtureKind::Gondola, (11_000, 7_000), (9_000, 1_200), 0),
        fixture(3, FixtureKind::WallBay, (13_000, 250), (3_000, 500), 0),
        fixture(4, FixtureKind::WallBay, (6_500, 250), (3_000, 500), 0),
    ];
    floor.places = vec![Place { kind: PlaceKind::Counter, at: point(18_000, 14_000) }];
    planogram(vec![floor])
}

fn walk(planogram: &Planogram, from: Spot, to: &Goal) -> Walk {
    Ground::of(planogram, Way::Any).walk(from, to).expect("a walk")
}

#[test]
fn a_walk_round_a_shelf_is_told_in_few_steps() {
    let hall = hall();
    let from = Spot { heading: Some(180), ..spot(1, 5_000, 14_000) };
    let walk = walk(&hall, from, &goal_slot(&hall, 3, 4));
    let [start, pass, turn, arrive] = &walk.steps[..] else { panic!("{:#?}", walk.steps) };
    assert!(
        matches!(start, Step::Start { bearing: Some(Bearing::Ahead), toward: Some(toward), .. } if *toward == fixture_named(4)),
        "{start:?}"
    );
    assert_eq!(*pass, Step::Pass { side: Side::Left, landmark: fixture_named(1) });
    assert!(matches!(turn, Step::Turn { side: Side::Right, at: Some(at), .. } if *at == fixture_named(2)), "{turn:?}");
    let shelf = Step::Arrive {
        bearing: Bearing::Left,
        fixture: fixture_id(3),
        name: Text::ko_en("3번", "No. 3"),
        bay: 2,
        bays: 3,
        shelf: 2,
        shelves: 3,
        reach: Reach::Chest,
    };
    assert_eq!(*arrive, shelf);
}

#[test]
fn the_lengths_of_the_steps_are_those_of_the_walk() {
    let hall = hall();
    let walk = walk(&hall, spot(1, 5_000, 14_000), &goal_slot(&hall, 3, 4));
    let told: Mm = walk
        .steps
        .iter()
        .map(|step| match step {
            Step::Start { length, .. } | Step::Turn { length, .. } => *length,
            _ => 0,
        })
        .sum();
    assert!((told - walk.length).abs() <= 3, "{told} of {}", walk.length);
}

#[test]
fn one_sets_off_to_the_side_where_the_way_leads() {
    let empty = planogram(vec![room(1, 20_000, 16_000)]);
    // From the middle towards the right of the drawing.
    for (heading, bearing) in
        [(270, Bearing::Ahead), (90, Bearing::Behind), (180, Bearing::Right), (0, Bearing::Left), (-90, Bearing::Ahead)]
    {
        let from = Spot { heading: Some(heading), ..spot(1, 10_000, 8_000) };
        let walk = walk(&empty, from, &goal(1, 18_000, 8_000));
        assert!(
            matches!(walk.steps[0], Step::Start { bearing: Some(set_off), length: 8_000, .. } if set_off == bearing),
            "{heading}: {:?}",
            walk.steps
        );
    }
}

#[test]
fn the_shelf_is_on_the_side_where_it_stands() {
    // A bay in the middle of a room, turned each way; somebody comes from each end of its front, and from before it.
    for rotation in [0i16, 90, 180, 270, 45] {
        let mut floor = room(1, 20_000, 20_000);
        floor.fixtures = vec![fixture(1, FixtureKind::WallBay, (10_000, 10_000), (3_000, 500), rotation)];
        let planogram = planogram(vec![floor]);
        let bay = &planogram.floors[0].fixtures[0];
        let before = |across: f64, away: f64| bay.on_floor(across, away);
        // Seen by somebody who faces the front, the left end of the shelf is at the drawing's left.
        for (across, away, bearing) in [(-6_000.0, 850.0, Bearing::Left), (6_000.0, 850.0, Bearing::Right), (0.0, 5_000.0, Bearing::Ahead)]
        {
            let at = before(across, away);
            let walk = walk(&planogram, spot(1, at.x, at.y), &goal_slot(&planogram, 1, 1));
            let Some(Step::Arrive { bearing: told, .. }) = walk.steps.last() else { panic!("{:?}", walk.steps) };
            assert_eq!(*told, bearing, "turned by {rotation}, from {across}, {away}");
        }
    }
}

#[test]
fn bays_are_counted_from_the_left_of_somebody_who_faces_them() {
    for rotation in [0, 90, 180, 270, 30] {
        let mut floor = room(1, 20_000, 20_000);
        floor.fixtures = vec![fixture(1, FixtureKind::Gondola, (10_000, 10_000), (3_000, 500), rotation)];
        let planogram = planogram(vec![floor]);
        for (slot, bay) in [(0, 1), (1, 2), (2, 3), (6, 1)] {
            let goal = goal_slot(&planogram, 1, slot);
            let facing = goal.spot.heading.expect("a heading");
            let walk = walk(&planogram, spot(1, 2_000, 18_000), &goal);
            assert!(matches!(walk.steps.last(), Some(Step::Arrive { bay: told, bays: 3, .. }) if *told == bay));
            // To the left of somebody who looks at the middle.
            let middle = goal_slot(&planogram, 1, 1).spot.at;
            let (x, y) = crate::planogram::footprint::direction(facing);
            let aside = x * f64::from(goal.spot.at.y - middle.y) - y * f64::from(goal.spot.at.x - middle.x);
            let expected = match bay {
                1 => aside < -500.0,
                2 => aside.abs() < 2.0,
                _ => aside > 500.0,
            };
            assert!(expected, "turned by {rotation}, bay {bay}: {aside}");
        }
    }
}

#[test]
fn a_slot_is_faced_from_an_arms_length() {
    for (rotation, at, heading) in
        [(0, (10_000, 10_850), 180), (90, (9_150, 10_000), 270), (180, (10_000, 9_150), 0), (270, (10_850, 10_000), 90)]
    {
        let mut floor = room(1, 20_000, 20_000);
        floor.fixtures = vec![fixture(1, FixtureKind::Gondola, (10_000, 10_000), (3_000, 500), rotation)];
        let spot = planogram(vec![floor]).standing_point(slot_code(1, 1)).expect("a slot");
        assert_eq!((spot.at, spot.heading), (point(at.0, at.1), Some(heading)));
    }
    assert_eq!(planogram(vec![room(1, 9_000, 9_000)]).standing_point(slot_code(1, 1)), None);
}

#[test]
fn one_comes_in_from_the_street_looking_in() {
    let mut below = room(-1, 9_000, 9_000);
    below.places = vec![Place { kind: PlaceKind::Entrance, at: point(1_000, 1_000) }];
    let mut street = room(1, 9_000, 9_000);
    street.doors = vec![wall((4_000, 9_000), (6_000, 9_000))];
    let door_only = planogram(vec![street.clone()]).entrance().expect("a door");
    assert_eq!((door_only.at, door_only.heading), (point(5_000, 9_000), Some(180)));
    street.places = vec![Place { kind: PlaceKind::Entrance, at: point(5_000, 8_400) }];
    let signed = planogram(vec![below, street.clone()]).entrance().expect("a sign");
    assert_eq!((signed.floor, signed.at, signed.heading), (street.id, point(5_000, 8_400), Some(180)));
    assert_eq!(planogram(vec![room(1, 9_000, 9_000)]).entrance(), None);
}

#[test]
fn a_zone_is_named_where_one_comes_into_it() {
    let mut hall = hall();
    hall.floors[0].zones = vec![zone(5, (8_000, 0), (20_000, 6_000), false)];
    let walk = walk(&hall, spot(1, 5_000, 14_000), &goal_slot(&hall, 3, 4));
    assert_eq!(walk.steps.iter().filter(|step| matches!(step, Step::Enter { .. })).count(), 1, "{:?}", walk.steps);
}

#[test]
fn a_place_is_told_as_what_it_is() {
    let hall = hall();
    let walk = walk(&hall, spot(1, 5_000, 14_000), &goal(1, 18_000, 14_000));
    assert_eq!(walk.steps.last(), Some(&Step::ArriveAt { landmark: Some(Landmark::Place(PlaceKind::Counter)) }));
}

/// What every fixture that is told of must be: one of the floor.
#[test]
fn only_what_stands_there_is_told() {
    let hall = hall();
    let known: Vec<FixtureId> = hall.floors[0].fixtures.iter().map(|fixture| fixture.id).collect();
    for slot in 0..9 {
        for fixture in 1..=4 {
            let walk = walk(&hall, spot(1, 1_000, 15_000), &goal_slot(&hall, fixture, slot));
            for step in &walk.steps {
                if let Step::Pass { landmark: Landmark::Fixture { id, .. }, .. } = step {
                    assert!(known.contains(id) && *id != fixture_id(fixture));
                }
            }
            assert!((2..=7).contains(&walk.steps.len()), "{:?}", walk.steps);
        }
    }
}
