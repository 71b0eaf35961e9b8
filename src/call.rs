//! A shopper calls somebody: what for, and then who is coming.

mod calling;
mod form;
mod standing;

use crate::browser::announcer::use_announcer;
use crate::i18n::{t_string, use_i18n};
use crate::live::{Follow, Heard, use_live};
use crate::load::use_load_with;
use crate::prelude::*;
use crate::route::{Route, query, use_codes, use_slot};
use crate::ui::heading::Heading;
use crate::ui::icon::{Icon, Shape};
use api::catalog::get_product::GetProduct;
use api::event::Happening;
use api::planogram::get_slot::GetSlot;
use calling::Calling;
use domain::call::CallState;

/// `/s/{store}/call?g={gtin}&at={slot}`
#[component]
pub fn CallPage(
    /// In links.
    store: String,
) -> Markup {
    let i18n = use_i18n();
    let (codes, slot) = (use_codes(query::G), use_slot());
    let gtin = Memo::new(move |_| codes.with(|codes| codes.first().copied()));
    let calling = Calling::new(store.clone());
    let followed = store.clone();
    let live = use_live(move || Some(Follow { store: followed.clone(), since: None, token: None }));
    live.on_happening(move |heard| match heard {
        Heard::Event(event) if !matches!(&event.what, Happening::Call { call } if calling.is_mine(*call)) => {}
        _ => calling.look(),
    });
    let asked = store.clone();
    let product = use_load_with(move || gtin.get().map(|gtin| (GetProduct { store: asked.clone(), gtin }, Default::default())));
    // A label that names no product: a fitting room's, say.
    let spot = use_load_with(move || match (gtin.get(), slot.get()) {
        (None, Some(slot)) => Some((GetSlot { slot, gtin: None }, Default::default())),
        _ => None,
    });
    let back = Signal::derive(move || match gtin.get() {
        Some(gtin) => Route::Product { store: store.clone(), gtin, at: slot.get() }.href(),
        None => Route::Home { store: store.clone() }.href(),
    });
    let back_words = move || if gtin.get().is_some() { t_string!(i18n, call.back) } else { t_string!(i18n, call.back_store) };
    let announcer = use_announcer();
    let stand = Memo::new(move |_| calling.stand());
    // A change is said, whoever made it.
    Effect::new(move |before: Option<Option<CallState>>| {
        let now = stand.get();
        if let (Some(before), Some(state)) = (before, now)
            && before != now
        {
            announcer.say(untrack(|| standing::title(i18n, calling, state)));
        }
        now
    });
    let title = Signal::derive(move || match stand.get() {
        Some(state) => standing::title(i18n, calling, state),
        None => t_string!(i18n, call.title).to_owned(),
    });
    view! {
        <div class="page form-page">
            <p><a class="form-page__back" href=move || back.get()><Icon shape=Shape::Back/>{back_words}</a></p>
            <Heading text=title/>
            {move || match stand.get() {
                Some(state) => view! { <standing::Standing calling state/> },
                None => view! { <form::Form calling gtin slot product spot/> },
            }}
        </div>
    }
}
