//! Moving about on the drawing: buttons, wheel, drag, pinch, double tap, keys, turning.
//!
//! What is drawn is larger than what is seen and only moved while a hand moves it; it is drawn anew when the hand rests, or when it
//! comes near its edge. So a frame of a drag costs no drawing, however full the floor is.

use super::sought::Search;
use crate::browser::hand::{Gesture, Hand, Spot};
use crate::browser::size::{Screen, use_screen};
use crate::i18n::{t, t_string, use_i18n, use_language};
use crate::prelude::*;
use crate::ui::floor_plan::projection::{FloorPoint, Motion, Projection, ScreenPoint, Viewpoint, area_bounds, bounds};
use crate::ui::floor_plan::{Acts, FloorPlan};
use crate::ui::icon::{Icon, Shape};
use domain::ids::{FixtureId, ZoneId};
use domain::planogram::Floor;
use domain::planogram::geometry::Point;
use leptos::ev::{KeyboardEvent, PointerEvent, WheelEvent};
use std::time::Duration;

/// One press of a button or key.
const STEP: f64 = 1.5;
/// A double tap.
const LEAP: f64 = 2.0;
/// One press of an arrow key, in pixels.
const STRIDE: f64 = 60.0;
/// A first look at what is sought.
const CLOSE: f64 = 1.6;
/// Drawn beyond each edge of what is seen, as a share of it. `style/screens/shop/map.css` has the same figure.
const BEYOND: f64 = 0.5;
/// Larger or smaller by this, letters look wrong.
const STRETCH: f64 = 1.5;
/// So long without a move, the hand rests.
const REST: Duration = Duration::from_millis(120);

/// The floor that is shown, how it is looked at and how it is drawn.
#[derive(Clone, Copy)]
struct View {
    floor: Memo<Floor>,
    screen: Signal<Screen>,
    viewpoint: Memo<Viewpoint>,
    /// The look that was drawn last.
    drawn: RwSignal<Projection>,
    start: Memo<Viewpoint>,
    moved: RwSignal<Option<(Viewpoint, Viewpoint)>>,
    rest: StoredValue<Option<TimeoutHandle>>,
}

impl View {
    fn new(search: Search, screen: Signal<Screen>) -> Self {
        let floor = Memo::new(move |_| search.floor.get().expect("a map has a floor"));
        // Another floor, or something else that is sought, is looked at from its own beginning.
        let start = Memo::new(move |_| floor.with(|floor| beginning(search, floor)));
        let moved = RwSignal::new(None::<(Viewpoint, Viewpoint)>);
        let viewpoint = Memo::new(move |_| moved.get().filter(|(from, _)| *from == start.get()).map_or(start.get(), |(_, to)| to));
        let drawn = RwSignal::new(Projection::default());
        let view = Self { floor, screen, viewpoint, drawn, start, moved, rest: StoredValue::new(None) };
        Effect::new(move |_| view.follow(view.wanted()));
        view
    }

    fn wanted(self) -> Projection {
        self.floor.with(|floor| Projection::of(bounds(floor), self.screen.get(), self.viewpoint.get()))
    }

    fn set(self, to: Viewpoint) {
        self.moved.set(Some((self.start.get_untracked(), to)));
    }

    fn frame(self) -> (domain::planogram::geometry::Bounds, Screen) {
        (self.floor.with_untracked(bounds), self.screen.get_untracked())
    }

    fn zoom(self, factor: f64, fixed: Option<ScreenPoint>) {
        let (bounds, screen) = self.frame();
        let fixed = fixed.unwrap_or(ScreenPoint { x: screen.width / 2.0, y: screen.height / 2.0 });
        self.set(self.viewpoint.get_untracked().zoomed(factor, fixed, bounds, screen));
    }

    fn pan(self, x: f64, y: f64) {
        let (bounds, screen) = self.frame();
        self.set(self.viewpoint.get_untracked().moved(ScreenPoint { x, y }, bounds, screen));
    }

    fn turn(self, by: i16) {
        let now = self.viewpoint.get_untracked();
        self.set(Viewpoint { turn: (now.turn + by).rem_euclid(360), ..now });
    }

    /// Draws anew at once where the old drawing would show its edge or letters of a wrong size, else when the hand rests.
    fn follow(self, wanted: Projection) {
        let drawn = self.drawn.get_untracked();
        if let Some(timer) = self.rest.try_update_value(Option::take).flatten() {
            timer.clear();
        }
        if drawn == wanted {
            return;
        }
        if !drawn.is_real()
            || drawn.turn != wanted.turn
            || drawn.screen != wanted.screen
            || is_too_far(drawn.motion_to(wanted), wanted.screen)
        {
            self.drawn.set(wanted);
            return;
        }
        let draw = move || {
            self.drawn.try_set(wanted);
        };
        let timer = set_timeout_with_handle(draw, REST).ok();
        self.rest.set_value(timer);
    }

    /// The drawing's place, as a CSS transform round its middle.
    fn transform(self) -> String {
        let (drawn, wanted) = (self.drawn.get(), self.wanted());
        if !drawn.is_real() || drawn == wanted {
            return "none".to_owned();
        }
        let Motion { factor, by } = drawn.motion_to(wanted);
        let thousandths = (factor * 1000.0).round() as i32;
        format!("translate({}px, {}px) scale(calc({thousandths} / 1000))", by.x.round() as i32, by.y.round() as i32)
    }

    fn show_zone(self, id: ZoneId) {
        let (bounds, screen) = self.frame();
        let area = self.floor.with_untracked(|floor| floor.zones.iter().find(|zone| zone.id == id).map(|zone| area_bounds(&zone.area)));
        let now = self.viewpoint.get_untracked();
        let Some(closer) = area.map(|area| Viewpoint::around(area, now.turn, bounds, screen)) else { return };
        // Whoever is nearer already has pressed the ground, not the zone.
        if closer.zoom > now.zoom * 1.05 {
            self.set(closer);
        }
    }

    /// A piece that has the focus is brought on the screen.
    fn show(self, at: Point) {
        let projection = untrack(|| self.wanted());
        if !projection.sees(at, 0.0) {
            self.set(Viewpoint { centre: Some(FloorPoint::of(at)), ..self.viewpoint.get_untracked() });
        }
    }

    fn key(self, event: &KeyboardEvent) {
        match event.key().as_str() {
            "ArrowLeft" => self.pan(STRIDE, 0.0),
            "ArrowRight" => self.pan(-STRIDE, 0.0),
            "ArrowUp" => self.pan(0.0, STRIDE),
            "ArrowDown" => self.pan(0.0, -STRIDE),
            "+" | "=" => self.zoom(STEP, None),
            "-" => self.zoom(1.0 / STEP, None),
            "0" => self.set(Viewpoint::default()),
            "r" | "R" => self.turn(90),
            _ => return,
        }
        event.prevent_default();
    }
}

/// The floor that is shown, with its controls.
#[component]
pub fn Explorer(search: Search, on_choose: Callback<FixtureId>) -> Markup {
    let i18n = use_i18n();
    let language = use_language();
    let element = NodeRef::new();
    let view = View::new(search, use_screen(element));
    let pins = Memo::new(move |_| search.pins());
    let walk = Memo::new(move |_| search.walk_lines());
    let hand = Hand::new(element);
    let drag = move |event: PointerEvent| match hand.moved(&event) {
        Some(Gesture::Drag(by)) => view.pan(by.x, by.y),
        Some(Gesture::Pinch(factor, at)) => view.zoom(factor, Some(point(at))),
        _ => {}
    };
    let up = move |event: PointerEvent| {
        if let Some(Gesture::DoubleTap(at)) = hand.up(&event) {
            view.zoom(LEAP, Some(point(at)));
        }
    };
    let wheel = move |event: WheelEvent| {
        event.prevent_default();
        let fixed = point(hand.place(event.client_x(), event.client_y()));
        view.zoom((1.0 - event.delta_y() / 400.0).clamp(0.5, 2.0), Some(fixed));
    };
    let label =
        Signal::derive(move || t_string!(i18n, map.drawing, floor = view.floor.with(|floor| floor.name.get(language.get()).to_owned())));
    // The end of a drag is no press.
    let on_fixture = Callback::new(move |fixture| {
        if hand.is_still() {
            on_choose.run(fixture);
        }
    });
    let on_zone = Callback::new(move |zone| {
        if hand.is_still() {
            view.show_zone(zone);
        }
    });
    let acts = Acts { on_fixture, on_zone, on_focus: Callback::new(move |at| view.show(at)) };
    let sheet = Signal::derive(move || view.drawn.get().on(beyond(view.screen.get())));
    let proportions = move || {
        let screen = view.screen.get();
        format!("{} / {}", screen.width.round() as i32, screen.height.round() as i32)
    };
    view! {
        <div class="map__frame">
            <div
                class="map__hand" tabindex="0" role="group" aria-label=move || label.get() aria-describedby="map-hint" node_ref=element
                style:--proportions=proportions on:pointerdown=move |event| hand.down(&event) on:pointermove=drag on:pointerup=up
                on:pointercancel=up on:pointerleave=up on:wheel=wheel on:keydown=move |event| view.key(&event)
            >
                <div class="map__sheet" style:transform=move || view.transform()>
                    <FloorPlan floor=view.floor projection=sheet pins walk label acts/>
                </div>
            </div>
            <p class="visually-hidden" id="map-hint">{t!(map.drawing_hint)}</p>
            <Controls search view/>
        </div>
    }
}

#[component]
fn Controls(search: Search, view: View) -> Markup {
    let zoom = move |factor| move |_| view.zoom(factor, None);
    // Who stands somewhere may have above on the screen what lies before them.
    let facing = Memo::new(move |_| search.here().and_then(|here| here.heading).map(|heading| (180 - heading).rem_euclid(360)));
    let turned = move || view.viewpoint.get().turn != 0;
    let turn = move |_| {
        let now = view.viewpoint.get_untracked();
        let turn = if now.turn == 0 { facing.get_untracked().filter(|turn| *turn != 0).unwrap_or(90) } else { 0 };
        view.set(Viewpoint { turn, ..now });
    };
    let needle = move || format!("{}deg", view.viewpoint.get().turn);
    view! {
        <div class="map__zoom" role="group" aria-label=t!(map.controls)>
            <button class="map__step" type="button" aria-label=t!(map.turn) aria-pressed=move || if turned() { "true" } else { "false" } on:click=turn>
                <span class="map__needle" style:rotate=needle><Icon shape=Shape::North/></span>
            </button>
            <button class="map__step" type="button" aria-label=t!(map.nearer) on:click=zoom(STEP)><Icon shape=Shape::Plus/></button>
            <button class="map__step" type="button" aria-label=t!(map.farther) on:click=zoom(1.0 / STEP)><Icon shape=Shape::Minus/></button>
            <button class="map__step" data-kind="whole" type="button" on:click=move |_| view.set(Viewpoint::default())>{t!(map.whole)}</button>
        </div>
    }
}

/// With something sought, nearer and with it in the middle; else the whole floor.
fn beginning(search: Search, floor: &Floor) -> Viewpoint {
    let sought = search.pins().into_iter().find(|pin| pin.number.is_some());
    let has_walk = !search.walk_lines().is_empty();
    let near = |at| Viewpoint { zoom: CLOSE, centre: Some(FloorPoint::of(at)), turn: 0 };
    // A walk is looked at as a whole.
    sought.filter(|_| !has_walk && !floor.fixtures.is_empty()).map_or_else(Viewpoint::default, |pin| near(pin.at))
}

fn beyond(screen: Screen) -> Screen {
    Screen { width: screen.width * (1.0 + 2.0 * BEYOND), height: screen.height * (1.0 + 2.0 * BEYOND), ..screen }
}

fn is_too_far(Motion { factor, by }: Motion, screen: Screen) -> bool {
    let room = |length: f64| length * (BEYOND + 0.5) * factor - length / 2.0;
    !(1.0 / STRETCH..=STRETCH).contains(&factor) || by.x.abs() > room(screen.width) || by.y.abs() > room(screen.height)
}

fn point(spot: Spot) -> ScreenPoint {
    ScreenPoint { x: spot.x, y: spot.y }
}
