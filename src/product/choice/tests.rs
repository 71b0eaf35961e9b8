use super::colours::{colours_of, in_colour};
use super::sizes::sizes_of;
use api::catalog::{Product, Variant};
use serde_json::{Value, json};

/// Code, colour, size, how many are here.
fn product(variants: &[(&str, &str, &str, u32)]) -> Product {
    let id = "0195c0de-0000-7000-8000-000000000001";
    let variant = |(gtin, colour, size, available): &(&str, &str, &str, u32)| {
        let text = |words: &str| Some(words).filter(|words| !words.is_empty()).map(|words| json!({ "en": words }));
        let stock = json!({ "available": available, "display": 0, "asOf": "2026-11-22T05:00:00.000Z" });
        let colour = text(colour).map(|name| json!({ "name": name, "hex": null }));
        json!({ "id": id, "gtin": gtin, "colour": colour, "size": text(size), "pictures": [], "pictured": false, "stock": stock, "elsewhere": [], "locations": [] })
    };
    let variants: Vec<Value> = variants.iter().map(variant).collect();
    let product = json!({
        "id": id, "name": {}, "brand": {}, "category": {}, "description": {}, "variants": variants, "ratings": { "counts": [0, 0, 0, 0, 0] },
        "origin": { "maker": {}, "materials": {}, "country": "", "care": {} }, "together": [], "documents": [],
    });
    serde_json::from_value(product).expect("a product")
}

const SHIRT: &[(&str, &str, &str, u32)] = &[
    ("96385074", "Black", "S", 0),
    ("8801234567893", "Black", "M", 2),
    ("2200290119521", "Red", "M", 0),
    ("9506000134352", "Red", "L", 0),
    ("9780306406157", "Blue", "L", 5),
];

fn of<'a>(product: &'a Product, gtin: &str) -> &'a Variant {
    let gtin = gtin.parse().expect("a GTIN");
    product.variants.iter().find(|variant| variant.gtin == gtin).expect("a variant")
}

#[test]
fn every_size_stands_once_and_says_whether_this_colour_has_it() {
    let product = product(SHIRT);
    let said = |colour: &str| {
        let colour =
            product.variants.iter().filter_map(|variant| variant.colour.as_ref()).find(|of| of.name.get(domain::Language::EN) == colour);
        let sizes = sizes_of(&product, colour);
        sizes.iter().map(|(variant, own)| (variant.gtin.number(), *own)).collect::<Vec<_>>()
    };
    // The size that black lacks leads to the colour that has most of it.
    assert_eq!(said("Black"), [(96_385_074, true), (8_801_234_567_893, true), (9_780_306_406_157, false)]);
    assert_eq!(said("Red"), [(96_385_074, false), (2_200_290_119_521, true), (9_506_000_134_352, true)]);
}

#[test]
fn another_colour_keeps_the_size_else_shows_what_is_here() {
    let product = product(SHIRT);
    let size = of(&product, "8801234567893").size.as_ref();
    let chosen = |colour_of: &str| in_colour(&product, of(&product, colour_of).colour.as_ref(), size).map(|gtin| gtin.number());
    assert_eq!(chosen("9506000134352"), Some(2_200_290_119_521), "red has the size, though none is here");
    assert_eq!(chosen("9780306406157"), Some(9_780_306_406_157), "blue comes in another size only");
}

#[test]
fn a_colour_is_faint_when_none_of_it_is_here_and_goods_of_one_kind_have_none() {
    let here: Vec<bool> = colours_of(&product(SHIRT)).into_iter().map(|(_, is_here)| is_here).collect();
    assert_eq!(here, [true, false, true]);
    assert!(colours_of(&product(&[("96385074", "", "", 1)])).is_empty());
}
