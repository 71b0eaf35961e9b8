//! What a merchandiser does on a shelf. Each gives the shelf as it would be; nothing that stood there is lost or widened unasked.

use super::geometry::{Dimensions, Mm};
use super::{Facing, Shelf, Slot};
use crate::crockford::SlotCode;
use crate::ids::VariantId;

/// Between two slots, and at a shelf's ends, when nobody says.
pub const GAP: Mm = 20;

/// There is not so much room.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoRoom {
    /// So much is missing.
    pub missing: Mm,
}

impl Facing {
    /// One unit wide and high, as many behind each other as the shelf is deep.
    pub fn one(variant: VariantId, size: Dimensions, depth: Mm) -> Self {
        let deep = (depth / size.depth.max(1)).clamp(1, Mm::from(super::limits::UNITS));
        Self { variant, wide: 1, high: 1, deep: u16::try_from(deep).unwrap_or(1) }
    }

    /// Units that stand here.
    pub fn capacity(&self) -> u32 {
        u32::from(self.wide) * u32::from(self.high) * u32::from(self.deep)
    }
}

impl Slot {
    /// What stands in it side by side needs so much; what nobody knows needs nothing.
    pub fn needs(&self, size: impl Fn(VariantId) -> Option<Dimensions>) -> Mm {
        let width = |facing: &Facing| size(facing.variant).map_or(0, |size| size.width * Mm::from(facing.wide));
        self.facings.iter().map(width).sum()
    }

    fn end(&self) -> Mm {
        self.x + self.width
    }
}

impl Shelf {
    /// Puts a slot in with its left end near `slot.x`, on a shelf `length` long. What stands in the way is pushed, to the right as far as
    /// there is room, then to the left; the order stays.
    ///
    /// # Errors
    /// [`NoRoom`].
    pub fn insert(&self, slot: Slot, length: Mm) -> Result<Self, NoRoom> {
        let mut slots = self.in_order();
        // Beside the one under its left end, on the side that is nearer.
        let at = slots.partition_point(|other| other.x + other.width / 2 <= slot.x);
        slots.insert(at, slot);
        Ok(self.with(pushed(slots, at, length)?))
    }

    /// The slot gets another width; what stands in the way is pushed as by [`Shelf::insert`].
    ///
    /// # Errors
    /// [`NoRoom`]; a slot that is not there changes nothing.
    pub fn widen(&self, code: SlotCode, width: Mm, length: Mm) -> Result<Self, NoRoom> {
        let mut slots = self.in_order();
        let Some(at) = slots.iter().position(|slot| slot.code == code) else { return Ok(self.clone()) };
        slots[at].width = width;
        Ok(self.with(pushed(slots, at, length)?))
    }

    /// What stands in two slots changes places; the slots and their labels stay.
    pub fn swap(&self, one: SlotCode, other: SlotCode) -> Self {
        let mut shelf = self.clone();
        let at = |code| self.slots.iter().position(|slot| slot.code == code);
        if let (Some(one), Some(other)) = (at(one), at(other))
            && one != other
        {
            let facings = std::mem::take(&mut shelf.slots[one].facings);
            shelf.slots[one].facings = std::mem::replace(&mut shelf.slots[other].facings, facings);
        }
        shelf
    }

    /// The same gap before, between and behind the slots.
    ///
    /// # Errors
    /// [`NoRoom`] when they are wider than the shelf.
    pub fn spread(&self, length: Mm) -> Result<Self, NoRoom> {
        let mut slots = self.in_order();
        let free = length - slots.iter().map(|slot| slot.width).sum::<Mm>();
        if free < 0 {
            return Err(NoRoom { missing: -free });
        }
        let gaps = Mm::try_from(slots.len()).unwrap_or(Mm::MAX - 1) + 1;
        let mut x = 0;
        for (number, slot) in slots.iter_mut().enumerate() {
            // The rest of the division goes to the first gaps, so that nothing is left over at the end.
            x += free / gaps + Mm::from(Mm::try_from(number).unwrap_or(0) < free % gaps);
            slot.x = x;
            x += slot.width;
        }
        Ok(self.with(slots))
    }

    /// Proposes goods in their order, one facing wide each in a slot of its own, behind what stands there, as long as there is room for
    /// the next. Gives the shelf and how many were placed; `code` makes codes for new slots.
    pub fn fill(&self, goods: &[(VariantId, Dimensions)], length: Mm, mut code: impl FnMut() -> SlotCode) -> (Self, usize) {
        let mut slots = self.in_order();
        let mut placed = 0;
        for (variant, size) in goods {
            let x = slots.last().map_or(GAP, |last| last.end() + GAP);
            if size.height > self.clear || x + size.width > length {
                break;
            }
            slots.push(Slot { code: code(), x, width: size.width, facings: vec![Facing::one(*variant, *size, self.depth)] });
            placed += 1;
        }
        (self.with(slots), placed)
    }

    fn in_order(&self) -> Vec<Slot> {
        let mut slots = self.slots.clone();
        slots.sort_by_key(|slot| slot.x);
        slots
    }

    fn with(&self, slots: Vec<Slot>) -> Self {
        Self { slots, ..self.clone() }
    }
}

/// Makes room for the slot at `at`: those behind it go right, and where the shelf ends all go left.
fn pushed(mut slots: Vec<Slot>, at: usize, length: Mm) -> Result<Vec<Slot>, NoRoom> {
    let missing = slots.iter().map(|slot| slot.width).sum::<Mm>() - length;
    if missing > 0 {
        return Err(NoRoom { missing });
    }
    // It gives way to those before it, and they stay as long as there is room.
    let mut free_from = if at > 0 { slots[at - 1].end() } else { 0 };
    for slot in &mut slots[at..] {
        slot.x = slot.x.max(free_from);
        free_from = slot.end();
    }
    let mut free_to = length;
    for slot in slots.iter_mut().rev() {
        slot.x = slot.x.min(free_to - slot.width);
        free_to = slot.x;
    }
    // Whoever stood past the left end comes back.
    let mut free_from = 0;
    for slot in &mut slots {
        slot.x = slot.x.max(free_from);
        free_from = slot.end();
    }
    Ok(slots)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::planogram::ShelfKind;
    use proptest::prelude::*;
    use uuid::Uuid;

    fn code(number: usize) -> SlotCode {
        format!("AAAA{:03}B", number).parse().expect("a code")
    }

    fn shelf(slots: &[(Mm, Mm)]) -> Shelf {
        let facing = |number| vec![Facing { variant: VariantId::new(Uuid::from_u128(number as u128)), wide: 1, high: 1, deep: 1 }];
        let slot = |(number, (x, width)): (usize, &(Mm, Mm))| Slot { code: code(number), x: *x, width: *width, facings: facing(number) };
        Shelf { height: 900, depth: 400, clear: 300, kind: ShelfKind::Board, slots: slots.iter().enumerate().map(slot).collect() }
    }

    fn places(shelf: &Shelf) -> Vec<(Mm, Mm)> {
        shelf.slots.iter().map(|slot| (slot.x, slot.width)).collect()
    }

    fn new(x: Mm, width: Mm) -> Slot {
        Slot { code: code(900), x, width, facings: vec![] }
    }

    #[test]
    fn what_is_put_in_pushes_the_others_as_little_as_it_must() {
        type Case = (&'static str, &'static [(Mm, Mm)], (Mm, Mm), Result<&'static [(Mm, Mm)], Mm>);
        let cases: [Case; 8] = [
            ("an empty shelf", &[], (100, 200), Ok(&[(100, 200)])),
            ("room between", &[(0, 200), (600, 200)], (300, 200), Ok(&[(0, 200), (300, 200), (600, 200)])),
            ("pushes right", &[(0, 200), (300, 200)], (250, 200), Ok(&[(0, 200), (250, 200), (450, 200)])),
            ("and only those in the way", &[(300, 100), (800, 100)], (250, 100), Ok(&[(250, 100), (350, 100), (800, 100)])),
            ("on the far half of one", &[(300, 200)], (420, 100), Ok(&[(300, 200), (500, 100)])),
            ("left where the shelf ends", &[(500, 500)], (760, 400), Ok(&[(100, 500), (600, 400)])),
            ("past the end", &[], (950, 200), Ok(&[(800, 200)])),
            ("too much", &[(0, 700)], (800, 400), Err(100)),
        ];
        for (name, slots, (x, width), expected) in cases {
            let got = shelf(slots).insert(new(x, width), 1_000).map(|shelf| places(&shelf)).map_err(|none| none.missing);
            assert_eq!(got, expected.map(<[_]>::to_vec), "{name}");
        }
    }

    #[test]
    fn a_wider_slot_pushes_and_a_narrower_one_leaves_the_others() {
        let full = shelf(&[(0, 200), (200, 200), (500, 200)]);
        assert_eq!(full.widen(code(1), 350, 1_000).map(|shelf| places(&shelf)), Ok(vec![(0, 200), (200, 350), (550, 200)]));
        assert_eq!(full.widen(code(1), 100, 1_000).map(|shelf| places(&shelf)), Ok(vec![(0, 200), (200, 100), (500, 200)]));
        assert_eq!(full.widen(code(1), 700, 1_000), Err(NoRoom { missing: 100 }));
        assert_eq!(full.widen(code(7), 700, 1_000), Ok(full.clone()));
    }

    #[test]
    fn goods_are_swapped_and_labels_stay() {
        let swapped = shelf(&[(0, 200), (300, 100)]).swap(code(0), code(1));
        let variants: Vec<_> = swapped.slots.iter().map(|slot| (slot.code, slot.facings[0].variant.uuid().as_u128())).collect();
        assert_eq!(variants, [(code(0), 1), (code(1), 0)]);
    }

    #[test]
    fn a_shelf_is_filled_in_order_until_the_next_does_not_fit() {
        let size = |width, height| Dimensions { width, height, depth: 150 };
        let goods: Vec<_> = [size(200, 200), size(300, 250), size(500, 100), size(50, 100)].into_iter().enumerate().collect();
        let goods: Vec<_> = goods.into_iter().map(|(number, size)| (VariantId::new(Uuid::from_u128(number as u128)), size)).collect();
        let mut next = 500;
        let (filled, placed) = shelf(&[(0, 100)]).fill(&goods, 1_000, || {
            next += 1;
            code(next)
        });
        assert_eq!((places(&filled), placed), (vec![(0, 100), (120, 200), (340, 300)], 2));
        assert_eq!(filled.slots[1].facings[0].capacity(), 2, "two stand behind each other in 400 mm");
        let tall = [(VariantId::new(Uuid::from_u128(1)), size(100, 400))];
        assert_eq!(shelf(&[]).fill(&tall, 1_000, || code(1)).1, 0, "higher than the shelf has room");
    }

    proptest! {
        #[test]
        fn nothing_overlaps_hangs_over_or_is_lost(slots in prop::collection::vec((0..2_000, 1..400), 0..12), x in -300..2_500, width in 1..500) {
            let length = 2_000;
            let before = shelf(&slots);
            let wide: Mm = slots.iter().map(|(_, width)| width).sum();
            let check = |after: &Shelf, more: usize| {
                prop_assert_eq!(after.slots.len(), before.slots.len() + more);
                let mut free_from = 0;
                for slot in &after.slots {
                    prop_assert!(slot.x >= free_from, "{:?}", places(after));
                    free_from = slot.end();
                }
                prop_assert!(free_from <= length);
                let mut codes: Vec<_> = after.slots.iter().map(|slot| slot.code).collect();
                codes.sort_unstable();
                codes.dedup();
                prop_assert_eq!(codes.len(), after.slots.len());
                Ok(())
            };
            match before.insert(new(x, width), length) {
                Ok(after) => check(&after, 1)?,
                Err(none) => prop_assert_eq!(none.missing, wide + width - length),
            }
            match before.spread(length) {
                Ok(after) => {
                    check(&after, 0)?;
                    let mut edges: Vec<Mm> = after.slots.iter().flat_map(|slot| [slot.x, slot.end()]).collect();
                    edges.insert(0, 0);
                    edges.push(length);
                    let gaps: Vec<Mm> = edges.chunks(2).map(|pair| pair[1] - pair[0]).collect();
                    prop_assert!(gaps.iter().max().unwrap_or(&0) - gaps.iter().min().unwrap_or(&0) <= 1, "{gaps:?}");
                }
                Err(none) => prop_assert_eq!(none.missing, wide - length),
            }
        }
    }
}
