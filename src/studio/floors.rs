//! The floors, each with its zones and how much furniture stands there.

use crate::i18n::{Words, language_of, t_string, use_i18n};
use crate::prelude::*;
use api::planogram::Map;
use domain::planogram::Floor;

/// A row a floor, the lowest first.
#[component]
pub(super) fn Floors(map: Signal<Map>) -> Markup {
    let i18n = use_i18n();
    let rows = move || map.with(|map| map.planogram.floors.iter().map(|floor| row(i18n, floor)).collect_view());
    view! { <ul class="floors">{rows}</ul> }
}

fn row(i18n: Words, floor: &Floor) -> Markup {
    let language = language_of(i18n.get_locale());
    let zones = floor.zones.iter().map(|zone| zone.name.get(language)).collect::<Vec<_>>().join(" · ");
    let slots: usize = floor.fixtures.iter().flat_map(|fixture| &fixture.shelves).map(|shelf| shelf.slots.len()).sum();
    let holds = t_string!(i18n, studio.floor, fixtures = floor.fixtures.len().to_string(), slots = slots.to_string());
    view! {
        <li class="floors__one">
            <b>{floor.name.get(language).to_owned()}</b>
            <span>{zones}</span>
            <span class="quiet">{holds}</span>
        </li>
    }
}
