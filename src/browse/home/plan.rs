//! The way to the map: the street floor drawn small.

use crate::i18n::{t_string, use_i18n};
use crate::load::use_load;
use crate::route::Route;
use crate::ui::floor_plan::FloorPlan;
use api::planogram::Map;
use api::planogram::get_planogram::GetPlanogram;
use domain::planogram::Floor;
use leptos::prelude::*;

/// Leads to the map, with or without its drawing.
#[component]
pub(super) fn Plan(
    /// In links.
    store: String,
) -> impl IntoView {
    let i18n = use_i18n();
    let href = Route::Map { store: store.clone(), to: None, at: None }.href();
    let map = use_load(move || GetPlanogram { store: store.clone() }).value();
    let street = Memo::new(move |_| map.with(|map| map.as_ref().and_then(street)));
    let label = Signal::derive(move || t_string!(i18n, home.map_title).to_owned());
    let drawing = move || {
        let floor = street.get()?;
        Some(view! { <FloorPlan floor=Signal::stored(floor) label/> })
    };
    view! {
        <a class="way-map" href=href>
            <span class="way-map__words">
                <b class="way-map__title">{move || label.get()}</b>
                <span class="quiet">{move || t_string!(i18n, home.map_lead)}</span>
            </span>
            <span class="way-map__drawing" aria-hidden="true">{drawing}</span>
        </a>
    }
}

/// Where visitors come in.
fn street(map: &Map) -> Option<Floor> {
    let floors = &map.planogram.floors;
    floors.iter().find(|floor| floor.level == 1).or(floors.first()).cloned()
}
