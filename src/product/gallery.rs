//! The pictures, large: swipe, arrow keys, two buttons. The chip says where the thing stands.

use super::look::Look;
use crate::i18n::{t, t_string, use_i18n};
use crate::markup::HtmlElement;
use crate::prelude::*;
use crate::ui::icon::{Icon, Shape};
use crate::ui::picture::Picture;
use crate::ui::whereabouts;

/// The hero. It scrolls sideways by itself, so a finger needs no program.
#[component]
pub fn Gallery(look: Look) -> Markup {
    let i18n = use_i18n();
    let pictures = Memo::new(move |_| look.variant.with(|variant| variant.pictures.clone()));
    let count = move || pictures.with(|pictures| pictures.len().max(1));
    let track = NodeRef::<HtmlElement>::new();
    let shown = RwSignal::new(0_usize);
    let follow = move |_: leptos::ev::Event| {
        if let Some(track) = track.get_untracked() {
            let width = f64::from(track.client_width()).max(1.0);
            shown.set((f64::from(track.scroll_left()) / width).round().max(0.0) as usize);
        }
    };
    let go = move |by: i32| {
        if let Some(track) = track.get_untracked() {
            let next = (shown.get_untracked() as i32 + by).clamp(0, count() as i32 - 1);
            track.set_scroll_left(next * track.client_width());
        }
    };
    let on_key = move |event: leptos::ev::KeyboardEvent| {
        let by = match event.key().as_str() {
            "ArrowRight" => 1,
            "ArrowLeft" => -1,
            _ => return,
        };
        event.prevent_default();
        go(by);
    };
    let slides = move || {
        let name = look.product.with(|product| product.name.clone());
        let slide = |(index, picture)| {
            view! { <div class="gallery__slide"><Picture picture=Some(picture) name=name.clone() size=800 eager=index == 0/></div> }
        };
        match pictures.get() {
            none if none.is_empty() => view! { <div class="gallery__slide"><Picture picture=None name=name.clone()/></div> },
            pictures => pictures.into_iter().enumerate().map(slide).collect_view(),
        }
    };
    view! {
        <section class="gallery" aria-label=t!(product.pictures)>
            <div class="gallery__track" node_ref=track tabindex="0" role="group" on:scroll=follow on:keydown=on_key
                aria-label=move || t_string!(i18n, product.picture_of, number = (shown.get() + 1).to_string(), count = count().to_string())>
                {slides}
            </div>
            <Pager shown count=Signal::derive(count) on_go=Callback::new(go)/>
            <div class="gallery__foot">
                <WhereChip look/>
                <Dots shown count=Signal::derive(count)/>
            </div>
        </section>
    }
}

/// Left out where there is one picture only.
#[component]
fn Pager(shown: RwSignal<usize>, count: Signal<usize>, on_go: Callback<i32>) -> Markup {
    let at_start = move || shown.get() == 0;
    let at_end = move || shown.get() + 1 >= count.get();
    let many = Memo::new(move |_| count.get() > 1);
    live(move || {
        many.get().then(|| {
            view! {
                <button
                    class="gallery__step" data-side="back" type="button" aria-label=t!(product.picture_before)
                    prop:disabled=at_start on:click=move |_| on_go.run(-1)
                >
                    <Icon shape=Shape::Back/>
                </button>
                <button
                    class="gallery__step" data-side="forward" type="button" aria-label=t!(product.picture_next)
                    prop:disabled=at_end on:click=move |_| on_go.run(1)
                >
                    <Icon shape=Shape::Forward/>
                </button>
            }
        })
    })
}

#[component]
fn Dots(shown: RwSignal<usize>, count: Signal<usize>) -> Markup {
    let dot = move |index: usize| view! { <i class="gallery__dot" data-on=move || (shown.get() == index).then_some("")></i> };
    let dots = move || (count.get() > 1).then(|| (0..count.get()).map(dot).collect_view());
    view! { <span class="gallery__dots" aria-hidden="true">{dots}</span> }
}

/// The sign at its shelf, and the way to the map.
#[component]
fn WhereChip(look: Look) -> Markup {
    let i18n = use_i18n();
    live(move || match look.here() {
        None => view! { <span class="where-chip" data-kind="ask">{t!(product.ask_us)}</span> },
        Some(location) => view! {
            <a class="where-chip" href=move || look.map_href()>
                <b class="where-chip__sign">{location.sign()}</b>
                <span class="where-chip__words">
                    <span>{whereabouts::area(i18n, &location)}</span>
                    <span class="where-chip__height">{whereabouts::height(i18n, &location)}</span>
                </span>
            </a>
        },
    })
}
