//! The floor without the drawing: everything that the map shows, in words.

use super::shelves::Shelves;
use super::sought::Search;
use crate::i18n::{say, t, t_string, use_i18n};
use crate::prelude::*;
use crate::ui::button::{Button, Variant};
use crate::ui::whereabouts;
use domain::ids::FixtureId;
use domain::planogram::{Fixture, Floor};

/// Places, then zones with their furniture, each with its shelves.
#[component]
pub fn FloorList(store: StoredValue<String>, search: Search, on_open: Callback<FixtureId>) -> Markup {
    live(move || search.floor.get().map(|floor| floor_view(store, search, on_open, &floor)))
}

fn floor_view(store: StoredValue<String>, search: Search, on_open: Callback<FixtureId>, floor: &Floor) -> Markup {
    let i18n = use_i18n();
    let places = floor.places.iter().map(|place| view! { <li class="floor-list__place">{whereabouts::place(i18n, place.kind)}</li> });
    let zone = |zone: &domain::planogram::Zone| {
        let fixtures = floor.fixtures.iter().filter(|fixture| fixture.zone == Some(zone.id));
        let name = say(zone.name.clone());
        view! { <section class="floor-list__zone"><h2>{name}</h2>{fixtures.map(|of| piece(store, search, on_open, of)).collect_view()}</section> }
    };
    let outside: Vec<&Fixture> = floor.fixtures.iter().filter(|fixture| fixture.zone.is_none()).collect();
    let outside = (!outside.is_empty()).then(|| {
        view! {
            <section class="floor-list__zone">
                <h2>{t!(map.outside_zones)}</h2>
                {outside.into_iter().map(|of| piece(store, search, on_open, of)).collect_view()}
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
fn piece(store: StoredValue<String>, search: Search, on_open: Callback<FixtureId>, fixture: &Fixture) -> Markup {
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
    let (opened, fixture) = (RwSignal::new(sought), StoredValue::new(fixture.clone()));
    let (code, name) = fixture.with_value(|of| (of.code.clone(), of.name.clone()));
    // A large floor has thousands of things: they come when somebody looks.
    let shelves = move || {
        opened.get().then(|| {
            let fixture = fixture.get_value();
            let id = fixture.id;
            view! {
                <Shelves store search fixture/>
                <Button variant=Variant::Quiet on_press=move |_| on_open.run(id)>{t!(map.shelf_view.prices)}</Button>
            }
        })
    };
    let closed = fixture.with_value(|of| of.closed).then(|| view! { <span class="quiet">{t!(map.closed)}</span> });
    view! {
        <details class="piece" open=sought on:toggle=move |_| opened.set(true)>
            <summary class="piece__head">
                <b class="piece__sign">{code}</b>
                <span>{say(name)}</span>
                {closed}
                <span class="quiet">{count}</span>
            </summary>
            {shelves}
        </details>
    }
}
