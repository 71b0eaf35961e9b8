//! A room of 10 m × 8 m with two pieces of furniture, and what one thing that is wrong makes of it.

use super::*;
use crate::planogram::draft::Draft;
use crate::planogram::geometry::{Point, Size};
use crate::planogram::{Facing, FixtureKind, Shelf, ShelfKind, Slot, Wall};
use crate::text::Text;
use uuid::Uuid;

const A: FixtureId = FixtureId::new(Uuid::from_u128(1));
const B: FixtureId = FixtureId::new(Uuid::from_u128(2));
const CUP: VariantId = VariantId::new(Uuid::from_u128(3));
const GONE: VariantId = VariantId::new(Uuid::from_u128(4));

/// A name, and what breaks the room.
type Break = (&'static str, fn(&mut Floor));

fn slot(code: &str, x: Mm, width: Mm, wide: u16) -> Slot {
    Slot { code: code.parse().expect("a code"), x, width, facings: vec![Facing { variant: CUP, wide, high: 1, deep: 2 }] }
}

/// `A` stands at the upper wall and looks down the plan, `B` three metres before it.
pub(in crate::planogram) fn room() -> Planogram {
    let shelf = Shelf {
        height: 1_200,
        depth: 400,
        clear: 300,
        kind: ShelfKind::Board,
        slots: vec![slot("AAAAAAA1", 100, 500, 4), slot("AAAAAAA2", 700, 300, 2)],
    };
    let a = Fixture {
        id: A,
        code: "A1".into(),
        kind: FixtureKind::WallBay,
        name: Text::ko_en("벽", "Wall"),
        zone: None,
        centre: Point::new(2_000, 250),
        size: Size { width: 1_200, depth: 500 },
        rotation: 0,
        height: 2_000,
        shelves: vec![shelf],
        closed: false,
    };
    let b = Fixture { id: B, code: "B1".into(), kind: FixtureKind::Table, centre: Point::new(2_000, 4_000), shelves: vec![], ..a.clone() };
    let floor = Floor {
        id: FloorId::new(Uuid::from_u128(9)),
        level: 1,
        name: Text::ko_en("1층", "Ground floor"),
        outline: [(0, 0), (10_000, 0), (10_000, 8_000), (0, 8_000)].map(|(x, y)| Point::new(x, y)).to_vec(),
        walls: vec![Wall { from: Point::new(6_000, 0), to: Point::new(6_000, 3_000) }],
        doors: vec![],
        places: vec![],
        zones: vec![],
        fixtures: vec![a, b],
    };
    Planogram { revision: 1, floors: vec![floor] }
}

/// A cup of 100 × 120 × 100 mm that people have reviewed.
fn cup(variant: VariantId) -> Option<Known> {
    let dimensions = Dimensions { width: 100, height: 120, depth: 100 };
    (variant == CUP).then_some(Known { dimensions, guessed: false, reviews: 5 })
}

fn found(change: impl Fn(&mut Floor)) -> Vec<(Weight, FixtureId, Flaw)> {
    let mut planogram = room();
    change(&mut planogram.floors[0]);
    lint(&planogram, cup).into_iter().map(|finding| (finding.weight, finding.fixture, finding.what)).collect()
}

fn place(floor: &mut Floor, at: usize, x: Mm, y: Mm) {
    floor.fixtures[at].centre = Point::new(x, y);
}

#[test]
fn a_room_without_flaws_has_no_findings() {
    assert_eq!(found(|_| ()), []);
}

#[test]
fn each_flaw_is_found_alone_with_its_figures() {
    use Flaw::*;
    use Weight::*;
    type Case = (&'static str, fn(&mut Floor), &'static [(Weight, FixtureId, Flaw)]);
    let cases: [Case; 22] = [
        ("touching", |floor| place(floor, 1, 3_200, 250), &[]),
        ("in each other", |floor| place(floor, 1, 3_100, 250), &[(Must, A, Overlaps(B))]),
        ("half outside", |floor| place(floor, 1, 9_900, 4_000), &[(Must, B, Outside)]),
        ("quite outside", |floor| place(floor, 1, 20_000, 4_000), &[(Must, B, Outside)]),
        ("in an inner wall", |floor| place(floor, 1, 6_100, 2_000), &[(Must, B, InWall)]),
        ("along an inner wall", |floor| place(floor, 1, 6_600, 2_000), &[]),
        ("an aisle of 1,250", |floor| place(floor, 1, 2_000, 2_000), &[]),
        ("an aisle of 1,000", |floor| place(floor, 1, 2_000, 1_750), &[(Look, A, Aisle { free: 1_000, wanted: COMFORTABLE })]),
        ("an aisle of 500", |floor| place(floor, 1, 2_000, 1_250), &[(Must, A, Aisle { free: 500, wanted: PASSABLE })]),
        ("no room before it", |floor| place(floor, 1, 2_000, 750), &[(Must, A, Aisle { free: 0, wanted: PASSABLE })]),
        ("at its side", |floor| place(floor, 1, 3_201, 1_000), &[]),
        ("its back to the room", |floor| floor.fixtures[0].rotation = 180, &[(Must, A, Aisle { free: 0, wanted: PASSABLE })]),
        ("nothing to take from it", |floor| (floor.fixtures[0].rotation, floor.fixtures[0].shelves) = (180, vec![]), &[]),
        ("the same sign", |floor| floor.fixtures[1].code = "A1".into(), &[(Must, A, SameSign(B))]),
        ("a shelf above it", |floor| floor.fixtures[0].height = 1_100, &[(Look, A, ShelfAbove { shelf: 1, height: 1_100 })]),
        ("one more beside", |floor| of(floor).slots[0].facings[0].wide = 6, &[(Must, A, TooWide { needs: 600, has: 500 })]),
        ("three on top", |floor| of(floor).slots[0].facings[0].high = 3, &[(Must, A, TooHigh { needs: 360, has: 300 })]),
        ("five behind", |floor| of(floor).slots[0].facings[0].deep = 5, &[(Look, A, TooDeep { needs: 500, has: 400 })]),
        ("into the next", |floor| of(floor).slots[0].width = 650, &[(Must, A, Reaches(50))]),
        ("past the end", |floor| of(floor).slots[1].width = 600, &[(Must, A, Reaches(100))]),
        ("before the start", |floor| of(floor).slots[0].x = -30, &[(Must, A, Reaches(30))]),
        ("gone", |floor| of(floor).slots[1].facings[0].variant = GONE, &[(Must, A, Gone(GONE))]),
    ];
    for (name, change, expected) in cases {
        assert_eq!(found(change), expected, "{name}");
    }
}

fn of(floor: &mut Floor) -> &mut Shelf {
    &mut floor.fixtures[0].shelves[0]
}

#[test]
fn a_turned_piece_is_judged_as_it_stands() {
    // Its corner comes within 60 mm of the wall bay's side, and past it when it is turned back.
    assert_eq!(found(|floor| (floor.fixtures[1].rotation, floor.fixtures[1].centre) = (45, Point::new(3_400, 700))), []);
    let crossed = found(|floor| (floor.fixtures[1].rotation, floor.fixtures[1].centre) = (45, Point::new(2_900, 700)));
    assert!(crossed.contains(&(Weight::Must, A, Flaw::Overlaps(B))), "{crossed:?}");
}

#[test]
fn what_is_not_known_about_a_product_is_said() {
    let unsure = |_| cup(CUP).map(|known| Known { guessed: true, reviews: 0, ..known });
    let said: Vec<_> = lint(&room(), unsure).into_iter().map(|finding| (finding.slot.map(|slot| slot.to_string()), finding.what)).collect();
    let [one, two] = ["AAAAAAA1", "AAAAAAA2"].map(|slot| Some(slot.to_owned()));
    assert_eq!(
        said,
        [(one.clone(), Flaw::Guessed(CUP)), (one, Flaw::Unreviewed(CUP)), (two.clone(), Flaw::Guessed(CUP)), (two, Flaw::Unreviewed(CUP))]
    );
}

#[test]
fn what_one_press_mends_is_gone_and_nothing_new_is_found() {
    let broken: [Break; 8] = [
        ("one more beside", |floor| of(floor).slots[0].facings[0].wide = 6),
        ("three on top", |floor| of(floor).slots[0].facings[0].high = 3),
        ("five behind", |floor| of(floor).slots[0].facings[0].deep = 5),
        ("into the next", |floor| of(floor).slots[0].width = 650),
        ("past the end", |floor| of(floor).slots[1].width = 600),
        ("before the start", |floor| of(floor).slots[0].x = -30),
        ("gone", |floor| of(floor).slots[1].facings[0].variant = GONE),
        ("a shelf above it", |floor| floor.fixtures[0].height = 1_100),
    ];
    for (name, breaks) in broken {
        let mut planogram = room();
        breaks(&mut planogram.floors[0]);
        let [finding] = lint(&planogram, cup)[..] else { panic!("{name}: one finding") };
        let edits = finding.mend(&planogram, cup).unwrap_or_else(|| panic!("{name} can be mended"));
        let mut draft = Draft::of(planogram);
        draft.edit(draft.seen(edits)).unwrap_or_else(|refused| panic!("{name}: {refused:?}"));
        assert_eq!(lint(draft.planogram(), cup), [], "{name}");
    }
}

#[test]
fn what_takes_judgement_or_room_is_not_mended_by_a_press() {
    let stuck: [Break; 4] = [
        ("in each other", |floor| place(floor, 1, 3_100, 250)),
        ("an aisle of 500", |floor| place(floor, 1, 2_000, 1_250)),
        ("no room on the shelf", |floor| of(floor).slots[0].facings[0].wide = 10),
        ("higher than the shelf by itself", |floor| of(floor).clear = 100),
    ];
    for (name, breaks) in stuck {
        let mut planogram = room();
        breaks(&mut planogram.floors[0]);
        let findings = lint(&planogram, cup);
        assert!(!findings.is_empty() && findings.iter().all(|finding| finding.mend(&planogram, cup).is_none()), "{name}: {findings:?}");
    }
}
