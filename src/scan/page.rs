//! Find by code: type it, or take one from before.

use super::entry::Entry;
use super::history::History;
use crate::i18n::t;
use crate::prelude::*;
use crate::ui::heading::Heading;

/// `/s/{store}/scan`
#[component]
pub fn ScanPage(
    /// In links.
    store: String,
) -> Markup {
    view! {
        <div class="page scan">
            <Heading text=t!(scan.title)/>
            <p class="lead">{t!(scan.lead)}</p>
            <Entry store=store.clone()/>
            <p class="scan__camera quiet small">{t!(scan.camera)}</p>
            <History store/>
        </div>
    }
}
