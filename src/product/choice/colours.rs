//! Colours by sight and by name.

use super::super::look::Look;
use super::fold::{More, shown};
use crate::i18n::{t, t_string, use_i18n, use_language};
use crate::prelude::*;
use crate::ui::swatch::{Swatch, Swatches};
use api::catalog::{Colour, Product};
use domain::{Gtin, Language, Text};

#[component]
pub(super) fn Colours(look: Look) -> Markup {
    let language = use_language();
    let i18n = use_i18n();
    let colours = Memo::new(move |_| look.product.with(colours_of));
    let name = move || look.variant.with(|variant| variant.colour.as_ref().map(|colour| colour.name.get(language.get()).to_owned()));
    let chosen = Memo::new(move |_| {
        let colour = look.variant.with(|variant| variant.colour.clone());
        colours.with(|colours| colours.iter().position(|(of, _)| Some(of) == colour.as_ref()).unwrap_or(0))
    });
    let on_choose = Callback::new(move |index: usize| {
        let next = colours.with_untracked(|colours| colours.get(index).map(|(colour, _)| colour.clone()));
        let size = look.variant.with_untracked(|variant| variant.size.clone());
        if let Some(gtin) = look.product.with_untracked(|product| in_colour(product, next.as_ref(), size.as_ref())) {
            look.choose(gtin);
        }
    });
    let whole = RwSignal::new(false);
    let swatches = Memo::new(move |_| {
        let language = language.get();
        let sold_out = t_string!(i18n, product.size_none);
        colours.with(|colours| {
            let shown = shown(colours.len(), chosen.get(), whole.get()).into_iter();
            shown
                .filter_map(|index| colours.get(index).map(|(colour, is_here)| swatch(index, colour, *is_here, language, sold_out)))
                .collect::<Vec<_>>()
        })
    });
    let count = Signal::derive(move || colours.with(Vec::len));
    let any = Memo::new(move |_| colours.with(|colours| !colours.is_empty()));
    live(move || {
        any.get().then(|| {
            view! {
                <div class="choice__colours">
                    <p class="choice__label" aria-hidden="true"><span class="quiet">{t!(product.colour)}</span>" "<b>{name}</b></p>
                    <Swatches name="colour" label=t!(product.colour) swatches chosen on_choose/>
                    <More count whole/>
                </div>
            }
        })
    })
}

fn swatch(index: usize, colour: &Colour, is_here: bool, language: Language, sold_out: &str) -> Swatch {
    let name = match colour.name.get(language) {
        "" => colour.hex.clone().unwrap_or_default(),
        name => name.to_owned(),
    };
    Swatch { value: index, hex: colour.hex.clone(), name, note: (!is_here).then(|| sold_out.to_owned()) }
}

/// In the merchant's order, each once, and whether any of it is here.
pub(super) fn colours_of(product: &Product) -> Vec<(Colour, bool)> {
    let mut colours: Vec<(Colour, bool)> = Vec::new();
    for variant in &product.variants {
        let Some(colour) = &variant.colour else { continue };
        let is_here = variant.stock.available > 0;
        match colours.iter_mut().find(|(known, _)| known == colour) {
            Some((_, any)) => *any |= is_here,
            None => colours.push((colour.clone(), is_here)),
        }
    }
    colours
}

/// The same size in another colour, else what is here of that colour, else its first.
pub(super) fn in_colour(product: &Product, colour: Option<&Colour>, size: Option<&Text>) -> Option<Gtin> {
    let of_colour = || product.variants.iter().filter(|variant| variant.colour.as_ref() == colour);
    let same = of_colour().find(|variant| variant.size.as_ref() == size);
    let here = || of_colour().find(|variant| variant.stock.available > 0);
    same.or_else(here).or_else(|| of_colour().next()).map(|variant| variant.gtin)
}
