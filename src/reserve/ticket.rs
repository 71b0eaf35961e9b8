//! A reservation as its shopper sees it, live.

use crate::i18n::{t_string, use_i18n};
use crate::ui::heading::Heading;
use leptos::prelude::*;

/// `/r/{token}`
#[component]
pub fn TicketPage(
    /// Opens the reservation.
    token: String,
) -> impl IntoView {
    let i18n = use_i18n();
    let _ = token;
    view! { <Heading text=Signal::derive(move || t_string!(i18n, reserve.ticket).to_owned())/> }
}
