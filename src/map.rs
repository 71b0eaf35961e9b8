//! Where things stand: the floor, the shelf, the way.

use crate::i18n::{t_string, use_i18n};
use crate::ui::heading::Heading;
use leptos::prelude::*;

/// `/s/{store}/map?to={gtin}&at={slot}`
#[component]
pub fn MapPage(
    /// In links.
    store: String,
) -> impl IntoView {
    let i18n = use_i18n();
    let _ = store;
    view! { <Heading text=Signal::derive(move || t_string!(i18n, map.title).to_owned())/> }
}
