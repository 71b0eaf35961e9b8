//! The street floor drawn small, for a page that leads to the map.

use crate::i18n::t;
use crate::load::use_load;
use crate::prelude::*;
use crate::ui::floor_plan::FloorPlan;
use api::planogram::Map;
use api::planogram::get_planogram::GetPlanogram;
use domain::planogram::Floor;

/// Draws it once it is loaded; tells of a store without floors.
pub fn small_plan(store: String, is_bare: RwSignal<bool>) -> Markup {
    let map = use_load(move || GetPlanogram { store: store.clone() }).value();
    let street = Memo::new(move |_| map.with(|map| map.as_deref().and_then(street)));
    Effect::new(move |_| {
        if map.with(Option::is_some) && street.with(Option::is_none) {
            is_bare.set(true);
        }
    });
    live(move || {
        let floor = street.get()?;
        Some(view! { <FloorPlan floor=Signal::stored(floor) label=t!(home.map_title)/> })
    })
}

/// Where visitors come in.
fn street(map: &Map) -> Option<Floor> {
    let floors = &map.planogram.floors;
    floors.iter().find(|floor| floor.level == 1).or(floors.first()).cloned()
}
