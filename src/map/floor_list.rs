//! The floor without the drawing: everything that the map shows, in words.

use super::shelves::Shelves;
use super::sought::Search;
use crate::i18n::{say, t, t_string, use_i18n};
use crate::prelude::*;
use crate::ui::whereabouts;
use domain::planogram::{Fixture, Floor};

/// Places, then zones with their furniture, each with its shelves.
#[component]
pub fn FloorList(store: StoredValue<String>, search: Search) -> Markup {
    live(move || search.floor.get().map(|floor| floor_view(store, search, &floor)))
}

fn floor_view(store: StoredValue<String>, search: Search, floor: &Floor) -> Markup {
    let i18n = use_i18n();
    let places = floor.places.iter().map(|place| view! { <li class="floor-list__place">{whereabouts::place(i18n, place.kind)}</li> });
    let zone = |zone: &domain::planogram::Zone| {
        let fixtures = floor.fixtures.iter().filter(|fixture| fixture.zone == Some(zone.id));
        let name = say(zone.name.clone());
        view! { <section class="floor-list__zone"><h2>{name}</h2>{fixtures.map(|of| piece(store, search, of)).collect_view()}</section> }
    };
    let outside: Vec<&Fixture> = floor.fixtures.iter().filter(|fixture| fixture.zone.is_none()).collect();
    let outside = (!outside.is_empty()).then(|| {
        view! {
            <section class="floor-list__zone">
                <h2>{t!(map.outside_zones)}</h2>
                {outside.into_iter().map(|of| piece(store, search, of)).collect_view()}
            </section>
        }
    });
    view! {
        <div class="floor-list">
            <section class="floor-list__zone">
                <h2>{t!(map.places)}</h2>
                <ul class="floor-list__places">{places.collect_view()}</ul>
            </section>
            {floor.zones.iter().map(zone).collect_view()}
            {outside}
        </div>
    }
}

/// Folded, with how many products stand there; what is sought stands open.
fn piece(store: StoredValue<String>, search: Search, fixture: &Fixture) -> Markup {
    let i18n = use_i18n();
    let names = fixture.shelves.iter().flat_map(|shelf| &shelf.slots).flat_map(|slot| &slot.facings);
    let mut names: Vec<_> = names.filter_map(|facing| search.good_of(facing.variant)).map(|good| good.name).collect();
    names.dedup();
    let mut unique = Vec::new();
    names.into_iter().for_each(|name| {
        if !unique.contains(&name) {
            unique.push(name)
        }
    });
    let count = t_string!(i18n, map.goods_count, count = unique.len().to_string());
    let sought = search.places().iter().any(|place| place.fixture == fixture.id);
    view! {
        <details class="piece" open=sought>
            <summary class="piece__head">
                <b class="piece__sign">{fixture.code.clone()}</b>
                <span>{say(fixture.name.clone())}</span>
                <span class="quiet">{count}</span>
            </summary>
            <Shelves store search fixture=fixture.clone()/>
        </details>
    }
}
