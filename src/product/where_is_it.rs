//! Where it stands, in words and on a small drawing.

use super::look::Look;
use crate::i18n::{t, t_string, use_i18n, use_language};
use crate::load::{Loaded, use_load};
use crate::missing::NotThere;
use crate::prelude::*;
use crate::ui::button::ButtonLink;
use crate::ui::floor_plan::{FloorPlan, Pin};
use crate::ui::whereabouts;
use api::planogram::Map;
use api::planogram::get_planogram::GetPlanogram;
use domain::planogram::{Floor, Location};

/// Every shelf that holds it, numbered; the drawing shows the floor of the first.
#[component]
pub fn WhereIsIt(look: Look) -> Markup {
    let places = Memo::new(move |_| sorted(look));
    let known = Memo::new(move |_| !places.with(Vec::is_empty));
    let body = move || match known.get() {
        false => view! { <p class="lead">{t!(product.ask_where)}</p> },
        true => view! {
            <ol class="where__places">{move || places.get().into_iter().enumerate().map(|(index, place)| line(index, &place)).collect_view()}</ol>
            <SmallMap look places/>
            <ButtonLink href=Signal::derive(move || look.map_href())>{t!(product.open_map)}</ButtonLink>
        },
    };
    view! {
        <section class="where" aria-labelledby="where">
            <h2 id="where">{t!(product.where_it_stands)}</h2>
            {body}
            <Missing look/>
        </section>
    }
}

/// While there should be one on a shelf, or somebody looks.
#[component]
fn Missing(look: Look) -> Markup {
    let stock = Memo::new(move |_| look.variant.with(|variant| variant.stock.clone()));
    let is_asked = Memo::new(move |_| stock.with(|stock| stock.available > 0 || stock.check.is_some()));
    let store = Signal::derive(move || look.slug());
    let gtin = Signal::derive(move || look.variant.with(|variant| variant.gtin));
    let slot = Signal::derive(move || look.here().map(|place| place.slot));
    let check = Signal::derive(move || stock.with(|stock| stock.check.clone()));
    live(move || is_asked.get().then(|| view! { <NotThere store gtin slot check/> }))
}

fn line(index: usize, place: &Location) -> Markup {
    let i18n = use_i18n();
    let sign = place.sign();
    view! {
        <li class="where__place">
            <b class="where__number" aria-hidden="true">{index + 1}</b>
            <span>
                <b>{sign}</b>" "{whereabouts::area(i18n, place)}
                <br/>
                <span class="quiet">{whereabouts::height(i18n, place)}</span>
            </span>
        </li>
    }
}

#[component]
fn SmallMap(look: Look, places: Memo<Vec<Location>>) -> Markup {
    let store = look.store;
    let map = use_load(move || GetPlanogram { store: store.get_value() });
    view! {
        <div class="where__map">
            <Loaded load=map skeleton=|| view! { <div class="where__drawing bone" aria-hidden="true"></div> } let:map>
                <Drawing map places/>
            </Loaded>
        </div>
    }
}

#[component]
fn Drawing(map: Signal<Map>, places: Memo<Vec<Location>>) -> Markup {
    let i18n = use_i18n();
    let language = use_language();
    let first = move || places.with(|places| places.first().map(|place| place.floor));
    let floor = Memo::new(move |_| map.with(|map| first().and_then(|id| map.planogram.floor(id)).cloned()));
    let pins = Signal::derive(move || places.with(|places| pins(places, floor.with(|floor| floor.as_ref().map(|floor| floor.id)))));
    let label = Signal::derive(move || {
        let name = floor.with(|floor| floor.as_ref().map(|floor: &Floor| floor.name.get(language.get()).to_owned())).unwrap_or_default();
        t_string!(i18n, map.drawing, floor = name)
    });
    let known = Memo::new(move |_| floor.with(Option::is_some));
    live(move || {
        let shown = Signal::derive(move || floor.get().expect("drawn only while there is a floor"));
        known.get().then(|| view! { <div class="where__drawing"><FloorPlan floor=shown pins label/></div> })
    })
}

/// Of one floor, each with its number in the list.
fn pins(places: &[Location], floor: Option<domain::ids::FloorId>) -> Vec<Pin> {
    let on_floor = places.iter().enumerate().filter(|(_, place)| Some(place.floor) == floor);
    on_floor.map(|(index, place)| Pin::goal(place.at, index + 1, place.fixture)).collect()
}

/// The shelf that was scanned comes first.
fn sorted(look: Look) -> Vec<Location> {
    let here = look.here();
    let slot = here.as_ref().map(|place| place.slot);
    let others =
        look.variant.with(|variant| variant.locations.iter().filter(|place| Some(place.slot) != slot).cloned().collect::<Vec<_>>());
    here.into_iter().chain(others).collect()
}
