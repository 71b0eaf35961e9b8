//! What the camera sees, and its buttons. Codes are read as long as it runs; a photograph from the roll is read once.

mod blind;
mod in_view;

use super::icon::{Icon, Shape};
use crate::browser::camera::{Camera, CameraState, Lens, photograph, use_camera};
use crate::browser::clock::sleep;
use crate::browser::decoder::{Decoder, Found};
use crate::browser::file::{LocalFile, chosen};
use crate::browser::{document, sound};
use crate::i18n::{t, t_string, use_i18n};
use crate::markup::HtmlInputElement;
use crate::prelude::*;
use blind::Blind;
use leptos::task::spawn_local_scoped_with_cancellation;
use std::time::Duration;

pub use in_view::InView;

/// Between two frames: the decoder is quicker than a hand.
const PAUSE: Duration = Duration::from_millis(30);

/// Opens the camera when it comes and lets it go when it leaves.
#[component]
pub fn Viewfinder(
    /// Beside a desk's work: its light and its lenses, and nothing else.
    #[prop(optional)]
    plain: bool,
    /// Hears of each frame's codes, the nearest to the middle first.
    on_found: Callback<Vec<Found>>,
) -> Markup {
    let i18n = use_i18n();
    let camera = use_camera();
    let decoder = StoredValue::new(None::<Decoder>);
    // The worker could not be had, or broke.
    let is_dull = RwSignal::new(false);
    // A photograph without a code.
    let is_bare = RwSignal::new(false);
    camera.open();
    spawn_local_scoped_with_cancellation(watch(camera, decoder, is_dull, on_found));
    document::on_return(move || {
        if camera.state().get_untracked() == CameraState::Lost {
            camera.open();
        }
    });
    let from_roll = move |file: LocalFile| {
        is_bare.set(false);
        spawn_local_scoped_with_cancellation(async move {
            let found = match (photograph(&file).await, decoder_of(decoder)) {
                (Some(picture), Some(decoder)) => decoder.read(picture, true).await.unwrap_or_default(),
                _ => Vec::new(),
            };
            is_bare.try_set(found.is_empty());
            on_found.run(found);
        });
    };
    let video = camera.video;
    view! {
        <section class="finder" data-plain=plain.then_some("") aria-label=t!(scan.finder)>
            <div class="finder__view" data-state=move || if camera.state().get() == CameraState::Running { "running" } else { "dark" }>
                <video class="finder__video" node_ref=video playsinline="" muted="" aria-hidden="true"></video>
                <span class="finder__frame" aria-hidden="true"></span>
                <Blind state=camera.state() is_dull on_again=Callback::new(move |()| camera.open())/>
            </div>
            <div class="finder__acts">
                <Light camera/>
                {(!plain).then(|| view! {
                    <Sound/>
                    <label class="finder__act">
                        <Icon shape=Shape::Picture/>
                        <span>{t!(scan.photo)}</span>
                        <Roll on_file=Callback::new(from_roll)/>
                    </label>
                })}
                <Lenses camera/>
            </div>
            <p class="finder__said" role="status">{move || if is_bare.get() { t_string!(i18n, scan.photo_none) } else { "" }}</p>
        </section>
    }
}

/// Frame after frame while the camera runs.
async fn watch(camera: Camera, decoder: StoredValue<Option<Decoder>>, is_dull: RwSignal<bool>, on_found: Callback<Vec<Found>>) {
    loop {
        sleep(PAUSE).await;
        if camera.state().get_untracked() != CameraState::Running {
            continue;
        }
        let Some(decoder) = decoder_of(decoder) else { break };
        let Some(picture) = camera.picture() else { continue };
        match decoder.read(picture, false).await {
            Some(found) if found.is_empty() => {}
            Some(found) => on_found.run(found),
            None => break,
        }
    }
    is_dull.set(true);
}

/// The worker, fetched when it is first needed.
fn decoder_of(kept: StoredValue<Option<Decoder>>) -> Option<Decoder> {
    kept.try_update_value(|kept| {
        if kept.is_none() {
            *kept = Decoder::start();
        }
        kept.clone()
    })?
}

/// Nothing where the camera has none.
#[component]
fn Light(camera: Camera) -> Markup {
    let light = camera.light();
    live(move || {
        light.get().map(|on| {
            view! {
                <button class="finder__act" type="button" aria-pressed=if on { "true" } else { "false" } on:click=move |_| camera.toggle_light()>
                    <Icon shape=Shape::Light/>
                    <span>{t!(scan.light)}</span>
                </button>
            }
        })
    })
}

/// A beep for each code; a phone buzzes anyway.
#[component]
fn Sound() -> Markup {
    let is_on = RwSignal::new(sound::is_open());
    let press = move |_| match is_on.get_untracked() {
        true => {
            sound::close();
            is_on.set(false);
        }
        false => is_on.set(sound::open()),
    };
    view! {
        <button class="finder__act" type="button" aria-pressed=move || if is_on.get() { "true" } else { "false" } on:click=press>
            <Icon shape=Shape::Sound/>
            <span>{t!(scan.sound)}</span>
        </button>
    }
}

#[component]
fn Roll(on_file: Callback<LocalFile>) -> Markup {
    let input = NodeRef::<HtmlInputElement>::new();
    let change = move |_| {
        if let Some(file) = input.get_untracked().and_then(|input| chosen(&input).into_iter().next()) {
            on_file.run(file);
        }
    };
    view! { <input class="finder__roll" type="file" accept="image/*" node_ref=input on:change=change/> }
}

/// Nothing where there is one only.
#[component]
fn Lenses(camera: Camera) -> Markup {
    let lenses = camera.lenses();
    live(move || {
        let lenses = lenses.get();
        (lenses.len() > 1).then(|| {
            let one = move |Lens { id, name }: Lens| {
                view! { <li><button class="finder__lens" type="button" on:click=move |_| camera.choose(&id)>{name}</button></li> }
            };
            view! {
                <details class="finder__lenses">
                    <summary class="finder__act"><span>{t!(scan.lens)}</span></summary>
                    <ul>{lenses.into_iter().map(one).collect_view()}</ul>
                </details>
            }
        })
    })
}
