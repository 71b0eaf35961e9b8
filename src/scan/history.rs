//! The codes that were looked up on this phone, the latest first. They never leave it.

use crate::browser::storage;
use crate::i18n::{say, t, t_string, use_i18n};
use crate::load::use_load;
use crate::prelude::*;
use crate::route::Route;
use crate::signal::Shared;
use crate::ui::button::{Button, Variant};
use crate::ui::picture::Picture;
use crate::ui::price::Price;
use crate::ui::toast::use_toasts;
use api::catalog::get_product::GetProduct;
use api::catalog::{Product, Variant as Sold};
use domain::Gtin;

const KEPT: &str = "codes";
const MOST: usize = 12;

/// Puts a code at the front.
pub(super) fn remember(gtin: Gtin) {
    let mut codes = all();
    codes.retain(|code| *code != gtin);
    codes.insert(0, gtin);
    codes.truncate(MOST);
    let text = codes.iter().map(Gtin::to_string).collect::<Vec<_>>().join(" ");
    storage::set_local(KEPT, &text);
}

fn all() -> Vec<Gtin> {
    storage::local(KEPT).unwrap_or_default().split(' ').filter_map(|code| code.parse().ok()).collect()
}

/// The list; nothing at all on a phone that has seen none.
#[component]
pub(super) fn History(
    /// In links.
    store: String,
) -> Markup {
    let i18n = use_i18n();
    let toasts = use_toasts();
    let codes = RwSignal::new(all());
    let forget = move |_| {
        storage::remove_local(KEPT);
        codes.set(Vec::new());
        toasts.say(t_string!(i18n, scan.forgotten));
    };
    live(move || {
        let codes = codes.get();
        (!codes.is_empty()).then(|| {
            let store = store.clone();
            let one = move |gtin| view! { <li><Seen store=store.clone() gtin/></li> };
            view! {
                <section class="seen">
                    <header class="seen__header">
                        <h2>{t!(scan.history)}</h2>
                        <Button variant=Variant::Quiet on_press=forget>{t!(scan.forget)}</Button>
                    </header>
                    <ul class="seen__list">{codes.into_iter().map(one).collect_view()}</ul>
                </section>
            }
        })
    })
}

/// A code with its product, once that is known; its room is the same before.
#[component]
fn Seen(store: String, gtin: Gtin) -> Markup {
    let href = Route::Product { store: store.clone(), gtin, at: None }.href();
    let product = use_load(move || GetProduct { store: store.clone(), gtin }).value();
    let number = move || gtin.to_string().trim_start_matches('0').to_owned();
    let known = move |product: Shared<Product>| {
        let Sold { pictures, price, .. } = product.variants.iter().find(|variant| variant.gtin == gtin)?.clone();
        Some(view! {
            <span class="row__picture"><Picture picture=pictures.into_iter().next() name=product.name.clone() size=96/></span>
            <span class="row__words"><b>{say(product.name.clone())}</b><span class="quiet small">{number}</span></span>
            <Price price/>
        })
    };
    view! {
        <a class="row" href=href>
            {move || match product.get().and_then(known) {
                Some(view) => view,
                None => view! { <span class="row__picture"></span><span class="row__words">{number}</span> },
            }}
        </a>
    }
}
