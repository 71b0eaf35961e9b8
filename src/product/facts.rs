//! Who made it, what it is called, what it costs, what others think in one glance.

use super::look::Look;
use crate::browser::document;
use crate::i18n::{t, use_language};
use crate::prelude::*;
use crate::ui::heading::Heading;
use crate::ui::price::Price;
use crate::ui::rating::Rating;

/// The head of the page.
#[component]
pub fn Facts(look: Look) -> Markup {
    let language = use_language();
    let made = move || {
        look.product.with(|product| {
            let (brand, category) = (product.brand.get(language.get()), product.category.get(language.get()));
            [brand, category].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
        })
    };
    let name = Signal::derive(move || look.product.with(|product| product.name.get(language.get()).to_owned()));
    let price = Memo::new(move |_| look.variant.with(|variant| variant.price));
    view! {
        <header class="facts">
            <p class="facts__made">{made}</p>
            <Heading text=name/>
            <div class="facts__row">
                <p class="facts__price">{move || view! { <Price price=price.get()/> }}</p>
                <Stars look/>
            </div>
        </header>
    }
}

/// Mean, count, and the shape of the reviews: leads to them.
#[component]
fn Stars(look: Look) -> Markup {
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
        let shape = (count > 1).then(|| view! { <span class="facts__shape" aria-hidden="true">{bars()}</span> });
        view! {
            <a class="facts__stars" href="#reviews" on:click=go>
                <Rating rating/> {shape}
                <span class="visually-hidden">{t!(product.reviews.go)}</span>
            </a>
        }
    })
}
