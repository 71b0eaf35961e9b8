//! A shelf label's link: GS1 Digital Link with the slot beside it.

use super::to_product::ToProduct;
use super::wrong::WrongCode;
use crate::i18n::{t, use_i18n};
use crate::message;
use crate::prelude::*;
use crate::route::{query, use_query};
use domain::Gtin;

/// `/01/{gtin}?q={slot}`
#[component]
pub fn DigitalLinkPage(
    /// The number as it stands in the link.
    text: String,
) -> Markup {
    let i18n = use_i18n();
    let at = use_query(query::Q).get_untracked().and_then(|slot| slot.parse().ok());
    match text.parse::<Gtin>() {
        Ok(gtin) => view! { <ToProduct gtin at/> },
        Err(reason) => {
            let title = t!(scan.wrong.title);
            let reason = Signal::derive(move || message::not_a_gtin(i18n, reason));
            view! { <WrongCode title code=text reason/> }
        }
    }
}
