//! What holds on every floor.

use super::super::field::Field;
use super::super::*;
use super::world::*;
use crate::planogram::convex::{distance, is_within};
use crate::planogram::{FixtureKind, Floor, Planogram};
use proptest::prelude::*;

const KINDS: [FixtureKind; 5] =
    [FixtureKind::Gondola, FixtureKind::Table, FixtureKind::RoundTable, FixtureKind::Gate, FixtureKind::WallBay];

/// A room or an L with furniture standing about anyhow, even in each other, and walls.
fn any_floor() -> impl Strategy<Value = Floor> {
    let furniture = (0..KINDS.len(), (300..15_700, 300..11_700), (300..3_200, 300..1_400), 0..360i16, any::<bool>());
    let walls = prop::collection::vec(((0..16_000, 0..12_000), (0..16_000, 0..12_000)), 0..3);
    (prop::collection::vec(furniture, 0..14), walls, any::<bool>()).prop_map(|(furniture, walls, is_l)| {
        let mut floor = room(1, 16_000, 12_000);
        if is_l {
            floor.outline =
                [(0, 0), (16_000, 0), (16_000, 7_000), (9_000, 7_000), (9_000, 12_000), (0, 12_000)].map(|(x, y)| point(x, y)).to_vec();
        }
        floor.walls = walls.into_iter().map(|(from, to)| wall(from, to)).collect();
        let furniture = (0u8..).zip(furniture).map(|(number, (kind, centre, size, rotation, is_square))| {
            let rotation = if is_square { rotation / 90 * 90 } else { rotation };
            fixture(number, KINDS[kind], centre, size, rotation)
        });
        floor.fixtures = furniture.collect();
        floor
    })
}

fn any_place() -> impl Strategy<Value = (i32, i32)> {
    (400..15_600, 400..11_600)
}

fn walk(planogram: &Planogram, from: (i32, i32), to: (i32, i32)) -> Result<Walk, Blocked> {
    Ground::of(planogram, Way::Any).walk(spot(1, from.0, from.1), &goal(1, to.0, to.1))
}

/// The same over every corner and every obstacle, with no grid and no thought.
fn by_force(floor: &Floor, from: Point, to: Point) -> Option<f64> {
    let field = Field::of(floor, &[]);
    let sees = |a, b| !field.obstacles.iter().any(|obstacle| obstacle.area.is_hit(a, b));
    let is_free = |point: &Point| is_within(&floor.outline, *point) && !field.obstacles.iter().any(|obstacle| obstacle.area.holds(*point));
    let mut points = vec![from, to];
    points.extend(field.obstacles.iter().flat_map(|obstacle| obstacle.area.corners.clone()).filter(is_free));
    let mut best = vec![f64::INFINITY; points.len()];
    let mut done = vec![false; points.len()];
    best[0] = 0.0;
    while let Some(at) = (0..points.len()).filter(|at| !done[*at] && best[*at].is_finite()).min_by(|a, b| best[*a].total_cmp(&best[*b])) {
        done[at] = true;
        for next in 0..points.len() {
            if !done[next] && best[at] + distance(points[at], points[next]) < best[next] && sees(points[at], points[next]) {
                best[next] = best[at] + distance(points[at], points[next]);
            }
        }
    }
    best[1].is_finite().then_some(best[1])
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn a_walk_keeps_clear_of_everything(floor in any_floor(), from in any_place(), to in any_place()) {
        let planogram = planogram(vec![floor.clone()]);
        let Ok(walk) = walk(&planogram, from, to) else { return Ok(()) };
        for leg in &walk.legs {
            let posts = floor.fixtures.iter().filter(|fixture| fixture.kind == FixtureKind::Gate);
            let narrowest = posts.map(|gate| f64::from((gate.size.width - 240) / 2 - 2).max(0.0)).fold(400.0, f64::min);
            prop_assert!(clearance(&floor, leg) >= narrowest - 1e-6, "{} mm: {:?}", clearance(&floor, leg), leg.line);
            prop_assert!(leg.line.iter().all(|point| is_within(&floor.outline, *point)));
        }
    }

    #[test]
    fn a_walk_is_as_short_as_any_and_as_long_as_the_straight_line(floor in any_floor(), from in any_place(), to in any_place()) {
        let planogram = planogram(vec![floor.clone()]);
        let Ok(walk) = walk(&planogram, from, to) else { return Ok(()) };
        let (start, end) = (walk.legs[0].line[0], *walk.legs[0].line.last().expect("a point"));
        prop_assert!(f64::from(walk.length) >= straight(start, end) - 0.51);
        let forced = by_force(&floor, start, end).expect("there is a way");
        prop_assert!((f64::from(walk.length) - forced).abs() < 1.0, "{} or {forced}", walk.length);
        let drawn: f64 = walk.legs[0].line.windows(2).map(|pair| straight(pair[0], pair[1])).sum();
        prop_assert!((drawn - f64::from(walk.length)).abs() < 0.51);
    }

    #[test]
    fn the_way_back_is_as_long(floor in any_floor(), from in any_place(), to in any_place()) {
        let planogram = planogram(vec![floor]);
        let Ok(there) = walk(&planogram, from, to) else { return Ok(()) };
        if there.short_of.is_none() {
            let back = walk(&planogram, to, from).expect("the way back");
            prop_assert_eq!((back.length, back.short_of), (there.length, None));
        }
    }

    #[test]
    fn a_goal_behind_furniture_is_approached_as_near_as_one_comes(floor in any_floor(), from in any_place(), to in any_place()) {
        let planogram = planogram(vec![floor.clone()]);
        let Ok(walk) = walk(&planogram, from, to) else { return Ok(()) };
        let Some(short) = walk.short_of else { return Ok(()) };
        let (start, end) = (walk.legs[0].line[0], *walk.legs[0].line.last().expect("a point"));
        prop_assert!((straight(end, point(to.0, to.1)) - f64::from(short)).abs() < 0.51);
        prop_assert!(by_force(&floor, start, end).is_some());
        let is_told = matches!(walk.steps.last(), Some(Step::ShortOf { .. }));
        prop_assert!(is_told);
    }

    #[test]
    fn turns_are_told_to_the_side_to_which_the_line_bends(floor in any_floor(), from in any_place(), to in any_place()) {
        let planogram = planogram(vec![floor]);
        let Ok(walk) = walk(&planogram, from, to) else { return Ok(()) };
        let line = &walk.legs[0].line;
        let lengths: Vec<i32> = walk.steps.iter().filter_map(|step| match step {
            Step::Start { length, .. } | Step::Turn { length, .. } => Some(*length),
            _ => None,
        }).collect();
        let sides: Vec<Side> = walk.steps.iter().filter_map(|step| match step { Step::Turn { side, .. } => Some(*side), _ => None }).collect();
        for (index, side) in sides.iter().enumerate() {
            // What is still to walk from the turn on finds its place on the line.
            let left: i32 = lengths[index + 1..].iter().sum();
            let rest = |at: usize| line[at..].windows(2).map(|pair| straight(pair[0], pair[1])).sum::<f64>();
            let nearest = |at: &usize| (rest(*at) - f64::from(left)).abs();
            let at = (1..line.len() - 1).min_by(|a, b| nearest(a).total_cmp(&nearest(b))).expect("a bend");
            prop_assert!(nearest(&at) < 10.0);
            let (before, after) = ((line[at].x - line[at - 1].x, line[at].y - line[at - 1].y), (line[at + 1].x - line[at].x, line[at + 1].y - line[at].y));
            let clockwise = i64::from(before.0) * i64::from(after.1) - i64::from(before.1) * i64::from(after.0);
            prop_assert_eq!(*side, if clockwise > 0 { Side::Right } else { Side::Left });
        }
    }

    #[test]
    fn a_tour_is_its_walks_one_after_the_other(floor in any_floor(), from in any_place(), goals in prop::collection::vec(any_place(), 1..11)) {
        let planogram = planogram(vec![floor]);
        let goals: Vec<Goal> = goals.into_iter().map(|(x, y)| goal(1, x, y)).collect();
        let tour = Ground::of(&planogram, Way::Any).tour(spot(1, from.0, from.1), &goals);
        let mut all: Vec<usize> = tour.order.iter().copied().chain(tour.unreached.iter().map(|(index, _)| *index)).collect();
        all.sort_unstable();
        prop_assert_eq!(all, (0..goals.len()).collect::<Vec<_>>());
        prop_assert_eq!(tour.length, tour.walks.iter().map(|walk| walk.length).sum::<i32>());
        for pair in tour.walks.windows(2) {
            prop_assert_eq!(pair[0].legs.last().and_then(|leg| leg.line.last()), pair[1].legs[0].line.first());
        }
    }
}
