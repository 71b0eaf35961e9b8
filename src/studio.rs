//! The studio: what a merchandiser builds the floor with.

use crate::i18n::{t_string, use_i18n};
use crate::ui::heading::Heading;
use leptos::prelude::*;

/// `/studio`
#[component]
pub fn StudioPage() -> impl IntoView {
    let i18n = use_i18n();
    view! { <Heading text=Signal::derive(move || t_string!(i18n, studio.title).to_owned())/> }
}
