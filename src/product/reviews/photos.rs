//! Photos of a review: small in the list, large in a dialog.

use crate::i18n::{t, t_string, use_i18n, use_language};
use crate::prelude::*;
use crate::ui::dialog::Dialog;
use crate::ui::icon::{Icon, Shape};
use crate::ui::picture;
use api::catalog::Picture;
use domain::Text;

/// Whose photos are shown large, and which of them.
#[derive(Clone, Copy)]
pub(super) struct Viewing {
    is_open: RwSignal<bool>,
    photos: RwSignal<(Vec<Picture>, String)>,
    at: RwSignal<usize>,
}

impl Viewing {
    pub fn new() -> Self {
        Self { is_open: RwSignal::new(false), photos: RwSignal::new((Vec::new(), String::new())), at: RwSignal::new(0) }
    }

    fn step(self, by: i32) {
        let last = self.photos.with_untracked(|(photos, _)| photos.len() as i32 - 1);
        self.at.update(|at| *at = (*at as i32 + by).clamp(0, last.max(0)) as usize);
    }
}

/// A row of them; nothing where there are none.
#[component]
pub(super) fn Photos(photos: Vec<Picture>, author: String, viewing: Viewing) -> Markup {
    let i18n = use_i18n();
    let all = StoredValue::new((photos.clone(), author));
    let one = move |(at, photo): (usize, Picture)| {
        let label = move || {
            let author = all.with_value(|(_, author)| author.clone());
            t_string!(i18n, reviews.photo.open, author = author, number = (at + 1).to_string())
        };
        let open = move |_| {
            viewing.photos.set(all.get_value());
            viewing.at.set(at);
            viewing.is_open.set(true);
        };
        view! {
            <button class="review__photo" type="button" aria-haspopup="dialog" aria-label=label on:click=open>
                <picture::Picture picture=Some(photo) name=Text::default() size=160/>
            </button>
        }
    };
    let is_empty = photos.is_empty();
    let row = photos.into_iter().enumerate().map(one).collect_view();
    if is_empty {
        Markup::Nothing
    } else {
        view! { <div class="review__photos">{row}</div> }
    }
}

/// The large one, with the keys of a gallery.
#[component]
pub(super) fn Viewer(viewing: Viewing) -> Markup {
    view! { <Dialog open=viewing.is_open title=t!(reviews.photo.title)><Large viewing/></Dialog> }
}

#[component]
fn Large(viewing: Viewing) -> Markup {
    let (i18n, language) = (use_i18n(), use_language());
    let count = move || viewing.photos.with(|(photos, _)| photos.len());
    let picture = move || {
        let (photo, author) = viewing.photos.with(|(photos, author)| (photos.get(viewing.at.get()).cloned(), author.clone()));
        let name = Text::only(language.get(), &t_string!(i18n, reviews.photo.by, author = author));
        view! { <picture::Picture picture=photo name size=800/> }
    };
    let on_key = move |event: leptos::ev::KeyboardEvent| match event.key().as_str() {
        "ArrowRight" => viewing.step(1),
        "ArrowLeft" => viewing.step(-1),
        _ => {}
    };
    let of = move || t_string!(i18n, reviews.photo.of, number = (viewing.at.get() + 1).to_string(), count = count().to_string());
    let pager = move || {
        (count() > 1).then(|| {
            view! {
                <p class="photo__pager">
                    <button class="photo__step" type="button" aria-label=t!(reviews.photo.before) on:click=move |_| viewing.step(-1)><Icon shape=Shape::Back/></button>
                    <span role="status">{of}</span>
                    <button class="photo__step" type="button" aria-label=t!(reviews.photo.next) on:click=move |_| viewing.step(1)><Icon shape=Shape::Forward/></button>
                </p>
            }
        })
    };
    view! { <div class="photo" on:keydown=on_key>{picture}{pager}</div> }
}
