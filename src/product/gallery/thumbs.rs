//! Small ones under the large one: how many there are, and a way to each.

use super::viewer::Shown;
use crate::i18n::{t_string, use_i18n};
use crate::prelude::*;
use crate::ui::picture::Picture;

/// Left out where there is one picture only.
#[component]
pub fn Thumbs(shown: Shown, on_choose: Callback<usize>) -> Markup {
    let i18n = use_i18n();
    let thumb = move |(index, picture): (usize, api::catalog::Picture)| {
        let label = move || {
            let number = (index + 1).to_string();
            t_string!(i18n, product.picture_of, number = number, count = shown.count().to_string())
        };
        // Its button says which it is.
        let name = shown.name.get();
        view! {
            <button
                class="gallery__thumb" type="button" aria-label=label
                aria-current=move || (shown.index.get() == index).then_some("true") on:click=move |_| on_choose.run(index)
            >
                <span aria-hidden="true"><Picture picture=Some(picture) name size=64/></span>
            </button>
        }
    };
    live(move || {
        let pictures = shown.pictures.get();
        (pictures.len() > 1).then(|| {
            view! { <div class="gallery__thumbs">{pictures.into_iter().enumerate().map(thumb).collect_view()}</div> }
        })
    })
}
