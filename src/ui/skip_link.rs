//! Past the header with one key.

use crate::i18n::{t_string, use_i18n};
use leptos::prelude::*;

/// Leads to the page's main part, whose id is `main`.
#[component]
pub fn SkipLink() -> impl IntoView {
    let i18n = use_i18n();
    view! { <a class="skip-link" href="#main">{move || t_string!(i18n, common.skip)}</a> }
}
