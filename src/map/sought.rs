//! What is looked for, where it stands, where the visitor stands, and which floor is shown.

use crate::prelude::*;
use crate::ui::floor_plan::Pin;
use api::planogram::{Good, Map};
use domain::Gtin;
use domain::crockford::SlotCode;
use domain::ids::{FloorId, VariantId};
use domain::planogram::{Floor, Location};

/// Handed to every part of the page; copying it copies handles.
#[derive(Clone, Copy)]
pub struct Search {
    /// The live planogram.
    pub map: Signal<Map>,
    /// The code that is looked for.
    pub to: Signal<Option<Gtin>>,
    /// What is looked for, when the map has it.
    pub good: Memo<Option<Good>>,
    /// The floor that is shown.
    pub floor: Memo<Option<Floor>>,
    places: Memo<Vec<Location>>,
    here: Memo<Option<Location>>,
    chosen: RwSignal<Option<FloorId>>,
}

impl Search {
    /// For a code, from a scanned shelf; both may be unknown.
    pub fn new(map: Signal<Map>, to: Signal<Option<Gtin>>, at: Signal<Option<SlotCode>>) -> Self {
        let good = Memo::new(move |_| {
            let gtin = to.get()?;
            map.with(|map| map.goods.iter().find(|good| good.gtin == gtin).cloned())
        });
        let places = Memo::new(move |_| {
            let variant = good.with(|good| good.as_ref().map(|good| good.variant));
            variant.map(|variant| map.with(|map| map.planogram.locations_of(variant))).unwrap_or_default()
        });
        let here = Memo::new(move |_| {
            let slot = at.get()?;
            map.with(|map| map.planogram.locations().map(|(_, location)| location).find(|location| location.slot == slot))
        });
        let chosen = RwSignal::new(None);
        let floor = Memo::new(move |_| {
            let first = places.with(|places| places.first().map(|place| place.floor));
            let wanted = chosen.get().or(first).or_else(|| here.with(|here| here.as_ref().map(|here| here.floor)));
            map.with(|map| {
                let floors = &map.planogram.floors;
                let street = || floors.iter().find(|floor| floor.level == 1).or_else(|| floors.first());
                floors.iter().find(|floor| Some(floor.id) == wanted).or_else(street).cloned()
            })
        });
        Self { map, to, good, floor, places, here, chosen }
    }

    /// Every shelf that holds it, lowest floor first.
    pub fn places(self) -> Vec<Location> {
        self.places.get()
    }

    /// Shows a floor; `None` goes back to the one with what is sought.
    pub fn show_floor(self, floor: Option<FloorId>) {
        self.chosen.set(floor);
    }

    /// The pins of the floor that is shown; numbers as in the list of places.
    pub fn pins(self) -> Vec<Pin> {
        let shown = self.floor.with(|floor| floor.as_ref().map(|floor| floor.id));
        let goal = |(index, place): (usize, &Location)| {
            (Some(place.floor) == shown).then_some(Pin { at: place.at, number: Some(index + 1), fixture: place.fixture })
        };
        let here = self.here.get().filter(|here| Some(here.floor) == shown);
        let here = here.map(|here| Pin { at: here.at, number: None, fixture: here.fixture });
        self.places.with(|places| places.iter().enumerate().filter_map(goal).chain(here).collect())
    }

    /// A variant as the map names it. Not followed: who asks is built anew with the floor.
    pub fn good_of(self, variant: VariantId) -> Option<Good> {
        self.map.with_untracked(|map| map.goods.iter().find(|good| good.variant == variant).cloned())
    }
}
