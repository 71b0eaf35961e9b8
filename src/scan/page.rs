//! Find by code: type it, or take one from before.

use super::entry::Entry;
use super::history::History;
use crate::i18n::{t_string, use_i18n};
use crate::ui::heading::Heading;
use leptos::prelude::*;

/// `/s/{store}/scan`
#[component]
pub fn ScanPage(
    /// In links.
    store: String,
) -> impl IntoView {
    let i18n = use_i18n();
    view! {
        <div class="page scan">
            <Heading text=Signal::derive(move || t_string!(i18n, scan.title).to_owned())/>
            <p class="lead">{move || t_string!(i18n, scan.lead)}</p>
            <Entry store=store.clone()/>
            <p class="scan__camera quiet small">{move || t_string!(i18n, scan.camera)}</p>
            <History store/>
        </div>
    }
}
