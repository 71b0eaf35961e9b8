//! What a merchandiser may do next, at random, for the properties of drafts.

use super::edit::Edit;
use super::geometry::{Point, Size};
use super::{Facing, Fixture, FixtureKind, Floor, Planogram, Shelf, ShelfKind, Slot};
use crate::crockford::SlotCode;
use crate::ids::{FixtureId, FloorId, VariantId};
use crate::text::Text;
use uuid::Uuid;

/// Numbers that come out the same for the same seed (splitmix64).
pub struct Dice {
    state: u64,
    /// No two editors make the same id.
    editor: u64,
    made: u64,
}

impl Dice {
    pub fn new(seed: u64, editor: u64) -> Self {
        Self { state: seed.wrapping_mul(2).wrapping_add(editor), editor, made: 0 }
    }

    pub fn below(&mut self, many: usize) -> usize {
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.state;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((mixed ^ (mixed >> 31)) % many.max(1) as u64) as usize
    }

    fn length(&mut self, most: usize) -> i32 {
        self.below(most) as i32 + 1
    }

    /// New ids lie among the known ones: what is new does not stand last.
    fn id(&mut self) -> Uuid {
        self.made += 1;
        Uuid::from_u64_pair(self.below(1 << 20) as u64, self.editor << 40 | self.made)
    }

    fn slot(&mut self) -> Slot {
        let code = loop {
            if let Ok(code) = format!("{:07X}K", self.below(1 << 28)).parse::<SlotCode>() {
                break code;
            }
        };
        let facing = |dice: &mut Self| Facing { variant: VariantId::new(dice.id()), wide: 1 + dice.below(6) as u16, high: 1, deep: 2 };
        let facings = (0..self.below(3)).map(|_| facing(self)).collect();
        Slot { code, x: self.length(2_000), width: self.length(600), facings }
    }

    fn shelf(&mut self) -> Shelf {
        let slots = (0..self.below(4)).map(|_| self.slot()).collect();
        Shelf { height: self.length(2_000), depth: self.length(600), clear: 300, kind: ShelfKind::Board, slots }
    }

    fn fixture(&mut self) -> Fixture {
        Fixture {
            id: FixtureId::new(self.id()),
            code: format!("B{}", self.below(90)),
            kind: FixtureKind::Gondola,
            name: Text::ko_en("선반", "Shelves"),
            zone: None,
            centre: Point::new(self.length(20_000), self.length(20_000)),
            size: Size { width: self.length(3_000), depth: self.length(900) },
            rotation: self.below(360) as i16,
            height: 1_500,
            shelves: (0..self.below(4)).map(|_| self.shelf()).collect(),
            closed: false,
        }
    }

    fn floor(&mut self) -> Floor {
        let (width, depth) = (self.length(30_000), self.length(30_000));
        Floor {
            id: FloorId::new(self.id()),
            level: self.below(5) as i16 - 1,
            name: Text::ko_en("층", "Floor"),
            outline: vec![Point::new(0, 0), Point::new(width, 0), Point::new(width, depth), Point::new(0, depth)],
            walls: Vec::new(),
            doors: Vec::new(),
            places: Vec::new(),
            zones: Vec::new(),
            fixtures: Vec::new(),
        }
    }

    fn some<'a, T>(&mut self, all: &'a [T]) -> Option<&'a T> {
        all.get(self.below(all.len()))
    }

    /// One step: mostly one edit, at times several. Not every one can be.
    pub fn step(&mut self, planogram: &Planogram) -> Vec<Edit> {
        let many = if self.below(6) == 0 { 1 + self.below(4) } else { 1 };
        (0..many).map(|_| self.edit(planogram)).collect()
    }

    fn edit(&mut self, planogram: &Planogram) -> Edit {
        let Some(floor) = self.some(&planogram.floors) else { return Edit::PutFloor(self.floor()) };
        let known = self.some(&floor.fixtures).cloned();
        // A shop does not grow without end.
        let which = if floor.fixtures.len() > 25 && self.below(4) == 0 { 4 } else { self.below(20) };
        match (which, known) {
            (0, _) if planogram.floors.len() < 6 => Edit::PutFloor(self.floor()),
            (1, _) => Edit::RemoveFloor(floor.id),
            (2, _) => Edit::PutFloor(Floor { name: Text::ko_en("다른 이름", "Another name"), ..floor.clone() }),
            (3, _) => Edit::PutFloor(Floor { level: self.below(5) as i16 - 1, ..floor.clone() }),
            (4, Some(fixture)) => Edit::RemoveFixture(fixture.id),
            (5, Some(fixture)) => Edit::PutFixture { floor: self.some(&planogram.floors).map_or(floor.id, |other| other.id), fixture },
            (6, Some(fixture)) => Edit::PutFixture { floor: floor.id, fixture: Fixture { id: FixtureId::new(self.id()), ..fixture } },
            (7, Some(fixture)) => Edit::PutFixture { floor: floor.id, fixture: Fixture { height: -1, ..fixture } },
            (8..14, Some(fixture)) => Edit::PutFixture { floor: floor.id, fixture: self.moved(fixture) },
            (14..18, Some(fixture)) => Edit::PutFixture { floor: floor.id, fixture: self.filled(fixture) },
            _ => Edit::PutFixture { floor: floor.id, fixture: self.fixture() },
        }
    }

    fn moved(&mut self, fixture: Fixture) -> Fixture {
        let Point { x, y } = fixture.centre;
        Fixture { centre: Point::new(x + self.length(500), y + self.length(500)), rotation: self.below(360) as i16, ..fixture }
    }

    fn filled(&mut self, mut fixture: Fixture) -> Fixture {
        let at = self.below(fixture.shelves.len() + 1);
        match fixture.shelves.get_mut(at) {
            Some(shelf) if self.below(2) == 0 => shelf.slots.push(self.slot()),
            Some(_) => drop(fixture.shelves.remove(at)),
            None => fixture.shelves.push(self.shelf()),
        }
        fixture
    }
}
