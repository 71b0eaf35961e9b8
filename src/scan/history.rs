//! The codes that were looked up on this phone, the latest first. They never leave it.

use crate::browser::storage;
use crate::i18n::{say, t, t_string, use_i18n};
use crate::load::{Load, use_load};
use crate::prelude::*;
use crate::route::Route;
use crate::signal::Shared;
use crate::ui::button::{Button, Variant};
use crate::ui::compare::CompareMark;
use crate::ui::keepsake::Keepsake;
use crate::ui::picture::Picture;
use crate::ui::price::Price;
use crate::ui::toast::use_toasts;
use api::Code as Problem;
use api::catalog::get_product::GetProduct;
use api::catalog::{Product, Variant as Sold};
use domain::Gtin;
use domain::crockford::SlotCode;

const KEPT: &str = "codes";
const MOST: usize = 12;

/// A code, and the shelf that it was read at.
pub(super) type Code = (Gtin, Option<SlotCode>);

/// The codes of this phone.
#[derive(Clone, Copy)]
pub(super) struct Codes(RwSignal<Vec<Code>>);

/// As they are kept here.
pub(super) fn use_codes() -> Codes {
    Codes(RwSignal::new(all()))
}

impl Codes {
    /// Puts a code at the front.
    pub(super) fn put(self, gtin: Gtin, at: Option<SlotCode>) {
        self.0.set(remember(gtin, at));
    }

    /// Shows what was remembered meanwhile: whoever comes back before the next page stood finds it.
    pub(super) fn renew(self) {
        self.0.set(all());
    }
}

/// Puts a code at the front of what is kept.
pub(super) fn remember(gtin: Gtin, at: Option<SlotCode>) -> Vec<Code> {
    let mut codes = all();
    codes.retain(|(code, _)| *code != gtin);
    codes.insert(0, (gtin, at));
    codes.truncate(MOST);
    let one = |(gtin, at): &Code| at.map_or_else(|| gtin.to_string(), |at| [&gtin.to_string(), "@", at.as_str()].concat());
    storage::set_local(KEPT, &codes.iter().map(one).collect::<Vec<_>>().join(" "));
    codes
}

fn all() -> Vec<Code> {
    let read = |word: &str| {
        let (gtin, at) = word.split_once('@').unwrap_or((word, ""));
        Some((gtin.parse().ok()?, at.parse().ok()))
    };
    storage::local(KEPT).unwrap_or_default().split(' ').filter_map(read).collect()
}

/// The list, the latest first; nothing at all on a phone that has seen none.
#[component]
pub(super) fn History(
    /// In links.
    store: String,
    /// Which.
    codes: Codes,
) -> Markup {
    let i18n = use_i18n();
    let toasts = use_toasts();
    let Codes(codes) = codes;
    let is_empty = Memo::new(move |_| codes.with(Vec::is_empty));
    let forget = move |_| {
        storage::remove_local(KEPT);
        codes.set(Vec::new());
        toasts.say(t_string!(i18n, scan.forgotten));
    };
    live(move || {
        (!is_empty.get()).then(|| {
            let store = store.clone();
            let one = move |(gtin, at): Code| view! { <li class="seen__one"><Seen store=store.clone() gtin at/></li> };
            view! {
                <section class="seen">
                    <header class="seen__header">
                        <h2>{t!(scan.history)}</h2>
                        <Button variant=Variant::Quiet on_press=forget>{t!(scan.forget)}</Button>
                    </header>
                    <ul class="seen__list" aria-live="polite">{each(move || codes.get(), |(gtin, at)| format!("{gtin} {at:?}"), one)}</ul>
                </section>
            }
        })
    })
}

/// A code with its product, once that is known; its room is the same before.
#[component]
pub(super) fn Seen(
    store: String,
    gtin: Gtin,
    at: Option<SlotCode>,
    /// Read just now: what its shelf holds by now is looked up on the way.
    #[prop(optional)]
    is_new: bool,
) -> Markup {
    let href = match at.filter(|_| is_new) {
        Some(slot) => Route::Label { gtin, slot }.href(),
        None => Route::Product { store: store.clone(), gtin, at }.href(),
    };
    let load = use_load(move || GetProduct { store: store.clone(), gtin });
    let product = load.value();
    // Said below the number: here it is not, and a code that is read wrongly looks the same.
    let is_foreign = Memo::new(move |_| matches!(load.get(), Load::Failed(refusal) if refusal.is(Problem::NotInRange)));
    let gone = move || is_foreign.get().then(|| view! { <span class="quiet small">{t!(scan.range.title)}</span> });
    let number = move || gtin.to_string().trim_start_matches('0').to_owned();
    let known = move |product: Shared<Product>| {
        let Sold { pictures, price, .. } = product.variants.iter().find(|variant| variant.gtin == gtin)?.clone();
        Some(view! {
            <span class="row__picture"><Picture picture=pictures.into_iter().next() name=product.name.clone() size=96/></span>
            <span class="row__words"><b>{say(product.name.clone())}</b><span class="quiet small">{number}</span></span>
            <Price price/>
        })
    };
    let mark = move || {
        product.get().map(|product| {
            let picture =
                product.variants.iter().find(|variant| variant.gtin == gtin).and_then(|variant| variant.pictures.first().cloned());
            let of = Keepsake::new(gtin, product.name.clone(), picture.as_ref());
            view! { <CompareMark of/> }
        })
    };
    view! {
        <a class="row" href=href>
            {move || match product.get().and_then(known) {
                Some(view) => view,
                None => view! { <span class="row__picture"></span><span class="row__words"><span>{number}</span>{gone}</span> },
            }}
        </a>
        {mark}
    }
}
