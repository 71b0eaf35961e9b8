//! An address without a page.

use crate::i18n::t;
use crate::prelude::*;
use crate::route::Route;
use crate::ui::{button::ButtonLink, empty::Empty, heading::Heading};

/// Says so, and leads back.
#[component]
pub fn NoSuchPage() -> Markup {
    view! {
        <div class="page">
            <Heading text=t!(common.no_page.title)/>
        <Empty sentence=t!(common.no_page.sentence)>
            <ButtonLink href=Route::Stores.href()>{t!(common.all_stores)}</ButtonLink>
        </Empty>
        </div>
    }
}
