//! The codes that stand beside the one that is meant. They are offered and not followed: only a press writes them down.

use super::meaning::{Meaning, meaning};
use crate::browser::decoder::Found;
use crate::i18n::{say, t};
use crate::load::use_load;
use crate::prelude::*;
use crate::route::Route;
use api::catalog::get_product::GetProduct;
use domain::Gtin;

/// Nothing where the code stands alone, or the others mean nothing here.
#[component]
pub(super) fn Beside(
    /// Whose products they are.
    store: String,
    /// As they were read.
    codes: RwSignal<Vec<Found>>,
    /// Goes on with one.
    on_press: Callback<Found>,
) -> Markup {
    let of_store = store.clone();
    let offered =
        Memo::new(move |_| codes.with(|codes| codes.iter().filter(|code| label(&of_store, code).is_some()).cloned().collect::<Vec<_>>()));
    let is_empty = Memo::new(move |_| offered.with(Vec::is_empty));
    live(move || {
        (!is_empty.get()).then(|| {
            let store = store.clone();
            let one = move |code: Found| {
                let name = label(&store, &code).map(|label| named(&store, label));
                view! { <li><button class="chip" type="button" on:click=move |_| on_press.run(code.clone())>{name}</button></li> }
            };
            view! {
                <section class="beside">
                    <h2>{t!(scan.beside)}</h2>
                    <ul class="chips">{each(move || offered.get(), |(_, text)| text.clone(), one)}</ul>
                </section>
            }
        })
    })
}

/// What a chip says.
enum Label {
    Product(Gtin),
    Words(String),
}

/// `None` for what leads nowhere, and for what is somebody's own: a ticket is followed by who holds it up.
fn label(store: &str, (symbology, text): &Found) -> Option<Label> {
    let (Meaning::Go(to) | Meaning::Foreign { to, .. }) = meaning(store, text, Some(*symbology)).ok()? else { return None };
    match to {
        Route::Product { gtin, .. } | Route::Label { gtin, .. } => Some(Label::Product(gtin)),
        Route::Slot { slot: code } | Route::InStore { code } => Some(Label::Words(code)),
        _ => None,
    }
}

/// The product's name once it is known, and always what is printed.
fn named(store: &str, label: Label) -> Markup {
    let gtin = match label {
        Label::Words(words) => return view! { <span>{words}</span> },
        Label::Product(gtin) => gtin,
    };
    let store = store.to_owned();
    let product = use_load(move || GetProduct { store: store.clone(), gtin }).value();
    let name = move || product.get().map(|product| view! { <span>{say(product.name.clone())}</span> });
    view! {
        {name}
        <span class="quiet small">{gtin.to_string().trim_start_matches('0').to_owned()}</span>
    }
}
