//! One picture on the whole screen, as near as one likes: pinch, wheel, drag, double tap, keys, and a button for each of them.

use super::closeness::{Closeness, Room};
use crate::browser::hand::{Gesture, Hand, Spot};
use crate::browser::size::use_screen;
use crate::i18n::{Sentence, t, t_string, use_i18n};
use crate::prelude::*;
use crate::ui::dialog::Dialog;
use crate::ui::icon::{Icon, Shape};
use crate::ui::picture::Picture;
use domain::Text;
use leptos::ev::{KeyboardEvent, PointerEvent, WheelEvent};

/// One press of a button or key.
const STEP: f64 = 1.5;
/// A double tap.
const LEAP: f64 = 2.5;
/// One press of an arrow key, in pixels.
const STRIDE: f64 = 60.0;
/// A finger that went this part of the screen sideways asks for the next picture.
const SWIPE: f64 = 0.2;

/// What is looked at: all pictures and which of them.
#[derive(Clone, Copy)]
pub struct Shown {
    /// In order; may be empty.
    pub pictures: Memo<Vec<api::catalog::Picture>>,
    /// The product's.
    pub name: Signal<Text>,
    /// Which one, from 0.
    pub index: RwSignal<usize>,
}

impl Shown {
    /// How many there are; a product without any shows its letter.
    pub fn count(self) -> usize {
        self.pictures.with(|pictures| pictures.len().max(1))
    }

    /// The one that is `by` further, where there is one.
    pub fn further(self, by: i32) -> Option<usize> {
        let next = i32::try_from(self.index.get()).ok()?.checked_add(by)?;
        usize::try_from(next).ok().filter(|next| *next < self.count())
    }

    fn picture(self) -> Option<api::catalog::Picture> {
        self.pictures.with(|pictures| pictures.get(self.index.get()).cloned())
    }
}

/// A dialog; made anew at each opening.
#[component]
pub fn Viewer(shown: Shown, open: RwSignal<bool>) -> Markup {
    let i18n = use_i18n();
    let title = move || {
        let number = (shown.index.get() + 1).to_string();
        t_string!(i18n, product.picture_of, number = number, count = shown.count().to_string())
    };
    view! { <Dialog open title=Signal::derive(title) whole=true><Stage shown/></Dialog> }
}

#[component]
fn Stage(shown: Shown) -> Markup {
    let element = NodeRef::new();
    let screen = use_screen(element);
    let closeness = RwSignal::new(Closeness::default());
    // How far a finger has pushed the whole picture aside.
    let aside = RwSignal::new(0.0);
    let hand = Hand::new(element);
    let room = move || Room { screen: screen.get_untracked(), shape: shape(shown.picture()) };
    let change = move |to: &dyn Fn(Closeness) -> Closeness| closeness.set(to(closeness.get_untracked()));
    let zoom = move |factor: f64, at: Option<Spot>| {
        let room = room();
        let middle = Spot { x: room.screen.width / 2.0, y: room.screen.height / 2.0 };
        change(&|now| now.zoomed(factor, at.unwrap_or(middle), room));
    };
    let go = move |by: i32| {
        if let Some(next) = shown.further(by) {
            closeness.set(Closeness::default());
            shown.index.set(next);
        }
    };
    let gesture = move |gesture: Gesture| {
        let near = closeness.get_untracked().is_near();
        match gesture {
            Gesture::Drag(by) if near => change(&|now| now.moved(by, room())),
            Gesture::Drag(by) => aside.update(|aside| *aside += by.x),
            Gesture::Pinch(factor, at) => zoom(factor, Some(at)),
            Gesture::DoubleTap(_) if near => closeness.set(Closeness::default()),
            Gesture::DoubleTap(at) => zoom(LEAP, Some(at)),
            // Whoever cannot drag sees the rest so.
            Gesture::Tap(at) => change(&|now| now.centred(at, room())),
            Gesture::LetGo => {
                let pushed = aside.get_untracked() / screen.get_untracked().width.max(1.0);
                aside.set(0.0);
                if pushed.abs() > SWIPE {
                    go(if pushed < 0.0 { 1 } else { -1 });
                }
            }
        }
    };
    let down = move |event: PointerEvent| hand.down(&event);
    let drag = move |event: PointerEvent| hand.moved(&event).into_iter().for_each(gesture);
    let up = move |event: PointerEvent| hand.up(&event).into_iter().for_each(gesture);
    let wheel = move |event: WheelEvent| {
        event.prevent_default();
        zoom((1.0 - event.delta_y() / 400.0).clamp(0.5, 2.0), Some(hand.place(event.client_x(), event.client_y())));
    };
    let pan = move |x: f64, y: f64| change(&|now| now.moved(Spot { x, y }, room()));
    let key = move |event: KeyboardEvent| {
        let near = closeness.get_untracked().is_near();
        match event.key().as_str() {
            "ArrowLeft" if near => pan(STRIDE, 0.0),
            "ArrowRight" if near => pan(-STRIDE, 0.0),
            "ArrowLeft" => go(-1),
            "ArrowRight" => go(1),
            "ArrowUp" => pan(0.0, STRIDE),
            "ArrowDown" => pan(0.0, -STRIDE),
            "+" | "=" => zoom(STEP, None),
            "-" => zoom(1.0 / STEP, None),
            "0" => closeness.set(Closeness::default()),
            _ => return,
        }
        event.prevent_default();
    };
    let place = move || {
        let Closeness { zoom, x, y } = closeness.get();
        format!("translate({}px, {y}px) scale({zoom})", x + aside.get())
    };
    let near = move || closeness.get().is_near();
    view! {
        <div class="viewer" on:keydown=key>
            <div
                class="viewer__stage" node_ref=element tabindex="0" autofocus="" role="group" aria-label=t!(product.picture_larger)
                aria-describedby="viewer-hint" data-near=near on:pointerdown=down on:pointermove=drag on:pointerup=up
                on:pointercancel=up on:wheel=wheel
            >
                <div class="viewer__picture" style:transform=place>{move || whole(shown)}</div>
            </div>
            <p class="visually-hidden" id="viewer-hint">{t!(product.picture_hint)}</p>
            <div class="viewer__tools">
                {tool(t!(product.picture_before), Shape::Back, move || shown.further(-1).is_some(), move || go(-1))}
                {tool(t!(product.picture_farther), Shape::Minus, near, move || zoom(1.0 / STEP, None))}
                {tool(t!(product.picture_whole), Shape::Whole, near, move || closeness.set(Closeness::default()))}
                {tool(t!(product.picture_nearer), Shape::Plus, || true, move || zoom(STEP, None))}
                {tool(t!(product.picture_next), Shape::Forward, move || shown.further(1).is_some(), move || go(1))}
            </div>
        </div>
    }
}

/// One that has nothing to do keeps the focus, so that the next key still finds it.
fn tool(label: Sentence, shape: Shape, does: impl Fn() -> bool + 'static, press: impl Fn() + 'static) -> Markup {
    view! {
        <button
            class="viewer__tool" type="button" aria-label=label aria-disabled=move || (!does()).then_some("true") on:click=move |_| press()
        >
            <Icon shape/>
        </button>
    }
}

/// Without its placeholder: round it there is only the screen.
fn whole(shown: Shown) -> Markup {
    let picture = shown.picture().map(|picture| api::catalog::Picture { colour: None, ..picture });
    view! { <Picture picture name=shown.name.get() size=1280 sizes="100vw" eager=true/> }
}

/// Width by height; drawings are square.
fn shape(picture: Option<api::catalog::Picture>) -> f64 {
    let sides = picture.and_then(|picture| picture.width.zip(picture.height));
    sides.map_or(1.0, |(width, height)| f64::from(width) / f64::from(height.max(1)))
}
