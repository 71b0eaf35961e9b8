//! What others think, in one glance.

use super::look::Look;
use crate::browser::document;
use crate::i18n::t;
use crate::prelude::*;
use crate::ui::rating::Rating;

/// Mean, count, and the shape of the reviews: leads to them.
#[component]
pub fn Stars(look: Look) -> Markup {
    let ratings = Memo::new(move |_| look.product.with(|product| product.ratings));
    let go = move |event: leptos::ev::MouseEvent| {
        event.prevent_default();
        document::focus("reviews");
    };
    let bars = move || {
        let counts = ratings.get().counts;
        let most = counts.iter().copied().max().unwrap_or(0).max(1);
        counts.into_iter().map(move |count| view! { <i style:height=format!("{}%", 6 + 94 * count / most)></i> }).collect_view()
    };
    live(move || {
        let count = u32::try_from(ratings.get().total()).unwrap_or(u32::MAX);
        let rating = api::catalog::Rating { tenths: ratings.get().tenths(), count };
        let shape = (count > 1).then(|| view! { <span class="tag__shape" aria-hidden="true">{bars()}</span> });
        view! {
            <a class="tag__stars" href="#reviews" on:click=go>
                <Rating rating/> {shape}
                <span class="visually-hidden">{t!(product.reviews.go)}</span>
            </a>
        }
    })
}
