//! Sizes: each says how many there are, which store has it, or that it comes in another colour.

use super::super::elsewhere::short_name;
use super::super::look::Look;
use super::fold::{More, shown};
use crate::browser::announcer::use_announcer;
use crate::browser::intl;
use crate::i18n::{Words, t, t_string, use_i18n, use_language};
use crate::prelude::*;
use crate::session::use_here;
use crate::ui::segmented::{Choice as Size, Segmented};
use api::catalog::{Colour, Product, Variant};
use domain::{Language, Text};

#[component]
pub(super) fn Sizes(look: Look) -> Markup {
    let i18n = use_i18n();
    let language = use_language();
    let here = use_here().store.value();
    let sizes = Memo::new(move |_| {
        let (colour, language) = (look.variant.with(|variant| variant.colour.clone()), language.get());
        let this = here.get().map(|store| store.name.get(language).to_owned()).unwrap_or_default();
        let say = |(variant, is_colour): &(&Variant, bool)| size(i18n, variant, *is_colour, &this, language);
        look.product.with(|product| sizes_of(product, colour.as_ref()).iter().filter_map(say).collect::<Vec<_>>())
    });
    let chosen = Memo::new(move |_| look.variant.with(|variant| variant.gtin.to_string()));
    let whole = RwSignal::new(false);
    let choices = Memo::new(move |_| {
        sizes.with(|sizes| {
            let at = chosen.with(|chosen| sizes.iter().position(|size| size.value == *chosen).unwrap_or(0));
            shown(sizes.len(), at, whole.get()).into_iter().filter_map(|index| sizes.get(index).cloned()).collect::<Vec<_>>()
        })
    });
    let announcer = use_announcer();
    let on_choose = Callback::new(move |value: String| {
        let Ok(gtin) = value.parse() else { return };
        let before = look.variant.with_untracked(|variant| variant.colour.clone());
        look.choose(gtin);
        // A size of another colour brings its colour along.
        let now = look.variant.with_untracked(|variant| variant.colour.clone());
        if let Some(colour) = now.filter(|now| Some(now) != before.as_ref()) {
            announcer.say(colour.name.get(language.get_untracked()));
        }
    });
    let count = Signal::derive(move || sizes.with(Vec::len));
    let any = Memo::new(move |_| choices.with(|choices| !choices.is_empty()));
    live(move || {
        any.get().then(|| {
            view! {
                <div class="choice__sizes">
                    <Segmented name="size" label=t!(product.size) choices chosen on_choose/>
                    <More count whole/>
                </div>
            }
        })
    })
}

/// Every size of the product once: in this colour where it comes in it, else in whatever colour has most of it.
pub(super) fn sizes_of<'a>(product: &'a Product, colour: Option<&Colour>) -> Vec<(&'a Variant, bool)> {
    let mut sizes: Vec<&Text> = Vec::new();
    for size in product.variants.iter().filter_map(|variant| variant.size.as_ref()) {
        if !sizes.contains(&size) {
            sizes.push(size);
        }
    }
    let of = |size: &Text| {
        let with = || product.variants.iter().filter(|variant| variant.size.as_ref() == Some(size));
        let own = with().find(|variant| variant.colour.as_ref() == colour).map(|variant| (variant, true));
        own.or_else(|| with().max_by_key(|variant| variant.stock.available).map(|variant| (variant, false)))
    };
    sizes.into_iter().filter_map(of).collect()
}

/// A size with its figure, as "M, 3 here", "L, last one", "XL, Seongsu 6".
fn size(i18n: Words, variant: &Variant, is_colour: bool, this: &str, language: Language) -> Option<Size> {
    let words = variant.size.as_ref()?.get(language).to_owned();
    let number = |count: u32| intl::number(count, language);
    let note = match (variant.stock.available, variant.elsewhere.first()) {
        _ if !is_colour => t_string!(i18n, product.size_other_colour).to_owned(),
        (0, Some(other)) => {
            let store = short_name(other.name.get(language), this).to_owned();
            t_string!(i18n, product.size_elsewhere, store = store, count = number(other.available))
        }
        (0, None) => t_string!(i18n, product.size_none).to_owned(),
        (1, _) => t_string!(i18n, product.size_last).to_owned(),
        (count, _) => t_string!(i18n, product.size_count, count = number(count)),
    };
    Some(Size { value: variant.gtin.to_string(), words, note: Some(note), faint: !is_colour || variant.stock.available == 0 })
}
