//! A product as this store has it: what it is, what others say, where it stands, keep one.

use crate::load::{Loaded, use_load};
use crate::ui::heading::Heading;
use crate::i18n::say;
use api::catalog::get_product::GetProduct;
use domain::Gtin;
use leptos::prelude::*;

/// `/s/{store}/p/{gtin}?at={slot}`
#[component]
pub fn ProductPage(
    /// In links.
    store: String,
    /// One of its variants' codes.
    gtin: Gtin,
) -> impl IntoView {
    let product = use_load(move || GetProduct { store: store.clone(), gtin });
    view! { <Loaded load=product let:product><Heading text=Signal::derive(move || say(product.get().name)())/></Loaded> }
}
