//! Whose it is and what it is called.

use super::look::Look;
use crate::i18n::use_language;
use crate::prelude::*;
use crate::ui::heading::Heading;

/// The head of the page.
#[component]
pub fn Facts(look: Look) -> Markup {
    let language = use_language();
    let made = move || {
        look.product.with(|product| {
            let (brand, category) = (product.brand.get(language.get()), product.category.get(language.get()));
            [brand, category].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
        })
    };
    let name = Signal::derive(move || look.product.with(|product| product.name.get(language.get()).to_owned()));
    view! {
        <header class="facts">
            <p class="facts__made">{made}</p>
            <Heading text=name/>
        </header>
    }
}
