//! What one press does about a finding, where that takes nobody's judgement.

use super::{Finding, Flaw, Known};
use crate::ids::VariantId;
use crate::planogram::edit::Edit;
use crate::planogram::geometry::Mm;
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
            Flaw::TooHigh { has, .. } => on_shelf(&|shelf| {
                self.fitted(shelf, has, |facing| known(facing.variant).map(|known| known.dimensions.height), |facing| &mut facing.high)
            }),
            Flaw::TooDeep { has, .. } => on_shelf(&|shelf| {
                self.fitted(shelf, has, |facing| known(facing.variant).map(|known| known.dimensions.depth), |facing| &mut facing.deep)
            }),
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

    /// As many of each as fit into the room; none where one alone does not.
    fn fitted(
        &self,
        shelf: &Shelf,
        room: Mm,
        size: impl Fn(&Facing) -> Option<Mm>,
        count: impl Fn(&mut Facing) -> &mut u16,
    ) -> Option<Shelf> {
        let mut shelf = shelf.clone();
        let slot = shelf.slots.iter_mut().find(|slot| Some(slot.code) == self.slot)?;
        for facing in &mut slot.facings {
            let fit = size(facing).map_or(u16::MAX, |size| u16::try_from(room / size.max(1)).unwrap_or(u16::MAX));
            let count = count(facing);
            *count = (*count).min(fit);
            if *count == 0 {
                return None;
            }
        }
        Some(shelf)
    }
}
