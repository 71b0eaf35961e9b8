//! Past the header with one key.

use crate::i18n::t;
use crate::prelude::*;

/// Leads to the page's main part, whose id is `main`.
#[component]
pub fn SkipLink() -> Markup {
    view! { <a class="skip-link" href="#main">{t!(common.skip)}</a> }
}
