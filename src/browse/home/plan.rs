//! The way to the map: the street floor drawn small.

use crate::i18n::t;
use crate::load::use_load;
use crate::prelude::*;
use crate::route::Route;
use crate::ui::floor_plan::FloorPlan;
use api::planogram::Map;
use api::planogram::get_planogram::GetPlanogram;
use domain::planogram::Floor;

/// Leads to the map, its drawing coming after it; nothing in a store that has no floors yet.
#[component]
pub(super) fn Plan(
    /// In links.
    store: String,
) -> Markup {
    let href = Route::Map { store: store.clone(), to: None, at: None }.href();
    let map = use_load(move || GetPlanogram { store: store.clone() }).value();
    let street = Memo::new(move |_| map.with(|map| map.as_deref().and_then(street)));
    let is_bare = Memo::new(move |_| map.with(Option::is_some) && street.with(Option::is_none));
    let label = t!(home.map_title);
    let drawing = move || {
        let floor = street.get()?;
        Some(view! { <FloorPlan floor=Signal::stored(floor) label/> })
    };
    live(move || {
        let href = href.clone();
        (!is_bare.get()).then(|| {
            view! {
                <a class="way-map" href=href>
                    <span class="way-map__words">
                        <b class="way-map__title">{label}</b>
                        <span class="quiet">{t!(home.map_lead)}</span>
                    </span>
                    <span class="way-map__drawing" aria-hidden="true">{drawing}</span>
                </a>
            }
        })
    })
}

/// Where visitors come in.
fn street(map: &Map) -> Option<Floor> {
    let floors = &map.planogram.floors;
    floors.iter().find(|floor| floor.level == 1).or(floors.first()).cloned()
}
