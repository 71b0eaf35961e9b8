//! What is looked for, where it stands, where the visitor stands, and which floor is shown.

use super::beside::{Beside, Bring};
use super::plan::{Ask, Here, Plan};
use crate::browser::storage;
use crate::load::{Part, use_part};
use crate::prelude::*;
use crate::session::kiosk::is_kiosk;
use crate::ui::floor_plan::Pin;
use api::planogram::{Good, Map};
use domain::crockford::SlotCode;
use domain::ids::{FloorId, VariantId};
use domain::planogram::geometry::Point;
use domain::planogram::route::{Spot, Way};
use domain::planogram::{Floor, Location};

/// Whether this phone's walks use no stairs.
const STEP_FREE: &str = "step-free";

/// Handed to every part of the page; copying it copies handles.
#[derive(Clone, Copy)]
pub struct Search {
    /// The live planogram.
    pub map: Signal<Map>,
    /// What is looked for.
    pub ask: Memo<Ask>,
    /// Where it stands and how to get there.
    pub plan: Memo<Plan>,
    /// The floor that is shown.
    pub floor: Memo<Option<Floor>>,
    /// How the visitor walks.
    pub way: RwSignal<Way>,
    /// Which stop's walk is shown, of one product.
    pub chosen: RwSignal<usize>,
    /// Counts what happens to stock and shelves.
    pub changes: RwSignal<u32>,
    /// What finds the way and draws shelves, once it is here.
    pub beside: RwSignal<Part<Beside>>,
    /// Asks for it again.
    pub again: Trigger,
    here: Memo<Option<Here>>,
    wanted: RwSignal<Option<FloorId>>,
}

impl Search {
    /// From a scanned shelf, which may be unknown. `level` is the floor that a link asks for.
    pub fn new(
        map: Signal<Map>,
        ask: Memo<Ask>,
        at: Signal<Option<SlotCode>>,
        level: Option<i16>,
        changes: RwSignal<u32>,
        bring: Bring,
    ) -> Self {
        let (beside, again) = use_part(bring);
        let way = RwSignal::new(if storage::local(STEP_FREE).is_some() { Way::StepFree } else { Way::Any });
        let here = Memo::new(move |_| map.with(|map| Here::of(&map.planogram, at.get())));
        let plan = Memo::new(move |_| {
            map.with(|map| {
                ask.with(|ask| match beside.get() {
                    Part::Here(beside) => (beside.plan)(map, ask, here.get(), way.get()),
                    _ => Plan::places(map, ask),
                })
            })
        });
        let linked = level.and_then(|level| {
            map.with_untracked(|map| map.planogram.floors.iter().find(|floor| floor.level == level).map(|floor| floor.id))
        });
        let (wanted, chosen) = (RwSignal::new(linked), RwSignal::new(0));
        // Something else is looked for from its own beginning.
        Effect::new(move |before: Option<Ask>| {
            let now = ask.get();
            if before.is_some_and(|before| before != now) {
                chosen.set(0);
                wanted.set(None);
            }
            now
        });
        let floor = Memo::new(move |_| {
            let first = plan.with(|plan| plan.stops.first().map(|stop| stop.place.floor));
            let known = || here.get().filter(|here| here.is_known).map(|here| here.spot.floor);
            let wanted = wanted.get().or(first).or_else(known);
            map.with(|map| {
                let floors = &map.planogram.floors;
                let street = || floors.iter().find(|floor| floor.level == 1).or_else(|| floors.first());
                floors.iter().find(|floor| Some(floor.id) == wanted).or_else(street).cloned()
            })
        });
        Self { map, ask, plan, floor, way, chosen, changes, beside, again, here, wanted }
    }

    /// Shows a floor; `None` goes back to the one with what is sought.
    pub fn show_floor(self, floor: Option<FloorId>) {
        self.wanted.set(floor);
    }

    /// Shows the walk to a stop, and its floor.
    pub fn choose(self, index: usize) {
        self.chosen.set(index);
        self.wanted.set(self.plan.with_untracked(|plan| plan.stops.get(index).map(|stop| stop.place.floor)));
    }

    /// Remembers how this visitor walks; a kiosk does not, its next one walks otherwise.
    pub fn walk(self, way: Way) {
        match way {
            Way::StepFree if is_kiosk() => {}
            Way::StepFree => storage::set_local(STEP_FREE, "1"),
            Way::Any => storage::remove_local(STEP_FREE),
        }
        self.way.set(way);
    }

    /// Where the visitor is known to stand.
    pub fn here(self) -> Option<Spot> {
        self.here.get().filter(|here| here.is_known).map(|here| here.spot)
    }

    /// Where walks begin.
    pub fn start(self) -> Option<Here> {
        self.here.get()
    }

    /// The floor that is shown.
    pub fn shown(self) -> Option<FloorId> {
        self.floor.with(|floor| floor.as_ref().map(|floor| floor.id))
    }

    /// The pins of the floor that is shown; numbers as in the list of places.
    pub fn pins(self) -> Vec<Pin> {
        let shown = self.shown();
        let here = self.here().filter(|here| Some(here.floor) == shown);
        let here = here.map(|here| Pin { at: here.at, number: None, fixture: None, heading: here.heading });
        self.plan.with(|plan| {
            let on_floor = plan.stops.iter().enumerate().filter(|(_, stop)| Some(stop.place.floor) == shown);
            on_floor.map(|(index, stop)| Pin::goal(stop.place.at, index + 1, stop.place.fixture)).chain(here).collect()
        })
    }

    /// What is walked on the floor that is shown.
    pub fn walk_lines(self) -> Vec<Vec<Point>> {
        let chosen = self.chosen.get();
        self.shown().map(|floor| self.plan.with(|plan| plan.lines_on(floor, chosen))).unwrap_or_default()
    }

    /// Whether a place is one that is sought.
    pub fn is_sought(self, slot: SlotCode) -> bool {
        self.plan.with(|plan| plan.stops.iter().any(|stop| stop.place.slot == slot))
    }

    /// Every place that is sought.
    pub fn places(self) -> Vec<Location> {
        self.plan.with(|plan| plan.stops.iter().map(|stop| stop.place.clone()).collect())
    }

    /// A variant as the map names it. Not followed: who asks is built anew with the floor.
    pub fn good_of(self, variant: VariantId) -> Option<Good> {
        self.map.with_untracked(|map| map.goods.iter().find(|good| good.variant == variant).cloned())
    }
}
