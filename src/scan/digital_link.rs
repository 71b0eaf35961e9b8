//! A shelf label's link: GS1 Digital Link with the slot beside it.

use super::to_product::ToProduct;
use super::wrong::WrongCode;
use crate::i18n::{t, use_i18n};
use crate::message;
use crate::prelude::*;
use crate::route::{Lot, query, use_query};
use domain::Gtin;

/// Best before and use by, in a link's query (GS1 Digital Link Standard: URI Syntax §4.8).
const DATES: [&str; 2] = ["15", "17"];
/// The longest batch (AI 10); what is longer is none.
const LONGEST: usize = 20;

/// `/01/{gtin}?q={slot}`, `/01/{gtin}/10/{batch}?17={use by}`
#[component]
pub fn DigitalLinkPage(
    /// The number as it stands in the link.
    text: String,
    /// The batch, where the link names one.
    #[prop(optional)]
    batch: Option<String>,
) -> Markup {
    let i18n = use_i18n();
    let [best, use_by] = DATES.map(|name| use_query(name).get_untracked());
    let lot = Lot { batch: batch.filter(|batch| batch.chars().count() <= LONGEST), best, use_by };
    let at = use_query(query::Q).get_untracked().and_then(|slot| slot.parse().ok());
    match text.parse::<Gtin>() {
        Ok(gtin) => view! { <ToProduct gtin at lot/> },
        Err(reason) => {
            let title = t!(scan.wrong.title);
            let reason = Signal::derive(move || message::not_a_gtin(i18n, reason));
            view! { <WrongCode title code=text reason/> }
        }
    }
}
