//! Where to go: the places of what is sought and the walk to each, or the visitor's list in a good order.

use api::planogram::{Good, Map};
use domain::Gtin;
use domain::crockford::SlotCode;
use domain::ids::{FloorId, VariantId};
use domain::planogram::geometry::Point;
use domain::planogram::route::{Blocked, Goal, Ground, Spot, Walk, Way};
use domain::planogram::{Location, Planogram};
use std::collections::BTreeMap;

/// What the visitor asks for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Ask {
    /// To look about.
    #[default]
    Nothing,
    /// One product, wherever it stands.
    One(Gtin),
    /// What stands at a slot now.
    Slot(SlotCode),
    /// Several products, each where it is nearest.
    Several(Vec<Gtin>),
}

/// Where a walk begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Here {
    /// In front of a shelf, or at the door.
    pub spot: Spot,
    /// The visitor is known to be there.
    pub is_known: bool,
}

/// A place that holds something sought.
#[derive(Clone, Debug, PartialEq)]
pub struct Stop {
    pub good: Good,
    pub place: Location,
    /// Of a list, from the stop before. `None` where nobody knows where to begin.
    pub walk: Option<Result<Walk, Blocked>>,
}

/// The answer.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Plan {
    /// Of one product, the nearest first; of a list, in the order of the walk.
    pub stops: Vec<Stop>,
    /// What the map does not have.
    pub absent: Vec<Gtin>,
    /// One walk leads through all stops.
    pub is_tour: bool,
}

impl Here {
    /// The scanned shelf, else the entrance.
    pub fn of(planogram: &Planogram, at: Option<SlotCode>) -> Option<Self> {
        let scanned = at.and_then(|slot| planogram.standing_point(slot)).map(|spot| Self { spot, is_known: true });
        scanned.or_else(|| planogram.entrance().map(|spot| Self { spot, is_known: false }))
    }
}

impl Plan {
    /// Where things stand, without walks.
    pub fn places(map: &Map, ask: &Ask) -> Self {
        let is_sought = |good: &Good, place: &Location| match ask {
            Ask::Nothing => false,
            Ask::One(gtin) => good.gtin == *gtin,
            Ask::Slot(slot) => place.slot == *slot,
            Ask::Several(gtins) => gtins.contains(&good.gtin),
        };
        let found = located(map).filter(|(good, place)| is_sought(good, place));
        let stops = found.map(|(good, place)| Stop { good: good.clone(), place, walk: None }).collect();
        Self { stops, ..Self::default() }
    }

    /// Computes the walks: a dear call on a large floor.
    pub fn of(map: &Map, ask: &Ask, here: Option<Here>, way: Way) -> Self {
        match ask {
            Ask::Nothing => Self::default(),
            Ask::One(gtin) => Self::to_one(map, |good, _| good.gtin == *gtin, here, way).or_absent(*gtin),
            Ask::Slot(slot) => Self::to_one(map, |_, place| place.slot == *slot, here, way),
            Ask::Several(gtins) => Self::through(map, gtins, here, way),
        }
    }

    fn to_one(map: &Map, is_sought: impl Fn(&Good, &Location) -> bool, here: Option<Here>, way: Way) -> Self {
        let found = located(map).filter(|(good, place)| is_sought(good, place)).collect::<Vec<_>>();
        let ground = here.filter(|_| !found.is_empty()).map(|here| (here, Ground::of(&map.planogram, way)));
        let stop = |(good, place): (&Good, Location)| {
            let walk = ground.as_ref().and_then(|(here, ground)| Some(ground.walk(here.spot, &goal(&map.planogram, &place)?)));
            Stop { good: good.clone(), place, walk }
        };
        let mut stops: Vec<Stop> = found.into_iter().map(stop).collect();
        stops.sort_by_key(|stop| stop.length());
        Self { stops, ..Self::default() }
    }

    fn through(map: &Map, gtins: &[Gtin], here: Option<Here>, way: Way) -> Self {
        let all: Vec<(&Good, Location)> = located(map).collect();
        let mut found = Vec::new();
        let mut absent = Vec::new();
        for gtin in gtins {
            let places = all.iter().filter(|(good, _)| good.gtin == *gtin);
            match places.min_by_key(|(_, place)| here.map(|here| apart(here.spot, place))) {
                Some((good, place)) => found.push(((*good).clone(), place.clone())),
                None => absent.push(*gtin),
            }
        }
        let stops = match here {
            Some(here) => in_order(&map.planogram, found, here, way),
            None => found.into_iter().map(|(good, place)| Stop { good, place, walk: None }).collect(),
        };
        Self { stops, absent, is_tour: true }
    }

    fn or_absent(mut self, gtin: Gtin) -> Self {
        if self.stops.is_empty() {
            self.absent.push(gtin);
        }
        self
    }

    /// The walks that are shown while the stop at `chosen` is looked at.
    pub fn walks(&self, chosen: usize) -> impl Iterator<Item = &Walk> {
        let shown = self.stops.iter().enumerate().filter(move |(index, _)| self.is_tour || *index == chosen);
        shown.filter_map(|(_, stop)| stop.walk.as_ref()?.as_ref().ok())
    }

    /// What is walked on a floor.
    pub fn lines_on(&self, floor: FloorId, chosen: usize) -> Vec<Vec<Point>> {
        self.walks(chosen).flat_map(|walk| &walk.legs).filter(|leg| leg.floor == floor).map(|leg| leg.line.clone()).collect()
    }

    /// In millimetres.
    pub fn length(&self, chosen: usize) -> i32 {
        self.walks(chosen).map(|walk| walk.length).sum()
    }
}

impl Stop {
    /// What cannot be reached comes last.
    fn length(&self) -> i32 {
        self.walk.as_ref().and_then(|walk| walk.as_ref().ok()).map_or(i32::MAX, |walk| walk.length)
    }
}

/// Every facing of a variant that the map names.
fn located(map: &Map) -> impl Iterator<Item = (&Good, Location)> {
    let goods: BTreeMap<VariantId, &Good> = map.goods.iter().map(|good| (good.variant, good)).collect();
    map.planogram.locations().filter_map(move |(variant, place)| Some((*goods.get(&variant)?, place)))
}

fn goal(planogram: &Planogram, place: &Location) -> Option<Goal> {
    Some(Goal { spot: planogram.standing_point(place.slot)?, slot: Some(place.slot) })
}

/// Another floor is farther than the far end of this one.
fn apart(from: Spot, place: &Location) -> (bool, i64) {
    let (x, y) = (i64::from(from.at.x - place.at.x), i64::from(from.at.y - place.at.y));
    (from.floor != place.floor, x * x + y * y)
}

fn in_order(planogram: &Planogram, found: Vec<(Good, Location)>, here: Here, way: Way) -> Vec<Stop> {
    let goals: Vec<Goal> = found.iter().filter_map(|(_, place)| goal(planogram, place)).collect();
    let tour = Ground::of(planogram, way).tour(here.spot, &goals);
    let reached = tour.order.iter().zip(tour.walks).map(|(index, walk)| (*index, Ok(walk)));
    let walks = reached.chain(tour.unreached.into_iter().map(|(index, why)| (index, Err(why))));
    let stop = |(index, walk): (usize, Result<Walk, Blocked>)| {
        let (good, place) = found.get(index)?.clone();
        Some(Stop { good, place, walk: Some(walk) })
    };
    walks.filter_map(stop).collect()
}
