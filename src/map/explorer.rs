//! Moving about on the drawing: buttons, wheel, drag, pinch, keys.

use super::sought::Search;
use crate::browser::hand::{Gesture, Hand, Spot};
use crate::browser::size::use_screen;
use crate::i18n::{t, t_string, use_i18n, use_language};
use crate::prelude::*;
use crate::ui::floor_plan::FloorPlan;
use crate::ui::floor_plan::projection::{FloorPoint, ScreenPoint, Viewpoint, bounds};
use crate::ui::icon::{Icon, Shape};
use domain::ids::FixtureId;
use domain::planogram::Floor;
use leptos::ev::{KeyboardEvent, PointerEvent, WheelEvent};

/// One press of a button or key.
const STEP: f64 = 1.5;
/// One press of an arrow key, in pixels.
const STRIDE: f64 = 60.0;
/// A first look at what is sought.
const CLOSE: f64 = 1.6;

/// The floor that is shown, with its controls.
#[component]
pub fn Explorer(search: Search, on_choose: Callback<FixtureId>) -> Markup {
    let i18n = use_i18n();
    let language = use_language();
    let element = NodeRef::new();
    let screen = use_screen(element);
    let floor = Memo::new(move |_| search.floor.get().expect("a map has a floor"));
    let pins = Memo::new(move |_| search.pins());
    // Another floor, or something else that is sought, is looked at from its own beginning.
    let start = Memo::new(move |_| floor.with(|floor| beginning(search, floor)));
    let moved = RwSignal::new(None::<(Viewpoint, Viewpoint)>);
    let viewpoint = Memo::new(move |_| moved.get().filter(|(from, _)| *from == start.get()).map_or(start.get(), |(_, to)| to));
    let set = move |to: Viewpoint| moved.set(Some((start.get_untracked(), to)));
    let frame = move || (floor.with_untracked(bounds), screen.get_untracked());
    let zoom = move |factor: f64, fixed: Option<ScreenPoint>| {
        let (bounds, screen) = frame();
        let fixed = fixed.unwrap_or(ScreenPoint { x: screen.width / 2.0, y: screen.height / 2.0 });
        set(viewpoint.get_untracked().zoomed(factor, fixed, bounds, screen));
    };
    let pan = move |x: f64, y: f64| {
        let (bounds, screen) = frame();
        set(viewpoint.get_untracked().moved(ScreenPoint { x, y }, bounds, screen));
    };
    let hand = Hand::new(element);
    let down = move |event: PointerEvent| hand.down(&event);
    let drag = move |event: PointerEvent| match hand.moved(&event) {
        Some(Gesture::Drag(by)) => pan(by.x, by.y),
        Some(Gesture::Pinch(factor, at)) => zoom(factor, Some(point(at))),
        _ => {}
    };
    let up = move |event: PointerEvent| {
        hand.up(&event);
    };
    let wheel = move |event: WheelEvent| {
        event.prevent_default();
        let fixed = point(hand.place(event.client_x(), event.client_y()));
        zoom((1.0 - event.delta_y() / 400.0).clamp(0.5, 2.0), Some(fixed));
    };
    let key = move |event: KeyboardEvent| {
        match event.key().as_str() {
            "ArrowLeft" => pan(STRIDE, 0.0),
            "ArrowRight" => pan(-STRIDE, 0.0),
            "ArrowUp" => pan(0.0, STRIDE),
            "ArrowDown" => pan(0.0, -STRIDE),
            "+" | "=" => zoom(STEP, None),
            "-" => zoom(1.0 / STEP, None),
            "0" => set(Viewpoint::default()),
            _ => return,
        }
        event.prevent_default();
    };
    let label = Signal::derive(move || t_string!(i18n, map.drawing, floor = floor.with(|floor| floor.name.get(language.get()).to_owned())));
    let press = Callback::new(move |fixture| {
        if hand.is_still() {
            on_choose.run(fixture);
        }
    });
    view! {
        <div class="map__frame">
            <div
                class="map__hand" tabindex="0" role="group" aria-label=move || label.get() aria-describedby="map-hint" on:pointerdown=down
                on:pointermove=drag on:pointerup=up on:pointercancel=up on:pointerleave=up on:wheel=wheel on:keydown=key
            >
                <FloorPlan floor viewpoint pins label on_choose=press element/>
            </div>
            <p class="visually-hidden" id="map-hint">{t!(map.drawing_hint)}</p>
            <Zoom on_zoom=Callback::new(move |factor| zoom(factor, None)) on_whole=Callback::new(move |()| set(Viewpoint::default()))/>
        </div>
    }
}

#[component]
fn Zoom(on_zoom: Callback<f64>, on_whole: Callback<()>) -> Markup {
    view! {
        <div class="map__zoom" role="group">
            <button class="map__step" type="button" aria-label=t!(map.nearer) on:click=move |_| on_zoom.run(STEP)>
                <Icon shape=Shape::Plus/>
            </button>
            <button class="map__step" type="button" aria-label=t!(map.farther) on:click=move |_| on_zoom.run(1.0 / STEP)>
                <Icon shape=Shape::Minus/>
            </button>
            <button class="map__step" data-kind="whole" type="button" on:click=move |_| on_whole.run(())>
                {t!(map.whole)}
            </button>
        </div>
    }
}

/// With something sought, nearer and with it in the middle; else the whole floor.
fn beginning(search: Search, floor: &Floor) -> Viewpoint {
    let places = search.places();
    let on_floor = places.iter().find(|place| place.floor == floor.id);
    on_floor.map_or_else(Viewpoint::default, |place| Viewpoint { zoom: CLOSE, centre: Some(FloorPoint::of(place.at)) })
}

fn point(spot: Spot) -> ScreenPoint {
    ScreenPoint { x: spot.x, y: spot.y }
}
