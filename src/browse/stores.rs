//! The stores of this deployment; leads on to the only one.

use crate::i18n::{t_string, use_i18n};
use crate::ui::heading::Heading;
use leptos::prelude::*;

/// `/`
#[component]
pub fn StoresPage() -> impl IntoView {
    let i18n = use_i18n();
    view! { <Heading text=Signal::derive(move || t_string!(i18n, common.all_stores).to_owned())/> }
}
