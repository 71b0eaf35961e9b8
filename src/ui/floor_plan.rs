//! A floor drawn from its planogram: walls, zones, furniture by kind, names, pins, a walk. Only what is on the screen is in the document.
//! Knows no pages; moving it about is the caller's.

mod furniture;
mod naming;
mod pins;
pub mod projection;

use crate::browser::size::use_screen;
use crate::i18n::{say, t_string, use_i18n};
use crate::prelude::*;
use domain::ids::{FixtureId, ZoneId};
use domain::planogram::geometry::Point;
use domain::planogram::{Fixture, Floor, Wall, Zone};
use furniture::{body, crowd, detail};
use naming::{Named, labels};
pub use pins::Pin;
use pins::{Mark, marks};
use projection::{Projection, Viewpoint, bounds};

/// More pieces than this are drawn as one shape: nobody tells them apart from so far, and the document stays small.
const APART: usize = 200;

/// What visitors do with the drawing.
#[derive(Clone, Copy)]
pub struct Acts {
    /// A piece of furniture was pressed.
    pub on_fixture: Callback<FixtureId>,
    /// A zone was pressed.
    pub on_zone: Callback<ZoneId>,
    /// A piece has the focus: its centre should be seen.
    pub on_focus: Callback<Point>,
}

/// The drawing. It fills its box; names keep their size whatever the zoom is.
#[component]
pub fn FloorPlan(
    /// What is drawn.
    #[prop(into)]
    floor: Signal<Floor>,
    /// How it is looked at; the whole floor where nothing is said.
    #[prop(optional)]
    projection: Option<Signal<Projection>>,
    /// What is pointed at.
    #[prop(optional, into)]
    pins: Signal<Vec<Pin>>,
    /// What is walked on this floor, in one stretch or several.
    #[prop(optional, into)]
    walk: Signal<Vec<Vec<Point>>>,
    /// The drawing in a sentence.
    #[prop(into)]
    label: Signal<String>,
    /// Furniture and zones can be pressed.
    #[prop(optional)]
    acts: Option<Acts>,
) -> Markup {
    let element = NodeRef::new();
    let screen = use_screen(element);
    let whole = move || floor.with(|floor| Projection::of(bounds(floor), screen.get(), Viewpoint::default()));
    let projection = Memo::new(move |_| projection.map_or_else(whole, |projection| projection.get()));
    let shown = Memo::new(move |_| floor.get());
    // A piece with the focus stays in the document when it leaves the screen.
    let focused = RwSignal::new(None::<FixtureId>);
    let seen = Memo::new(move |_| shown.with(|floor| seen(floor, projection.get(), focused.get())));
    let marks = Memo::new(move |_| if projection.get().is_real() { pins.with(|pins| marks(pins, projection.get())) } else { Vec::new() });
    let far = Memo::new(move |_| seen.with(Vec::len) > APART);
    let role = if acts.is_some() { "group" } else { "img" };
    view! {
        <div class="plan" node_ref=element data-ready=move || projection.get().is_real().then_some("") data-far=move || far.get().then_some("")>
            <svg class="plan__drawing" viewBox=move || projection.get().frame() role=role aria-label=move || label.get()>
                <g transform=move || projection.get().turning()>
                    {move || shown.with(|floor| rooms(floor, acts, far))}
                    {move || furniture_of(shown, seen, far, pins, acts, focused)}
                    {move || walk.with(|lines| (!lines.is_empty()).then(|| walk_view(lines)))}
                </g>
            </svg>
            <Names floor=shown seen projection marks/>
        </div>
    }
}

/// Which pieces are on the screen, by their place in the floor's list.
fn seen(floor: &Floor, projection: Projection, focused: Option<FixtureId>) -> Vec<usize> {
    let is_seen = |fixture: &Fixture| {
        let radius = f64::from(fixture.size.width).hypot(f64::from(fixture.size.depth)) / 2.0;
        Some(fixture.id) == focused || projection.is_real() && projection.sees(fixture.centre, radius)
    };
    floor.fixtures.iter().enumerate().filter(|(_, fixture)| is_seen(fixture)).map(|(index, _)| index).collect()
}

/// Ground, zones, walls, doors.
fn rooms(floor: &Floor, acts: Option<Acts>, far: Memo<bool>) -> Markup {
    let wall = |wall: &Wall| format!("M{} {}L{} {}", wall.from.x, wall.from.y, wall.to.x, wall.to.y);
    let walls: String = floor.walls.iter().map(wall).collect();
    let doors: String = floor.doors.iter().map(wall).collect();
    view! {
        <path class="plan__ground" d=area(&floor.outline)/>
        {floor.zones.iter().enumerate().map(|(index, of)| zone(index, of, acts, far)).collect_view()}
        <path class="plan__wall" data-kind="inner" d=walls/>
        <path class="plan__wall" d=area(&floor.outline)/>
        <path class="plan__door" d=doors/>
    }
}

/// A named button where zones can be pressed: by key or a screen reader always, by hand from far away, where furniture cannot be.
fn zone(index: usize, zone: &Zone, acts: Option<Acts>, far: Memo<bool>) -> Markup {
    let (id, tint, shape) = (zone.id, index % 4, area(&zone.area));
    let closed = zone.closed.then_some("");
    let Some(Acts { on_zone, .. }) = acts else {
        return view! { <path class="plan__zone" data-tint=tint data-closed=closed d=shape/> };
    };
    let name = say(zone.name.clone());
    let click = move |event: leptos::ev::MouseEvent| {
        if event.detail() == 0 || far.get_untracked() {
            on_zone.run(id);
        }
    };
    view! {
        <path
            class="plan__zone" data-tint=tint data-closed=closed d=shape role="button" tabindex="0" aria-label=name
            on:click=click on:keydown=move |event| pressed(&event, || on_zone.run(id))
        />
    }
}

/// A closed shape through points.
fn area(points: &[Point]) -> String {
    let mut path = line(points);
    path.push('Z');
    path
}

fn line(points: &[Point]) -> String {
    points.iter().enumerate().map(|(index, at)| format!("{}{} {}", if index == 0 { 'M' } else { 'L' }, at.x, at.y)).collect()
}

/// Dots from where somebody stands to where they go, drawn once along the way.
fn walk_view(lines: &[Vec<Point>]) -> Markup {
    let way: String = lines.iter().map(|points| line(points)).collect();
    view! { <g class="plan__walk" aria-hidden="true"><path class="plan__walk-edge" d=way.clone()/><path class="plan__walk-dots" d=way pathLength="1000"/></g> }
}

fn furniture_of(
    floor: Memo<Floor>,
    seen: Memo<Vec<usize>>,
    far: Memo<bool>,
    pins: Signal<Vec<Pin>>,
    acts: Option<Acts>,
    focused: RwSignal<Option<FixtureId>>,
) -> Markup {
    floor.track();
    let apart = move || if far.get() { Vec::new() } else { seen.get() };
    let draw =
        move |index: usize| floor.with_untracked(|floor| floor.fixtures.get(index).map(|fixture| piece(fixture, pins, acts, focused)));
    let one_shape = move || {
        far.get().then(|| {
            let shape = seen.with(|seen| floor.with_untracked(|floor| crowd(seen.iter().filter_map(|index| floor.fixtures.get(*index)))));
            view! { <g class="plan__piece" data-kind="crowd"><path class="plan__body" d=shape/></g> }
        })
    };
    view! {
        {one_shape}
        {each(apart, |index| *index, draw)}
    }
}

/// One piece; a named button where furniture can be pressed.
fn piece(fixture: &Fixture, pins: Signal<Vec<Pin>>, acts: Option<Acts>, focused: RwSignal<Option<FixtureId>>) -> Markup {
    let (id, code, name, centre) = (fixture.id, fixture.code.clone(), say(fixture.name.clone()), fixture.centre);
    let place = format!("translate({} {}) rotate({})", centre.x, centre.y, fixture.rotation);
    let sought = move || pins.with(|pins| pins.iter().any(|pin| pin.fixture == Some(id) && pin.number.is_some())).then_some("");
    let drawing = view! { <path class="plan__body" d=body(fixture)/><path class="plan__detail" d=detail(fixture)/> };
    let (kind, closed) = (furniture::kind(fixture.kind), fixture.closed.then_some(""));
    let Some(Acts { on_fixture, on_focus, .. }) = acts else {
        return view! { <g class="plan__piece" data-kind=kind data-closed=closed data-sought=sought transform=place>{drawing}</g> };
    };
    let on_focus = move |_| {
        focused.set(Some(id));
        on_focus.run(centre);
    };
    view! {
        <g
            class="plan__piece" data-kind=kind data-closed=closed data-sought=sought transform=place role="button" tabindex="0"
            aria-label=move || format!("{code} {}", name()) on:click=move |_| on_fixture.run(id)
            on:keydown=move |event| pressed(&event, || on_fixture.run(id)) on:focus=on_focus
        >
            {drawing}
        </g>
    }
}

/// As a button hears keys.
fn pressed(event: &leptos::ev::KeyboardEvent, act: impl FnOnce()) {
    if matches!(event.key().as_str(), "Enter" | " ") {
        event.prevent_default();
        act();
    }
}

/// Words and pins above the drawing, in the page's own letters.
#[component]
fn Names(floor: Memo<Floor>, seen: Memo<Vec<usize>>, projection: Memo<Projection>, marks: Memo<Vec<Mark>>) -> Markup {
    let i18n = use_i18n();
    let language = crate::i18n::use_language();
    let look = Memo::new(move |_| projection.with(|now| (now.whole, now.screen.em)));
    let spots = Memo::new(move |_| {
        let ((whole, em), language) = (look.get(), language.get());
        if whole > 0.0 { floor.with(|floor| naming::zone_spots(floor, language, whole, em)) } else { Vec::new() }
    });
    let named = Memo::new(move |_| {
        let words = naming::Words { i18n, language: language.get() };
        if !projection.get().is_real() {
            return Vec::new();
        }
        floor.with(|floor| {
            // From so far away that they are one shape, pieces say nothing.
            let seen = seen.with(|seen| if seen.len() > APART { Vec::new() } else { seen.clone() });
            let pieces = seen.iter().filter_map(|index| floor.fixtures.get(*index));
            marks.with(|marks| spots.with(|spots| labels(floor, spots, pieces, projection.get(), marks, &words)))
        })
    });
    let share = move |at: f64, of: f64| per_cent(at / of.max(1.0));
    let one = move |Named { words, at, kind, sought }: Named| {
        let (screen, sought) = (projection.get_untracked().screen, sought.then_some(""));
        view! {
            <span class="plan__name" data-kind=kind.name() data-sought=sought style:left=share(at.x, screen.width) style:top=share(at.y, screen.height)>
                {words}
            </span>
        }
    };
    let mark = move |mark: Mark| {
        let screen = projection.get_untracked().screen;
        let kind = if mark.is_here() { "here" } else { "goal" };
        let words = if mark.is_here() { t_string!(i18n, map.here).to_owned() } else { mark.words() };
        let cone = mark.heading.map(|heading| view! { <i class="plan__heading" style:rotate=format!("{heading}deg")></i> });
        view! {
            <span class="plan__pin" data-kind=kind style:left=share(mark.at.x, screen.width) style:top=share(mark.at.y, screen.height)>
                {cone}<span class="plan__pin-words">{words}</span>
            </span>
        }
    };
    view! {
        <div class="plan__names" aria-hidden="true">
            {move || named.get().into_iter().map(one).collect_view()}
            {move || marks.get().into_iter().map(mark).collect_view()}
        </div>
    }
}

/// Of the drawing's box, so that a printed page keeps names where they belong. Whole numbers: printing fractions would bring a printer
/// of floats along.
fn per_cent(share: f64) -> String {
    format!("calc({}% / 1000)", (share * 100_000.0).round() as i32)
}
