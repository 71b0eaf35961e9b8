//! Where things stand: the floor as a drawing and as a list, the shelf, the thing that is sought. Absent so far: the walk to it.

mod explorer;
mod floor_list;
mod goal;
mod shelves;
mod sought;

use crate::i18n::{t, t_string, use_i18n, use_language};
use crate::live::{Follow, Heard, use_live};
use crate::load::{Loaded, use_load};
use crate::prelude::*;
use crate::route::{Route, query, use_query, use_slot};
use crate::ui::button::ButtonLink;
use crate::ui::dialog::Dialog;
use crate::ui::empty::Empty;
use crate::ui::heading::Heading;
use crate::ui::segmented::{Choice, Segmented};
use crate::ui::tabs::{Tab, Tabs};
use api::event::Happening;
use api::planogram::Map;
use api::planogram::get_planogram::GetPlanogram;
use sought::Search;

const MAP: &str = "map";
const LIST: &str = "list";

/// `/s/{store}/map?to={gtin}&at={slot}`
#[component]
pub fn MapPage(
    /// In links.
    store: String,
) -> Markup {
    let (asked, followed) = (store.clone(), store.clone());
    let map = use_load(move || GetPlanogram { store: asked.clone() });
    let live = use_live(move || Some(Follow { store: followed.clone(), since: None, token: None }));
    live.on_happening(move |heard| {
        let is_new = match heard {
            Heard::Resync => true,
            Heard::Event(event) => matches!(event.what, Happening::Planogram { .. }),
        };
        if is_new {
            map.reload();
        }
    });
    let store = StoredValue::new(store);
    view! {
        <div class="page map">
            <Heading text=t!(map.title)/>
            <Loaded load=map skeleton=|| view! { <div class="map__frame bone" aria-hidden="true"></div> } let:map>
                <Whole store map/>
            </Loaded>
        </div>
    }
}

#[component]
fn Whole(store: StoredValue<String>, map: Signal<Map>) -> Markup {
    let to = use_query(query::TO);
    let search = Search::new(map, Signal::derive(move || to.get().and_then(|text| text.parse().ok())), use_slot().into());
    let any = Memo::new(move |_| map.with(|map| !map.planogram.floors.is_empty()));
    live(move || match any.get() {
        true => view! { <Floors store search/> },
        false => view! { <Empty sentence=t!(map.no_plan)/> },
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
    let is_map = Memo::new(move |_| view.with(|view| view == MAP));
    let find = Route::Search { store: store.get_value(), q: String::new() }.href();
    let shown = move || match is_map.get() {
        true => view! { <div id="panel-map" role="tabpanel" aria-labelledby="tab-map"><OnMap store search/></div> },
        false => {
            view! { <div id="panel-list" role="tabpanel" aria-labelledby="tab-list"><floor_list::FloorList store search/></div> }
        }
    };
    view! {
        <div class="map__controls">
            <FloorChoice search/>
            <Tabs label=t!(map.views) tabs chosen=view on_choose=Callback::new(move |value| view.set(value))/>
        </div>
        {shown}
        <goal::Goal store search/>
        <p class="map__find"><ButtonLink href=find>{t!(map.search)}</ButtonLink></p>
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
    let on_choose = Callback::new(move |value: String| search.show_floor(value.parse().ok()));
    let many = Memo::new(move |_| choices.with(|choices| choices.len() > 1));
    let label = t!(map.floors);
    live(move || many.get().then(|| view! { <div class="map__floors"><Segmented name="floor" label choices chosen on_choose/></div> }))
}

/// The drawing; a press on furniture opens its shelves.
#[component]
fn OnMap(store: StoredValue<String>, search: Search) -> Markup {
    let open = RwSignal::new(false);
    let pressed = RwSignal::new(None);
    let on_choose = Callback::new(move |fixture| {
        pressed.set(Some(fixture));
        open.set(true);
    });
    let language = use_language();
    let fixture =
        move || search.floor.with(|floor| floor.as_ref()?.fixtures.iter().find(|fixture| Some(fixture.id) == pressed.get()).cloned());
    let title = Signal::derive(move || {
        fixture().map(|fixture| format!("{} {}", fixture.code, fixture.name.get(language.get()))).unwrap_or_default()
    });
    view! {
        <explorer::Explorer search on_choose/>
        <Dialog open title>
            {move || fixture().map(|fixture| view! { <shelves::Shelves store search fixture/> })}
        </Dialog>
    }
}
