//! What one press does about a finding, where that takes nobody's judgement.

use super::{Finding, Flaw, Known};
use crate::ids::VariantId;
use crate::planogram::edit::Edit;
use crate::planogram::{Facing, Fixture, Planogram, Shelf};

impl Finding {
    /// The edits that mend it; `None` where somebody must choose, or where there is no room.
    pub fn mend(&self, planogram: &Planogram, known: impl Fn(VariantId) -> Option<Known>) -> Option<Vec<Edit>> {
        let floor = planogram.floor(self.floor)?;
        let fixture = floor.fixtures.iter().find(|fixture| fixture.id == self.fixture)?;
        let length = fixture.size.width;
        let on_shelf = |mend: &dyn Fn(&Shelf) -> Option<Shelf>| {
            let at = fixture.shelves.iter().position(|shelf| shelf.slots.iter().any(|slot| Some(slot.code) == self.slot))?;
            let mut mended: Fixture = fixture.clone();
            mended.shelves[at] = mend(&fixture.shelves[at])?;
            Some(vec![Edit::PutFixture { floor: floor.id, fixture: mended }])
        };
        match self.what {
            Flaw::TooWide { needs, .. } => on_shelf(&|shelf| shelf.widen(self.slot?, needs, length).ok()),
            Flaw::Reaches(_) => on_shelf(&|shelf| {
                let width = shelf.slots.iter().find(|slot| Some(slot.code) == self.slot)?.width;
                shelf.widen(self.slot?, width, length).ok()
            }),
            Flaw::TooHigh { .. } => on_shelf(&|shelf| self.lower(shelf, &known)),
            Flaw::TooDeep { .. } => on_shelf(&|shelf| self.shorten(shelf, &known)),
            Flaw::Gone(variant) => on_shelf(&|shelf| {
                let mut shelf = shelf.clone();
                let slot = shelf.slots.iter_mut().find(|slot| Some(slot.code) == self.slot)?;
                slot.facings.retain(|facing| facing.variant != variant);
                Some(shelf)
            }),
            Flaw::ShelfAbove { .. } => {
                let height = fixture.shelves.iter().map(|shelf| shelf.height).max()?;
                Some(vec![Edit::PutFixture { floor: floor.id, fixture: Fixture { height, ..fixture.clone() } }])
            }
            Flaw::Overlaps(_)
            | Flaw::Outside
            | Flaw::InWall
            | Flaw::Aisle { .. }
            | Flaw::SameSign(_)
            | Flaw::Guessed(_)
            | Flaw::Unreviewed(_) => None,
        }
    }

    /// As many on top of each other as fit; none where one alone is too high.
    fn lower(&self, shelf: &Shelf, known: &impl Fn(VariantId) -> Option<Known>) -> Option<Shelf> {
        let clear = shelf.clear;
        self.with_counts(shelf, |facing| {
            let height = known(facing.variant).map_or(1, |known| known.dimensions.height.max(1));
            facing.high = facing.high.min(u16::try_from(clear / height).ok()?);
            (facing.high > 0).then_some(())
        })
    }

    /// As many behind each other as fit; none where one alone is too deep.
    fn shorten(&self, shelf: &Shelf, known: &impl Fn(VariantId) -> Option<Known>) -> Option<Shelf> {
        let depth = shelf.depth;
        self.with_counts(shelf, |facing| {
            let each = known(facing.variant).map_or(1, |known| known.dimensions.depth.max(1));
            facing.deep = facing.deep.min(u16::try_from(depth / each).ok()?);
            (facing.deep > 0).then_some(())
        })
    }

    fn with_counts(&self, shelf: &Shelf, change: impl Fn(&mut Facing) -> Option<()>) -> Option<Shelf> {
        let mut shelf = shelf.clone();
        let slot = shelf.slots.iter_mut().find(|slot| Some(slot.code) == self.slot)?;
        slot.facings.iter_mut().try_for_each(change)?;
        Some(shelf)
    }
}
