//! Stub.
use crate::i18n::{t_string, use_i18n};
use crate::ui::heading::Heading;
use leptos::prelude::*;

/// Stub.
#[component]
pub fn CollectionPage(
    /// In links.
    store: String,
    /// In links.
    collection: String,
) -> impl IntoView {
    let i18n = use_i18n();
    let _ = store;
    let _ = collection;
    view! { <Heading text=Signal::derive(move || t_string!(i18n, browse.collection).to_owned())/> }
}
