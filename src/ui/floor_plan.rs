//! A floor drawn from its planogram: walls, zones, furniture by kind, names, pins. Knows no pages; moving it about is the caller's.

mod furniture;
mod naming;
pub mod projection;

use crate::browser::size::{Screen, use_screen};
use crate::i18n::{say, t_string, use_i18n};
use crate::prelude::*;
use domain::ids::FixtureId;
use domain::planogram::geometry::Point;
use domain::planogram::{Fixture, Floor, Wall, Zone};
use furniture::{body, detail};
use naming::{Named, labels};
use projection::{FloorPoint, Projection, Viewpoint, bounds};

/// Something to point at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pin {
    /// Where.
    pub at: Point,
    /// Its number, from 1; `None` is "you are here".
    pub number: Option<usize>,
    /// Its furniture, drawn in the accent.
    pub fixture: FixtureId,
}

/// The drawing. It fills its box; names keep their size whatever the zoom is.
#[component]
pub fn FloorPlan(
    /// What is drawn.
    #[prop(into)]
    floor: Signal<Floor>,
    /// How near, and where.
    #[prop(optional, into)]
    viewpoint: Signal<Viewpoint>,
    /// What is pointed at.
    #[prop(optional, into)]
    pins: Signal<Vec<Pin>>,
    /// The drawing in a sentence.
    #[prop(into)]
    label: Signal<String>,
    /// Furniture can be pressed.
    #[prop(optional)]
    on_choose: Option<Callback<FixtureId>>,
    /// Its box.
    #[prop(optional)]
    element: NodeRef,
) -> Markup {
    let screen = use_screen(element);
    let projection = Memo::new(move |_| floor.with(|floor| Projection::of(bounds(floor), screen.get(), viewpoint.get())));
    let shown = Memo::new(move |_| floor.get());
    let frame = move || projection.get().frame(screen.get());
    let role = if on_choose.is_some() { "group" } else { "img" };
    view! {
        <div class="plan" node_ref=element data-ready=move || projection.get().is_real().then_some("")>
            <svg class="plan__drawing" viewBox=frame role=role aria-label=move || label.get()>
                {move || shown.with(rooms)}
                {move || furniture_of(shown, pins, on_choose)}
            </svg>
            <Names floor=shown screen projection pins/>
        </div>
    }
}

/// Ground, zones, walls, doors.
fn rooms(floor: &Floor) -> Markup {
    let zone = |(index, zone): (usize, &Zone)| view! { <path class="plan__zone" data-tint=index % 4 d=area(&zone.area)/> };
    let wall = |wall: &Wall| format!("M{} {}L{} {}", wall.from.x, wall.from.y, wall.to.x, wall.to.y);
    let walls: String = floor.walls.iter().map(wall).collect();
    let doors: String = floor.doors.iter().map(wall).collect();
    view! {
        <path class="plan__ground" d=area(&floor.outline)/>
        {floor.zones.iter().enumerate().map(zone).collect_view()}
        <path class="plan__wall" data-kind="inner" d=walls/>
        <path class="plan__wall" d=area(&floor.outline)/>
        <path class="plan__door" d=doors/>
    }
}

fn area(points: &[Point]) -> String {
    let mut path: String =
        points.iter().enumerate().map(|(index, at)| format!("{}{} {}", if index == 0 { 'M' } else { 'L' }, at.x, at.y)).collect();
    path.push('Z');
    path
}

fn furniture_of(floor: Memo<Floor>, pins: Signal<Vec<Pin>>, on_choose: Option<Callback<FixtureId>>) -> Markup {
    floor.with(|floor| floor.fixtures.iter().map(|fixture| piece(fixture, pins, on_choose)).collect_view())
}

/// One piece; a named button where furniture can be pressed.
fn piece(fixture: &Fixture, pins: Signal<Vec<Pin>>, on_choose: Option<Callback<FixtureId>>) -> Markup {
    let (id, code, name) = (fixture.id, fixture.code.clone(), say(fixture.name.clone()));
    let place = format!("translate({} {}) rotate({})", fixture.centre.x, fixture.centre.y, fixture.rotation);
    let sought = move || pins.with(|pins| pins.iter().any(|pin| pin.fixture == id && pin.number.is_some())).then_some("");
    let drawing = view! { <path class="plan__body" d=body(fixture)/><path class="plan__detail" d=detail(fixture)/> };
    let kind = furniture::kind(fixture.kind);
    let Some(choose) = on_choose else {
        return view! { <g class="plan__piece" data-kind=kind data-sought=sought transform=place>{drawing}</g> };
    };
    let on_key = move |event: leptos::ev::KeyboardEvent| {
        if matches!(event.key().as_str(), "Enter" | " ") {
            event.prevent_default();
            choose.run(id);
        }
    };
    view! {
        <g
            class="plan__piece" data-kind=kind data-sought=sought transform=place role="button" tabindex="0"
            aria-label=move || format!("{code} {}", name()) on:click=move |_| choose.run(id) on:keydown=on_key
        >
            {drawing}
        </g>
    }
}

/// Words and pins above the drawing, in the page's own letters.
#[component]
fn Names(floor: Memo<Floor>, screen: Signal<Screen>, projection: Memo<Projection>, pins: Signal<Vec<Pin>>) -> Markup {
    let i18n = use_i18n();
    let language = crate::i18n::use_language();
    let named = Memo::new(move |_| {
        floor.with(|floor| {
            pins.with(|pins| labels(floor, projection.get(), screen.get(), pins, &naming::Words { i18n, language: language.get() }))
        })
    });
    let one = move |Named { words, at, kind, sought }: Named| {
        view! { <span class="plan__name" data-kind=kind.name() data-sought=sought.then_some("") style:left=px(at.x) style:top=px(at.y)>{words}</span> }
    };
    let pin = move |pin: Pin| {
        let at = projection.get().screen_from_floor(FloorPoint::of(pin.at));
        let kind = if pin.number.is_some() { "goal" } else { "here" };
        let words = pin.number.map_or_else(|| t_string!(i18n, map.here).to_owned(), |number| number.to_string());
        // Who stands before what they look for stands beside its pin.
        let beside =
            pin.number.is_none() && pins.with(|pins| pins.iter().any(|other| other.number.is_some() && other.fixture == pin.fixture));
        view! {
            <span class="plan__pin" data-kind=kind data-beside=beside.then_some("") style:left=px(at.x) style:top=px(at.y)>{words}</span>
        }
    };
    view! {
        <div class="plan__names" aria-hidden="true">
            {move || named.get().into_iter().map(one).collect_view()}
            {move || projection.get().is_real().then(|| pins.get().into_iter().map(pin).collect_view())}
        </div>
    }
}

fn px(value: f64) -> String {
    // Whole pixels: printing fractions would bring a printer of floats along.
    format!("{}px", value.round() as i32)
}
