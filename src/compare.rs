//! Up to four products side by side. The address says which, so a link brings the same table to another phone.

mod columns;
mod facts;
mod table;

use crate::i18n::t;
use crate::prelude::*;
use crate::route::Route;
use crate::ui::button::ButtonLink;
use crate::ui::heading::Heading;
use crate::ui::notice::Pill;
use columns::{Columns, use_columns};
use table::Table;

/// `/s/{store}/compare?g={gtin},{gtin}`
#[component]
pub fn ComparePage(
    /// In links.
    store: String,
) -> Markup {
    let columns = use_columns(store.clone());
    let slow = columns.is_slow();
    let search = Route::Search { store, q: String::new() }.href();
    view! {
        <div class="page compare">
            <header class="compare__head">
                <Heading text=t!(compare.title)/>
                <ButtonLink href=search>{t!(compare.add)}</ButtonLink>
            </header>
            {move || slow.get().then(|| view! { <Pill>{t!(common.load.slow)}</Pill> })}
            {move || body(columns)}
        </div>
    }
}

fn body(columns: Columns) -> Markup {
    let count = columns.count();
    live(move || match count.get() {
        0 => view! { <p class="lead">{t!(compare.none)}</p> },
        count => {
            let hint = (count == 1).then(|| view! { <p class="lead">{t!(compare.one)}</p> });
            view! { {hint} <Table columns/> }
        }
    })
}
