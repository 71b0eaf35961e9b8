//! The way to the map: the street floor drawn small, without any words to miss.

use crate::i18n::{t_string, use_i18n};
use crate::load::use_load;
use crate::route::Route;
use api::planogram::Map;
use api::planogram::get_planogram::GetPlanogram;
use domain::planogram::geometry::{Bounds, Point};
use domain::planogram::{Fixture, FixtureKind, Floor};
use leptos::prelude::*;

/// Leads to the map. Without a drawing it still does.
#[component]
pub(super) fn Plan(
    /// In links.
    store: String,
) -> impl IntoView {
    let i18n = use_i18n();
    let href = Route::Map { store: store.clone(), to: None, at: None }.href();
    let map = use_load(move || GetPlanogram { store: store.clone() }).value();
    view! {
        <a class="plan" href=href>
            <span>
                <b class="plan__title">{move || t_string!(i18n, home.map_title)}</b>
                <br/>
                <span class="quiet">{move || t_string!(i18n, home.map_lead)}</span>
            </span>
            {move || match map.get().as_ref().and_then(street) {
                Some(floor) => drawing(floor),
                None => view! { <span class="plan__drawing bone" data-waiting=""></span> }.into_any(),
            }}
        </a>
    }
}

/// Where visitors come in.
fn street(map: &Map) -> Option<&Floor> {
    let floors = &map.planogram.floors;
    floors.iter().find(|floor| floor.level == 1).or(floors.first())
}

fn drawing(floor: &Floor) -> AnyView {
    let Some(bounds) = Bounds::around(floor.outline.iter().copied()) else { return ().into_any() };
    let view_box = format!("{} {} {} {}", bounds.min.x - 120, bounds.min.y - 120, bounds.width() + 240, bounds.height() + 240);
    let zones = floor.zones.iter().map(|zone| view! { <polygon class="plan__zone" points=points(&zone.area)/> }).collect_view();
    view! {
        <svg class="plan__drawing" viewBox=view_box preserveAspectRatio="xMidYMid meet" aria-hidden="true">
            <polygon class="plan__floor" points=points(&floor.outline)/>
            {zones}
            {floor.fixtures.iter().map(furniture).collect_view()}
        </svg>
    }
    .into_any()
}

fn furniture(fixture: &Fixture) -> AnyView {
    let Fixture { centre, size, rotation, kind, .. } = fixture;
    let turn = format!("translate({} {}) rotate({rotation})", centre.x, centre.y);
    match kind {
        FixtureKind::RoundTable => view! { <circle class="plan__fixture" transform=turn r=size.width / 2/> }.into_any(),
        FixtureKind::Gate => ().into_any(),
        _ => {
            let kind = if *kind == FixtureKind::Counter { "counter" } else { "shelf" };
            let (x, y) = (-size.width / 2, -size.depth / 2);
            view! {
                <rect class="plan__fixture" data-kind=kind transform=turn x=x y=y width=size.width height=size.depth rx="60"/>
            }
            .into_any()
        }
    }
}

fn points(points: &[Point]) -> String {
    points.iter().map(|point| format!("{},{}", point.x, point.y)).collect::<Vec<_>>().join(" ")
}
