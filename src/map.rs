//! Where things stand: the floor as a drawing and as a list, the shelf, the thing that is sought and the walk to it.

mod beside;
mod elevation;
mod explorer;
mod floor_list;
mod goal;
mod plan;
mod shelf;
mod shelves;
mod small;
mod sought;
mod steps;

use crate::browser::address::use_address;
use crate::browser::document;
use crate::i18n::{t, t_string, use_i18n, use_language};
use crate::live::{Follow, Heard, use_live};
use crate::load::{Loaded, use_load};
use crate::prelude::*;
use crate::route::{Route, query, use_codes, use_query, use_slot};
use crate::ui::button::ButtonLink;
use crate::ui::empty::Empty;
use crate::ui::heading::Heading;
use crate::ui::segmented::{Choice, Segmented};
use crate::ui::tabs::{Tab, Tabs};
use api::event::Happening;
use api::planogram::Map;
use api::planogram::get_planogram::GetPlanogram;
pub use beside::Beside;
use beside::Bring;
use domain::ids::FixtureId;
use plan::Ask;
pub use small::small_plan;
use sought::Search;

const MAP: &str = "map";
const LIST: &str = "list";

/// `/s/{store}/map?to={gtin}&at={slot}`, `?list={gtin},{gtin}`, `?floor={level}&fixture={sign}&slot={slot}`
#[component]
pub fn MapPage(
    /// In links.
    store: String,
    /// Fetches what comes beside the drawing.
    beside: Bring,
) -> Markup {
    let (asked, followed) = (store.clone(), store.clone());
    let changes = RwSignal::new(0);
    let map = use_load(move || GetPlanogram { store: asked.clone() });
    let live = use_live(move || Some(Follow { store: followed.clone(), since: None, token: None }));
    live.on_happening(move |heard| {
        let (is_map, is_stock) = match heard {
            Heard::Resync => (true, true),
            Heard::Event(event) => {
                (matches!(event.what, Happening::Planogram { .. }), matches!(event.what, Happening::Stock { .. } | Happening::Check { .. }))
            }
        };
        if is_map {
            map.reload();
        }
        if is_map || is_stock {
            changes.update(|count| *count += 1);
        }
    });
    let store = StoredValue::new(store);
    view! {
        <div class="page map">
            <Heading text=t!(map.title)/>
            <Loaded load=map skeleton=|| view! { <div class="map__frame bone" aria-hidden="true"></div> } let:map>
                <Whole store map changes beside/>
            </Loaded>
        </div>
    }
}

#[component]
fn Whole(store: StoredValue<String>, map: Signal<Map>, changes: RwSignal<u32>, beside: Bring) -> Markup {
    let level = use_query(query::FLOOR).get_untracked().and_then(|text| text.parse().ok());
    let search = Search::new(map, use_ask(), use_slot().into(), level, changes, beside);
    let any = Memo::new(move |_| map.with(|map| !map.planogram.floors.is_empty()));
    live(move || match any.get() {
        true => view! { <Floors store search/> },
        false => view! { <Empty sentence=t!(map.no_plan)/> },
    })
}

/// What the page's address asks for.
fn use_ask() -> Memo<Ask> {
    let (to, list, slot) = (use_query(query::TO), use_codes(query::LIST), use_query(query::SLOT));
    Memo::new(move |_| {
        let one = to.get().and_then(|text| text.parse().ok()).map(Ask::One);
        let slot = || slot.get().and_then(|text| text.parse().ok()).map(Ask::Slot);
        let several = list.get();
        match several.is_empty() {
            false => Ask::Several(several),
            true => one.or_else(slot).unwrap_or_default(),
        }
    })
}

/// Controls, the drawing or the list, what is sought.
#[component]
fn Floors(store: StoredValue<String>, search: Search) -> Markup {
    let i18n = use_i18n();
    let view = RwSignal::new(MAP.to_owned());
    let tabs = Signal::derive(move || {
        let tab = |value, words: &str| Tab { value, words: words.to_owned(), count: None };
        vec![tab(MAP, t_string!(i18n, map.view_map)), tab(LIST, t_string!(i18n, map.view_list))]
    });
    let opened = RwSignal::new(linked(search));
    // Whoever asks for the way from an open shelf goes to it.
    Effect::new(move |before: Option<Ask>| {
        let now = search.ask.get();
        if before.is_some_and(|before| before != now) {
            opened.set(None);
            request_animation_frame(|| document::focus(goal::HEADING));
        }
        now
    });
    let on_open = Callback::new(move |fixture| opened.set(Some(fixture)));
    let is_map = Memo::new(move |_| view.with(|view| view == MAP));
    let find = Route::Search { store: store.get_value(), q: String::new() }.href();
    let shown = move || match is_map.get() {
        true => {
            view! { <div id="panel-map" role="tabpanel" aria-labelledby="tab-map"><explorer::Explorer search on_choose=on_open/></div> }
        }
        false => {
            view! { <div id="panel-list" role="tabpanel" aria-labelledby="tab-list"><floor_list::FloorList store search on_open/></div> }
        }
    };
    view! {
        <div class="map__controls">
            <FloorChoice search/>
            <Tabs label=t!(map.views) tabs chosen=view on_choose=Callback::new(move |value| view.set(value))/>
        </div>
        <div class="map__halves">
            <div class="map__half">{shown}</div>
            <div class="map__half" data-kind="goal">
                <beside::Sought store search/>
                <beside::OpenShelf store search opened/>
                <p class="map__find"><ButtonLink href=find>{t!(map.search)}</ButtonLink></p>
            </div>
        </div>
    }
}

/// Left out in a store of one floor.
#[component]
fn FloorChoice(search: Search) -> Markup {
    let i18n = use_i18n();
    let language = use_language();
    let choices = Memo::new(move |_| {
        let found = |id| search.places().iter().filter(|place| place.floor == id).count();
        let note = |count: usize| (count > 0).then(|| t_string!(i18n, map.floor_found, count = count.to_string()));
        search.map.with(|map| {
            let choice = |floor: &domain::planogram::Floor| Choice {
                value: floor.id.to_string(),
                words: floor.name.get(language.get()).to_owned(),
                note: note(found(floor.id)),
                faint: false,
            };
            map.planogram.floors.iter().map(choice).collect::<Vec<_>>()
        })
    });
    let chosen = Signal::derive(move || search.floor.with(|floor| floor.as_ref().map(|floor| floor.id.to_string()).unwrap_or_default()));
    let address = use_address();
    let on_choose = Callback::new(move |value: String| {
        let id = value.parse().ok();
        let level = search.map.with_untracked(|map| Some(map.planogram.floor(id?)?.level.to_string()));
        address.note(&[(query::FLOOR, level)]);
        search.show_floor(id);
    });
    let many = Memo::new(move |_| choices.with(|choices| choices.len() > 1));
    let label = t!(map.floors);
    live(move || many.get().then(|| view! { <div class="map__floors"><Segmented name="floor" label choices chosen on_choose/></div> }))
}

/// What a link says stands open, by its sign.
fn linked(search: Search) -> Option<FixtureId> {
    let sign = use_query(query::FIXTURE).get_untracked()?;
    search.floor.with_untracked(|floor| floor.as_ref()?.fixtures.iter().find(|fixture| fixture.code == sign).map(|fixture| fixture.id))
}
