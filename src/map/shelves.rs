//! A piece of furniture from its top shelf down, with what stands on each.

use super::sought::Search;
use crate::i18n::{say, t, use_i18n};
use crate::prelude::*;
use crate::route::Route;
use crate::ui::picture::Picture;
use crate::ui::whereabouts;
use api::planogram::Good;
use domain::crockford::SlotCode;
use domain::planogram::{Fixture, Reach, Shelf};

/// As a numbered list; each product leads to its page and keeps the shelf.
#[component]
pub fn Shelves(store: StoredValue<String>, search: Search, fixture: Fixture) -> Markup {
    let i18n = use_i18n();
    let count = u16::try_from(fixture.shelves.len()).unwrap_or(u16::MAX);
    if fixture.shelves.is_empty() {
        return view! { <p class="lead">{t!(map.empty_fixture)}</p> };
    }
    let shelf = |(number, shelf): (u16, Shelf)| {
        let reach = Reach::of(shelf.height);
        let words = move || {
            let parts = [whereabouts::shelf(i18n, number, count), whereabouts::reach(i18n, reach).to_owned()];
            parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
        };
        view! { <li class="shelves__one"><h3 class="shelves__name">{words}</h3>{goods(store, search, &shelf)}</li> }
    };
    view! { <ol class="shelves">{(1..).zip(fixture.shelves).map(shelf).collect_view()}</ol> }
}

fn goods(store: StoredValue<String>, search: Search, shelf: &Shelf) -> Markup {
    let goods = on_shelf(search, shelf);
    if goods.is_empty() {
        return view! { <p class="quiet">{t!(map.empty_shelf)}</p> };
    }
    let good = move |(slot, good): (SlotCode, Good)| {
        let href = Route::Product { store: store.get_value(), gtin: good.gtin, at: Some(slot) }.href();
        let sought = search.is_sought(slot).then_some("");
        view! {
            <li>
                <a class="shelves__good" data-sought=sought href=href>
                    <span class="shelves__picture" aria-hidden="true"><Picture picture=good.picture name=good.name.clone() size=96/></span>
                    {say(good.name)}
                </a>
            </li>
        }
    };
    view! { <ul class="shelves__goods">{goods.into_iter().map(good).collect_view()}</ul> }
}

/// From left to right; colours and sizes of one product beside each other are one entry, the sought one first among them.
fn on_shelf(search: Search, shelf: &Shelf) -> Vec<(SlotCode, Good)> {
    let mut found: Vec<(SlotCode, Good)> = Vec::new();
    for slot in &shelf.slots {
        for good in slot.facings.iter().filter_map(|facing| search.good_of(facing.variant)) {
            match found.iter_mut().find(|(_, known)| known.name == good.name) {
                Some(known) if search.is_sought(slot.code) => *known = (slot.code, good),
                Some(_) => {}
                None => found.push((slot.code, good)),
            }
        }
    }
    found
}
