//! Slots on their shelves, and goods in their slots.

use super::{Finding, Flaw, Known, Weight};
use crate::ids::VariantId;
use crate::planogram::geometry::{Dimensions, Mm};
use crate::planogram::{Facing, Fixture, Floor, Shelf, Slot};

pub(super) fn look(floor: &Floor, fixture: &Fixture, known: &impl Fn(VariantId) -> Option<Known>, found: &mut Vec<Finding>) {
    for (at, shelf) in fixture.shelves.iter().enumerate() {
        if shelf.height > fixture.height {
            let number = u16::try_from(at + 1).unwrap_or(u16::MAX);
            let what = Flaw::ShelfAbove { shelf: number, height: fixture.height };
            found.push(Finding::of(Weight::Look, floor, fixture, what));
        }
        for slot in &shelf.slots {
            let mut say = |weight, what| found.push(Finding { slot: Some(slot.code), ..Finding::of(weight, floor, fixture, what) });
            let past = reaches(fixture, shelf, slot);
            if past > 0 {
                say(Weight::Must, Flaw::Reaches(past));
            }
            goods(shelf, slot, known, &mut say);
        }
    }
}

/// How far a slot reaches past its shelf's ends or into the next slot on its right.
fn reaches(fixture: &Fixture, shelf: &Shelf, slot: &Slot) -> Mm {
    let end = slot.x + slot.width;
    let next = shelf.slots.iter().filter(|other| other.code != slot.code && other.x >= slot.x).map(|other| other.x).min();
    (-slot.x).max(end - next.unwrap_or(fixture.size.width).min(fixture.size.width))
}

fn goods(shelf: &Shelf, slot: &Slot, known: &impl Fn(VariantId) -> Option<Known>, say: &mut impl FnMut(Weight, Flaw)) {
    let boxes: Vec<(&Facing, Option<Known>)> = slot.facings.iter().map(|facing| (facing, known(facing.variant))).collect();
    let needs = |of: fn(&Dimensions) -> Mm, count: fn(&Facing) -> u16| {
        boxes.iter().filter_map(move |(facing, known)| Some(of(&known.as_ref()?.dimensions) * Mm::from(count(facing))))
    };
    let wide = slot.needs(|variant| known(variant).map(|known| known.dimensions));
    let high = needs(|size| size.height, |facing| facing.high).max().unwrap_or(0);
    let deep = needs(|size| size.depth, |facing| facing.deep).max().unwrap_or(0);
    if wide > slot.width {
        say(Weight::Must, Flaw::TooWide { needs: wide, has: slot.width });
    }
    if high > shelf.clear {
        say(Weight::Must, Flaw::TooHigh { needs: high, has: shelf.clear });
    }
    if deep > shelf.depth {
        say(Weight::Look, Flaw::TooDeep { needs: deep, has: shelf.depth });
    }
    for (facing, known) in &boxes {
        match known {
            None => say(Weight::Must, Flaw::Gone(facing.variant)),
            Some(known) => {
                if known.guessed {
                    say(Weight::Look, Flaw::Guessed(facing.variant));
                }
                if known.reviews == 0 {
                    say(Weight::Look, Flaw::Unreviewed(facing.variant));
                }
            }
        }
    }
}
