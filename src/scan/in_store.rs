//! An in-store number's label: goods without a GTIN.

use super::to_product::ToProduct;
use crate::i18n::{t, t_string, use_i18n};
use crate::prelude::*;
use crate::route::{Route, query, use_query};
use crate::session::remembered_store;
use crate::ui::button::ButtonLink;
use crate::ui::empty::Empty;
use crate::ui::heading::Heading;
use domain::Gtin;

/// `/i/{code}?q={slot}`
#[component]
pub fn InStorePage(
    /// The number.
    code: String,
) -> Markup {
    let at = use_query(query::Q).get_untracked().and_then(|slot| slot.parse().ok());
    match code.parse::<Gtin>() {
        // A restricted-circulation number is looked up like any other.
        Ok(gtin) => view! { <ToProduct gtin at/> },
        Err(_) => view! { <AskUs code/> },
    }
}

#[component]
fn AskUs(code: String) -> Markup {
    let i18n = use_i18n();
    let search = match remembered_store() {
        Some(store) => Route::Search { store, q: String::new() }.href(),
        None => Route::Stores.href(),
    };
    let sentence = Signal::derive(move || t_string!(i18n, scan.in_store.lead, code = code.clone()));
    view! {
        <div class="page">
            <Heading text=t!(scan.in_store.title)/>
            <Empty sentence>
                <ButtonLink href=search>{t!(scan.range.label)}</ButtonLink>
            </Empty>
        </div>
    }
}
