//! An address without a page.

use crate::i18n::{t_string, use_i18n};
use crate::route::Route;
use crate::ui::{button::ButtonLink, empty::Empty, heading::Heading};
use leptos::prelude::*;

/// Says so, and leads back.
#[component]
pub fn NoSuchPage() -> impl IntoView {
    let i18n = use_i18n();
    view! {
        <div class="page">
            <Heading text=Signal::derive(move || t_string!(i18n, common.no_page.title).to_owned())/>
        <Empty sentence=Signal::derive(move || t_string!(i18n, common.no_page.sentence).to_owned())>
            <ButtonLink href=Route::Stores.href()>{move || t_string!(i18n, common.all_stores)}</ButtonLink>
        </Empty>
        </div>
    }
}
