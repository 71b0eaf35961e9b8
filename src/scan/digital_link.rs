//! Stub.
use crate::i18n::{t_string, use_i18n};
use crate::ui::heading::Heading;
use leptos::prelude::*;

/// Stub.
#[component]
pub fn DigitalLinkPage(
    /// In links.
    text: String,
) -> impl IntoView {
    let i18n = use_i18n();
    let _ = text;
    view! { <Heading text=Signal::derive(move || t_string!(i18n, scan.title).to_owned())/> }
}
