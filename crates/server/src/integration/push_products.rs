//! `POST /api/v1/integration/products`

use super::batch::push;
use super::goods::price;
use super::reading::{LONG, Reading, SHORT};
use crate::app::App;
use crate::contract::Caller;
use crate::failure::Failure;
use api::integration::push_products::PushProducts;
use api::integration::{Batch, ProductItem, ProductTexts, Size, VariantItem};
use domain::Language;
use domain::import::{Entry, Goods, Reason, TextField};
use domain::planogram::geometry::Dimensions;

/// Longer than any piece of goods, mm.
const LONGEST: u32 = 100_000;

pub(super) async fn push_products(app: App, caller: Caller, ask: PushProducts) -> Result<Batch, Failure> {
    push(&app, &caller, "products", ask.items, read).await
}

/// The product in each of its languages, then its variants.
fn read(item: ProductItem, reading: &mut Reading<'_>) -> Vec<Entry> {
    let Some(key) = reading.text("key", Some(item.key), SHORT) else {
        reading.flag("key", "", Reason::NoKey);
        return Vec::new();
    };
    let is_country = |country: &String| country.len() == 2 && country.bytes().all(|letter| letter.is_ascii_uppercase());
    if let Some(country) = item.country.as_ref().filter(|country| !is_country(country)) {
        reading.flag("country", country, Reason::Unreadable);
    }
    let product = Goods { product: Some(key.clone()), ..Goods::default() };
    let mut entries: Vec<Goods> = item.texts.into_iter().map(|(language, texts)| described(&product, language, texts, reading)).collect();
    // A name comes first: it is what makes a product.
    entries.sort_by_key(|goods| goods.text(TextField::Name).is_none());
    let whole =
        Goods { country: item.country, pictures: reading.pictures("pictures", item.pictures), listed: item.listed, ..product.clone() };
    entries.push(whole);
    for (index, one) in item.variants.into_iter().enumerate() {
        variant(&format!("variants[{index}]"), &product, one, reading, &mut entries);
    }
    entries.into_iter().map(|goods| Entry::Goods(Box::new(goods))).collect()
}

fn described(product: &Goods, language: Language, texts: ProductTexts, reading: &mut Reading<'_>) -> Goods {
    let fields = [
        (TextField::Name, texts.name, SHORT),
        (TextField::Brand, texts.brand, SHORT),
        (TextField::Category, texts.category, SHORT),
        (TextField::Description, texts.description, LONG),
        (TextField::Materials, texts.materials, LONG),
        (TextField::Care, texts.care, LONG),
        (TextField::Maker, texts.maker, LONG),
        (TextField::Tags, Some(texts.tags.join("\n")), LONG),
    ];
    let mut read = |(field, text, most): (TextField, Option<String>, u32)| {
        let text = reading.text(&format!("texts.{language}.{}", field.name()), text, most)?;
        Some((field, text))
    };
    Goods { language: Some(language), texts: fields.into_iter().filter_map(&mut read).collect(), ..product.clone() }
}

/// A variant, and once more for each further language of its colour.
fn variant(column: &str, product: &Goods, item: VariantItem, reading: &mut Reading<'_>, entries: &mut Vec<Goods>) {
    let (sku, gtin) = (reading.text(&format!("{column}.sku"), item.sku, SHORT), reading.gtin(&format!("{column}.gtin"), item.gtin));
    if sku.is_none() && gtin.is_none() {
        reading.flag(column, "", Reason::NoKey);
    }
    let is_hex = |hex: &String| hex.len() == 7 && hex.starts_with('#') && hex.bytes().skip(1).all(|digit| digit.is_ascii_hexdigit());
    if let Some(hex) = item.hex.as_ref().filter(|hex| !is_hex(hex)) {
        reading.flag(format!("{column}.hex"), hex, Reason::Unreadable);
    }
    let mut colours: Vec<(Language, String)> = Vec::new();
    for (language, colour) in item.colour.iter() {
        let colour = reading.text(&format!("{column}.colour.{language}"), Some(colour.to_owned()), SHORT);
        colours.extend(colour.map(|colour| (language, colour)));
    }
    let named = Goods { sku, gtin, ..product.clone() };
    let mut whole = Goods {
        hex: item.hex.map(|hex| hex.to_ascii_lowercase()),
        size: reading.text(&format!("{column}.size"), item.size, SHORT),
        dimensions: item.dimensions.and_then(|size| dimensions(column, size, reading)),
        price: item.price.and_then(|said| price(&format!("{column}.price"), &said, reading)),
        pictures: reading.pictures(&format!("{column}.pictures"), item.pictures),
        ..named.clone()
    };
    let mut colours = colours.into_iter();
    if let Some((language, colour)) = colours.next() {
        (whole.language, whole.colour) = (Some(language), Some(colour));
    }
    entries.push(whole);
    entries.extend(colours.map(|(language, colour)| Goods { language: Some(language), colour: Some(colour), ..named.clone() }));
}

fn dimensions(column: &str, size: Size, reading: &mut Reading<'_>) -> Option<Dimensions> {
    let length = |mm: u32| i32::try_from(mm).ok().filter(|_| (1..=LONGEST).contains(&mm));
    match (length(size.width), length(size.height), length(size.depth)) {
        (Some(width), Some(height), Some(depth)) => Some(Dimensions { width, height, depth }),
        _ => {
            reading.flag(format!("{column}.dimensions"), "", Reason::NotALength);
            None
        }
    }
}
