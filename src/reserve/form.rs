//! From a product to a ticket.

use crate::i18n::{t_string, use_i18n};
use crate::ui::heading::Heading;
use domain::Gtin;
use leptos::prelude::*;

/// `/s/{store}/p/{gtin}/reserve`
#[component]
pub fn ReservePage(
    /// In links.
    store: String,
    /// The variant's code.
    gtin: Gtin,
) -> impl IntoView {
    let i18n = use_i18n();
    let _ = (store, gtin);
    view! { <Heading text=Signal::derive(move || t_string!(i18n, reserve.title).to_owned())/> }
}
