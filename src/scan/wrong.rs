//! A code that cannot be: what is wrong with it, and the way to type it again.

use crate::i18n::t;
use crate::prelude::*;
use crate::route::Route;
use crate::session::remembered_store;
use crate::ui::button::{ButtonLink, Variant};
use crate::ui::empty::Empty;
use crate::ui::heading::Heading;

/// Title, the code as it was read, the reason.
#[component]
pub(super) fn WrongCode(
    /// The heading.
    #[prop(into)]
    title: Signal<String>,
    /// As it was read.
    code: String,
    /// What is wrong.
    #[prop(into)]
    reason: Signal<String>,
) -> Markup {
    let again = match remembered_store() {
        Some(store) => Route::Scan { store }.href(),
        None => Route::Stores.href(),
    };
    view! {
        <div class="page">
            <Heading text=title/>
            <p class="wrong-code">{code}</p>
            <Empty sentence=reason>
                <ButtonLink href=again variant=Variant::Primary>{t!(scan.wrong.again)}</ButtonLink>
            </Empty>
        </div>
    }
}
