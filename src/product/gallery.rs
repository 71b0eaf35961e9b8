//! The pictures, large: swipe, arrow keys, buttons, small ones to choose from, and each on the whole screen. The chip says where the
//! thing stands.

mod closeness;
mod thumbs;
mod viewer;

use super::look::Look;
use crate::i18n::{t, t_string, use_i18n};
use crate::markup::HtmlElement;
use crate::prelude::*;
use crate::ui::icon::{Icon, Shape};
use crate::ui::picture::Picture;
use crate::ui::whereabouts;
use api::catalog::{Product, Variant};
use api::media::HERO_SIZES;
use thumbs::Thumbs;
use viewer::{Shown, Viewer};

/// The hero. It scrolls sideways by itself, so a finger needs no program.
#[component]
pub fn Gallery(look: Look) -> Markup {
    let i18n = use_i18n();
    let pictures = Memo::new(move |_| look.variant.with(|variant| variant.pictures.clone()));
    let name = Signal::derive(move || look.product.with(|product| product.name.clone()));
    let shown = Shown { pictures, name, index: RwSignal::new(0) };
    let open = RwSignal::new(false);
    let track = NodeRef::<HtmlElement>::new();
    let follow = move |_: leptos::ev::Event| {
        if let Some(track) = track.get_untracked() {
            let width = f64::from(track.client_width()).max(1.0);
            shown.index.set((f64::from(track.scroll_left()) / width).round().max(0.0) as usize);
        }
    };
    let choose = move |index: usize| {
        if let Some(track) = track.get_untracked() {
            track.set_scroll_left(i32::try_from(index).unwrap_or(0) * track.client_width());
        }
    };
    let go = move |by: i32| {
        if let Some(next) = shown.further(by) {
            choose(next);
        }
    };
    // What was chosen on the whole screen is where one comes back to.
    Effect::new(move |_| {
        if !open.get() {
            choose(shown.index.get_untracked());
        }
    });
    let on_key = move |event: leptos::ev::KeyboardEvent| {
        match event.key().as_str() {
            "ArrowRight" => go(1),
            "ArrowLeft" => go(-1),
            "Enter" => open.set(true),
            _ => return,
        }
        event.prevent_default();
    };
    view! {
        <section class="gallery" aria-label=t!(product.pictures)>
            <div class="gallery__hero">
                <div class="gallery__track" node_ref=track tabindex="0" role="group" on:scroll=follow on:keydown=on_key
                    on:click=move |_| open.set(true)
                    aria-label=move || t_string!(i18n, product.picture_of, number = (shown.index.get() + 1).to_string(), count = shown.count().to_string())>
                    {move || slides(shown)}
                </div>
                <OtherColour look/>
                <Pager shown on_go=Callback::new(go)/>
                <button class="gallery__step" data-side="larger" type="button" aria-label=t!(product.picture_larger) on:click=move |_| open.set(true)>
                    <Icon shape=Shape::Larger/>
                </button>
            </div>
            <Thumbs shown on_choose=Callback::new(choose)/>
            <div class="gallery__foot"><WhereChip look/></div>
            <Viewer shown open/>
        </section>
    }
}

fn slides(shown: Shown) -> Markup {
    let name = shown.name.get();
    let slide = |picture, eager| {
        view! { <div class="gallery__slide"><Picture picture name=name.clone() size=800 sizes=HERO_SIZES eager/></div> }
    };
    match shown.pictures.get() {
        none if none.is_empty() => slide(None, false),
        pictures => pictures.into_iter().enumerate().map(|(index, picture)| slide(Some(picture), index == 0)).collect_view(),
    }
}

/// Said where the product's pictures stand in for those of a colour that has none.
#[component]
fn OtherColour(look: Look) -> Markup {
    let stands_in = Memo::new(move |_| {
        look.variant.with(|variant| {
            !variant.pictured && !variant.pictures.is_empty() && look.product.with(|product| has_other_colour(product, variant))
        })
    });
    live(move || stands_in.get().then(|| view! { <p class="gallery__note">{t!(product.picture_other)}</p> }))
}

fn has_other_colour(product: &Product, variant: &Variant) -> bool {
    product.variants.iter().any(|of| of.colour != variant.colour)
}

/// Left out where there is one picture only.
#[component]
fn Pager(shown: Shown, on_go: Callback<i32>) -> Markup {
    let many = Memo::new(move |_| shown.count() > 1);
    live(move || {
        many.get().then(|| {
            view! {
                <button
                    class="gallery__step" data-side="back" type="button" aria-label=t!(product.picture_before)
                    prop:disabled=move || shown.further(-1).is_none() on:click=move |_| on_go.run(-1)
                >
                    <Icon shape=Shape::Back/>
                </button>
                <button
                    class="gallery__step" data-side="forward" type="button" aria-label=t!(product.picture_next)
                    prop:disabled=move || shown.further(1).is_none() on:click=move |_| on_go.run(1)
                >
                    <Icon shape=Shape::Forward/>
                </button>
            }
        })
    })
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
