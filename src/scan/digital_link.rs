//! A shelf label's link: GS1 Digital Link with the slot beside it.

use super::to_product::ToProduct;
use super::wrong::WrongCode;
use crate::i18n::{t_string, use_i18n};
use crate::message;
use crate::route::{query, use_query};
use domain::Gtin;
use leptos::prelude::*;

/// `/01/{gtin}?q={slot}`
#[component]
pub fn DigitalLinkPage(
    /// The number as it stands in the link.
    text: String,
) -> impl IntoView {
    let i18n = use_i18n();
    let at = use_query(query::Q).get_untracked().and_then(|slot| slot.parse().ok());
    match text.parse::<Gtin>() {
        Ok(gtin) => view! { <ToProduct gtin at/> }.into_any(),
        Err(reason) => {
            let title = Signal::derive(move || t_string!(i18n, scan.wrong.title).to_owned());
            let reason = Signal::derive(move || message::not_a_gtin(i18n, reason));
            view! { <WrongCode title code=text reason/> }.into_any()
        }
    }
}
