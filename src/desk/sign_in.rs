//! Signing in.

use crate::i18n::{t_string, use_i18n};
use crate::ui::heading::Heading;
use leptos::prelude::*;

/// `/desk/sign-in`
#[component]
pub fn SignInPage() -> impl IntoView {
    let i18n = use_i18n();
    view! { <Heading text=Signal::derive(move || t_string!(i18n, desk.sign_in).to_owned())/> }
}
