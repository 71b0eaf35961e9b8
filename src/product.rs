//! A product as this store has it: what it is, what others say, where it stands, keep one.

mod acts;
mod availability;
mod bar;
mod below;
mod change;
mod choice;
mod documents;
mod elsewhere;
mod facts;
mod gallery;
mod look;
mod origin;
mod people;
mod reviews;
mod sale;
mod seen;
mod stars;
mod stock;
mod tag;
mod together;
mod where_is_it;

use crate::client::Refusal;
use crate::live::{Follow, Heard, use_live};
use crate::load::{Loaded, Loading, use_load};
use crate::prelude::*;
use crate::route::{Route, use_go};
use crate::ui::skeleton::LinesSkeleton;
use crate::ui::unknown_code::UnknownCode;
use api::Code;
use api::catalog::Product;
use api::catalog::get_product::GetProduct;
use api::event::{Happening, LiveEvent};
use below::Bring;
use domain::Gtin;
use domain::ids::VariantId;
use look::Look;

pub use below::Rest;

/// `/s/{store}/p/{gtin}?at={slot}`
#[component]
pub fn ProductPage(
    /// In links.
    store: String,
    /// One of its variants' codes.
    gtin: Gtin,
    /// Fetches what stands below the first screen.
    below: Bring,
) -> Markup {
    let (asked, followed) = (store.clone(), store.clone());
    let product = use_load(move || GetProduct { store: asked.clone(), gtin });
    let live = use_live(move || Some(Follow { store: followed.clone(), since: None, token: None }));
    live.on_happening(move |heard| match heard {
        Heard::Resync => product.reload(),
        Heard::Event(event) => follow(product, event),
    });
    let searched = store.clone();
    let store = StoredValue::new(store);
    let go = use_go();
    let on_search = Callback::new(move |q| go(Route::Search { store: searched.clone(), q }));
    let refused = Callback::new(move |refusal| not_in_range(refusal, on_search));
    view! {
        <Loaded load=product skeleton=ProductSkeleton refused let:product>
            <Whole look=Look::new(store, product, gtin, live.link()) bring=below/>
        </Loaded>
    }
}

/// What a visitor sees changes under their eyes, nothing is built anew.
fn follow(product: Loading<Product>, event: &LiveEvent) {
    match &event.what {
        Happening::Stock { variant, available, held_until } => product.update(|product| {
            if let Some(of) = product.variants.iter_mut().find(|of| of.id == *variant) {
                of.stock.available = *available;
                of.stock.held_until = *held_until;
                of.stock.as_of = event.at;
            }
        }),
        Happening::Check { variant } if product.value().with_untracked(|product| is_of(product.as_deref(), *variant)) => product.reload(),
        // The answer takes the present one's place: choice, scrolling and focus stay.
        Happening::Planogram { .. } | Happening::Catalogue | Happening::Pause => product.reload(),
        _ => {}
    }
}

fn is_of(product: Option<&Product>, variant: VariantId) -> bool {
    product.is_some_and(|product| product.variants.iter().any(|of| of.id == variant))
}

#[component]
fn Whole(look: Look, bring: Bring) -> Markup {
    change::tell_price_changes(look);
    view! {
        <article class="product">
            <gallery::Gallery look/>
            <div class="page product__body">
                <div class="product__main">
                    <facts::Facts look/>
                    <tag::Tag look/>
                    <choice::Choice look/>
                    <acts::Acts look/>
                    <elsewhere::OtherStores look/>
                    <people::People look/>
                </div>
                <below::Below look bring/>
            </div>
            <bar::Bar look/>
        </article>
    }
}

/// A good number of something else is no failure.
fn not_in_range(refusal: Refusal, on_search: Callback<String>) -> Option<Markup> {
    match refusal {
        Refusal::Problem(mut problem) if problem.code == Code::NotInRange => {
            let code = problem.params.remove("gtin").unwrap_or_default();
            Some(view! { <UnknownCode code on_search/> })
        }
        _ => None,
    }
}

#[component]
fn ProductSkeleton() -> Markup {
    view! {
        <div class="product" aria-hidden="true">
            <div class="gallery gallery--waiting bone"></div>
            <div class="page"><LinesSkeleton count=6/></div>
        </div>
    }
}
