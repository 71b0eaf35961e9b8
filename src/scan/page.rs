//! Stub.
use crate::i18n::{t_string, use_i18n};
use crate::ui::heading::Heading;
use leptos::prelude::*;

/// Stub.
#[component]
pub fn ScanPage(
    /// In links.
    store: String,
) -> impl IntoView {
    let i18n = use_i18n();
    let _ = store;
    view! { <Heading text=Signal::derive(move || t_string!(i18n, scan.title).to_owned())/> }
}
