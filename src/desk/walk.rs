//! The way past shelves from the counter, as the server's map knows it. Without an answer things stand in the list's own order.

use super::work::use_desk;
use crate::load::use_load_with;
use crate::prelude::*;
use crate::signal::Shared;
use crate::ui::shelf_picture::ShelfPicture;
use api::pickup::get_walk::GetWalk;
use api::pickup::{Walk, WalkStop};
use domain::crockford::SlotCode;
use domain::planogram::Location;

/// The way past some slots, once it is known.
#[derive(Clone, Copy)]
pub(super) struct Walking(Signal<Option<Shared<Walk>>>);

/// Asks for it; asks again when other slots are on the way.
pub(super) fn use_walk(slots: impl Fn() -> Vec<SlotCode> + Send + Sync + 'static) -> Walking {
    let desk = use_desk();
    let named = Memo::new(move |_| {
        let mut slots = slots();
        slots.sort_unstable();
        slots.dedup();
        slots.iter().map(ToString::to_string).collect::<Vec<_>>().join(",")
    });
    let load = use_load_with(move || {
        let slots = named.get();
        (!slots.is_empty()).then(|| (GetWalk { store: desk.store(), slots }, Default::default()))
    });
    Walking(load.value())
}

impl Walking {
    /// To sort by: what has no place, or none yet, comes last.
    pub fn place(self, at: Option<&Location>) -> usize {
        let is_there = |stop: &WalkStop| at.is_some_and(|at| at.slot == stop.slot);
        self.0.with(|walk| walk.as_ref().and_then(|walk| walk.stops.iter().position(is_there))).unwrap_or(usize::MAX)
    }

    /// How far, in metres.
    pub fn metres(self) -> Option<u32> {
        self.0.with(|walk| walk.as_ref().map(|walk| walk.length.div_ceil(1000)).filter(|metres| *metres > 0))
    }

    fn part(self, slot: SlotCode) -> Option<(u16, u16)> {
        self.0.with(|walk| {
            let stop = walk.as_ref()?.stops.iter().find(|stop| stop.slot == slot)?;
            Some((stop.left, stop.width))
        })
    }
}

/// The shelf of a place, with the place marked.
pub(super) fn shelf(walking: Walking, at: &Location) -> Markup {
    let slot = at.slot;
    view! { <ShelfPicture shelf=at.shelf shelves=at.shelves part=Signal::derive(move || walking.part(slot))/> }
}
