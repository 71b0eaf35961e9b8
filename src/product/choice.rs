//! Colour and size. Each size says how many there are, or which store has it.

use super::look::Look;
use super::stock::short_name;
use crate::browser::intl;
use crate::i18n::{Words, t, t_string, use_i18n, use_language};
use crate::prelude::*;
use crate::session::use_here;
use crate::ui::segmented::{Choice as Size, Segmented};
use crate::ui::swatch::Swatches;
use api::catalog::{Colour, Product, Variant};
use domain::{Language, Text};

/// Nothing where there is nothing to choose.
#[component]
pub fn Choice(look: Look) -> Markup {
    view! { <div class="choice"><Colours look/><Sizes look/></div> }
}

#[component]
fn Colours(look: Look) -> Markup {
    let language = use_language();
    let colours = Memo::new(move |_| look.product.with(colours_of));
    let label = t!(product.colour);
    let name = move || look.variant.with(|variant| variant.colour.as_ref().map(|colour| colour.name.get(language.get()).to_owned()));
    let chosen = Signal::derive(move || {
        let colour = look.variant.with(|variant| variant.colour.clone());
        colours.with(|colours| colours.iter().position(|of| Some(of) == colour.as_ref()).unwrap_or(0))
    });
    let on_choose = Callback::new(move |index: usize| {
        let next = colours.with_untracked(|colours| colours.get(index).cloned());
        let size = look.variant.with_untracked(|variant| variant.size.clone());
        if let Some(gtin) = look.product.with_untracked(|product| in_colour(product, next.as_ref(), size.as_ref())) {
            look.choose(gtin);
        }
    });
    let any = Memo::new(move |_| colours.with(|colours| !colours.is_empty()));
    live(move || {
        any.get().then(|| {
            view! {
                <div class="choice__colours">
                    <p class="choice__label" aria-hidden="true"><span class="quiet">{label}</span>" "<b>{name}</b></p>
                    <Swatches name="colour" label colours chosen on_choose/>
                </div>
            }
        })
    })
}

#[component]
fn Sizes(look: Look) -> Markup {
    let i18n = use_i18n();
    let language = use_language();
    let here = use_here().store.value();
    let label = t!(product.size);
    let choices = Memo::new(move |_| {
        let (colour, language) = (look.variant.with(|variant| variant.colour.clone()), language.get());
        let this = here.get().map(|store| store.name.get(language).to_owned()).unwrap_or_default();
        let of = |variant: &Variant| size(i18n, variant, &this, language);
        look.product.with(|product| product.variants.iter().filter(|variant| variant.colour == colour).filter_map(of).collect::<Vec<_>>())
    });
    let chosen = Signal::derive(move || look.variant.with(|variant| variant.gtin.to_string()));
    let on_choose = Callback::new(move |value: String| {
        if let Ok(gtin) = value.parse() {
            look.choose(gtin);
        }
    });
    let any = Memo::new(move |_| choices.with(|choices| !choices.is_empty()));
    live(move || any.get().then(|| view! { <div class="choice__sizes"><Segmented name="size" label choices chosen on_choose/></div> }))
}

/// A size with its figure, as "M, 3 here", "L, last one", "XL, Seongsu 6".
fn size(i18n: Words, variant: &Variant, this: &str, language: Language) -> Option<Size> {
    let words = variant.size.as_ref()?.get(language).to_owned();
    let number = |count: u32| intl::number(count, language);
    let note = match (variant.stock.available, variant.elsewhere.first()) {
        (0, Some(other)) => {
            let store = short_name(other.name.get(language), this).to_owned();
            t_string!(i18n, product.size_elsewhere, store = store, count = number(other.available))
        }
        (0, None) => t_string!(i18n, product.size_none).to_owned(),
        (1, _) => t_string!(i18n, product.size_last).to_owned(),
        (count, _) => t_string!(i18n, product.size_count, count = number(count)),
    };
    Some(Size { value: variant.gtin.to_string(), words, note: Some(note), faint: variant.stock.available == 0 })
}

/// In the merchant's order, each once.
fn colours_of(product: &Product) -> Vec<Colour> {
    let mut colours: Vec<Colour> = Vec::new();
    for colour in product.variants.iter().filter_map(|variant| variant.colour.as_ref()) {
        if !colours.contains(colour) {
            colours.push(colour.clone());
        }
    }
    colours
}

/// The same size in another colour, else that colour's first.
fn in_colour(product: &Product, colour: Option<&Colour>, size: Option<&Text>) -> Option<domain::Gtin> {
    let mut of_colour = product.variants.iter().filter(|variant| variant.colour.as_ref() == colour);
    let first = of_colour.clone().next();
    of_colour.find(|variant| variant.size.as_ref() == size).or(first).map(|variant| variant.gtin)
}
