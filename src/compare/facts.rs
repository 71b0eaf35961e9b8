//! What is told of each product, row by row, as words: two cells differ when their words do.

use crate::browser::intl;
use crate::i18n::{Sentence, Words, language_of, t, t_string};
use crate::ui::price;
use api::catalog::{Product, Variant};
use domain::{Gtin, Language, Text};

/// A row's name and what it says of a product.
pub(super) struct Row {
    pub(super) name: Sentence,
    pub(super) say: fn(Words, &Product, &Variant) -> String,
}

/// From what decides most to what decides least.
pub(super) fn rows() -> [Row; 10] {
    let row = |name, say| Row { name, say };
    [
        row(t!(compare.price), cost),
        row(t!(compare.stars), stars),
        row(t!(compare.stock), stock),
        row(t!(compare.sizes), sizes),
        row(t!(compare.colours), colours),
        row(t!(compare.brand), |words, product, _| product.brand.get(language(words)).to_owned()),
        row(t!(compare.materials), |words, product, _| product.origin.materials.get(language(words)).to_owned()),
        row(t!(compare.country), country),
        row(t!(compare.care), |words, product, _| product.origin.care.get(language(words)).to_owned()),
        row(t!(compare.measures), measures),
    ]
}

/// The variant that the address names.
pub(super) fn variant_of(product: &Product, gtin: Gtin) -> Option<&Variant> {
    product.variants.iter().find(|variant| variant.gtin == gtin).or(product.variants.first())
}

fn language(words: Words) -> Language {
    language_of(words.get_locale())
}

fn cost(words: Words, _: &Product, variant: &Variant) -> String {
    match variant.price {
        Some(of) => price::words(words, of.now),
        None => t_string!(words, common.price.ask).to_owned(),
    }
}

fn stars(words: Words, product: &Product, _: &Variant) -> String {
    let count = u32::try_from(product.ratings.total()).unwrap_or(u32::MAX);
    match product.ratings.tenths() {
        Some(tenths) => {
            let (mean, count) = (intl::tenths(tenths, language(words)), intl::number(count, language(words)));
            t_string!(words, compare.stars_of, mean = mean, count = count)
        }
        None => t_string!(words, common.rating.none).to_owned(),
    }
}

fn stock(words: Words, _: &Product, variant: &Variant) -> String {
    match variant.stock.available {
        0 => t_string!(words, common.stock.none).to_owned(),
        1 => t_string!(words, common.stock.last).to_owned(),
        count => t_string!(words, common.stock.here, count = intl::number(count, language(words))),
    }
}

/// Those that are here; the others in brackets.
fn sizes(words: Words, product: &Product, variant: &Variant) -> String {
    let mut said: Vec<(&Text, bool)> = Vec::new();
    for of in product.variants.iter().filter(|of| of.colour == variant.colour) {
        let Some(size) = &of.size else { continue };
        match said.iter_mut().find(|(known, _)| *known == size) {
            Some((_, here)) => *here |= of.stock.available > 0,
            None => said.push((size, of.stock.available > 0)),
        }
    }
    let one = |(size, here): (&Text, bool)| match here {
        true => size.get(language(words)).to_owned(),
        false => ["(", size.get(language(words)), ")"].concat(),
    };
    said.into_iter().map(one).collect::<Vec<_>>().join(" · ")
}

fn colours(words: Words, product: &Product, _: &Variant) -> String {
    let mut names: Vec<&str> = Vec::new();
    for name in product.variants.iter().filter_map(|of| of.colour.as_ref()).map(|colour| colour.name.get(language(words))) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names.join(", ")
}

fn country(words: Words, product: &Product, _: &Variant) -> String {
    match product.origin.country.as_str() {
        "" => String::new(),
        code => intl::country(code, language(words)),
    }
}

fn measures(words: Words, _: &Product, variant: &Variant) -> String {
    let cm = |mm: i32| intl::number(f64::from(mm) / 10.0, language(words));
    let box_of = variant.dimensions.map(|size| [cm(size.width), cm(size.height), cm(size.depth)].join(" × ") + " cm");
    box_of.unwrap_or_default()
}
