//! schema.org's Product, ProductGroup and Review as JSON-LD, wherever in a value they stand.
//!
//! Read after schema.org 29 and Google's guide to merchant listings. Absent: contexts other than schema.org's own names.

use super::json::scalar;
use super::record::{Cell, Record};
use super::said::{Context, Said};
use super::{goods, review};
use domain::import::{Entry, Field, Flag, Goods, Subject};
use serde_json::Value;
use std::sync::Arc;

/// Types of things that are sold.
const GOODS: [&str; 6] = ["Product", "ProductGroup", "ProductModel", "IndividualProduct", "SomeProducts", "Vehicle"];
/// How deep goods are looked for.
const DEPTH: usize = 20;

/// Where a product says what.
const FIELDS: &[(&str, Field)] = &[
    ("sku", Field::Sku),
    ("gtin", Field::Barcode),
    ("gtin14", Field::Barcode),
    ("gtin13", Field::Barcode),
    ("gtin12", Field::Barcode),
    ("gtin8", Field::Barcode),
    ("inProductGroupWithID", Field::Product),
    ("name", Field::Name),
    ("description", Field::Description),
    ("brand", Field::Brand),
    ("category", Field::Category),
    ("material", Field::Materials),
    ("keywords", Field::Tags),
    ("manufacturer", Field::Maker),
    ("countryOfOrigin", Field::Country),
    ("color", Field::Colour),
    ("size", Field::Size),
    ("width", Field::Width),
    ("height", Field::Height),
    ("depth", Field::Depth),
    ("image", Field::Picture),
    ("inLanguage", Field::Language),
    ("name.@language", Field::Language),
    ("offers.price", Field::Price),
    ("offers.priceSpecification.price", Field::Price),
    ("offers.priceCurrency", Field::Currency),
    ("offers.priceSpecification.priceCurrency", Field::Currency),
    ("offers.inventoryLevel", Field::Quantity),
    ("aggregateRating.ratingValue", Field::Stars),
    ("aggregateRating.bestRating", Field::StarsBest),
    ("aggregateRating.reviewCount", Field::StarsCount),
    ("aggregateRating.ratingCount", Field::StarsCount),
];

/// Where a review says what.
const REVIEW: &[(&str, Field)] = &[
    ("@id", Field::Key),
    ("reviewRating.ratingValue", Field::Stars),
    ("reviewRating.bestRating", Field::StarsBest),
    ("name", Field::Title),
    ("headline", Field::Title),
    ("reviewBody", Field::Body),
    ("description", Field::Body),
    ("author", Field::Author),
    ("datePublished", Field::Date),
    ("dateCreated", Field::Date),
    ("inLanguage", Field::Language),
    ("image", Field::Picture),
];

/// Numbers that stand for a SKU where there is neither one nor a barcode, the best first.
const KEYS: [&str; 5] = ["productID", "mpn", "@id", "url", "name"];

/// Whether goods or their reviews stand anywhere in a value.
pub fn is_about_goods(value: &Value) -> bool {
    let mut found = Vec::new();
    find(value, DEPTH, &mut found);
    !found.is_empty()
}

/// All goods and reviews in a record.
pub fn read(record: &Record, context: &Context) -> (Vec<Entry>, Vec<Flag>) {
    let mut found = Vec::new();
    record.tree.iter().for_each(|tree| find(tree, DEPTH, &mut found));
    let mut out = (Vec::new(), record.flags.clone());
    for value in found {
        if is_a(value, &["Review"]) {
            let product = at(value, "itemReviewed").map(|product| key(product).unwrap_or_default()).unwrap_or_default();
            add_review(value, &product, record.number, context, &mut out);
        } else {
            add_goods(value, None, record.number, context, &mut out);
        }
    }
    out
}

/// Goods, and reviews that stand alone. What stands inside a product is its own to tell.
fn find<'a>(value: &'a Value, depth: usize, found: &mut Vec<&'a Value>) {
    match value {
        Value::Object(_)
            if is_a(value, &GOODS) || (is_a(value, &["Review"]) && at(value, "itemReviewed").is_some_and(|of| is_a(of, &GOODS))) =>
        {
            found.push(value);
        }
        Value::Object(members) if depth > 0 => members.values().for_each(|value| find(value, depth - 1, found)),
        Value::Array(elements) if depth > 0 => elements.iter().for_each(|value| find(value, depth - 1, found)),
        _ => {}
    }
}

/// Whether its type, or one of several, is among these, however the vocabulary is named before it.
fn is_a(value: &Value, types: &[&str]) -> bool {
    let named = |name: &Value| name.as_str().is_some_and(|name| types.contains(&name.rsplit(['/', ':', '#']).next().unwrap_or(name)));
    match value.get("@type") {
        Some(Value::Array(names)) => names.iter().any(named),
        Some(name) => named(name),
        None => false,
    }
}

fn add_goods(value: &Value, group: Option<&str>, number: u64, context: &Context, out: &mut (Vec<Entry>, Vec<Flag>)) {
    let record = Record { number, cells: cells(value, FIELDS), ..Record::default() };
    let context_within = context.within(Subject::Goods, named(FIELDS));
    let mut said = Said::new(&record, &context_within);
    let mut goods = goods::read(&mut said);
    out.1.extend(said.flags);
    goods.product = goods.product.or_else(|| group.map(str::to_owned)).or_else(|| parent(value));
    let key = key(value);
    if is_a(value, &["ProductGroup"]) {
        goods = Goods {
            product: text(value, "productGroupID").or(goods.sku.take()).or_else(|| key.clone()),
            price: None,
            quantity: None,
            ..goods
        };
    } else if goods.sku.is_none() && goods.gtin.is_none() {
        goods.sku = key.clone();
    }
    let Some(key) = key.or_else(|| goods.product.clone()).filter(|_| goods::has_key(&goods)) else {
        // A mere mention: `{"@type": "Product"}` inside something else.
        return;
    };
    let key = if goods.sku.is_none() && goods.gtin.is_none() { goods.product.clone().unwrap_or(key) } else { key };
    let group = goods.product.clone();
    let says_something = !goods.texts.is_empty() || goods.price.is_some() || goods.gtin.is_some();
    out.0.extend(says_something.then(|| Entry::Goods(Box::new(goods))));
    for variant in several(value, "hasVariant") {
        add_goods(variant, group.as_deref(), number, context, out);
    }
    for review in several(value, "review").chain(several(value, "reviews")) {
        add_review(review, &key, number, context, out);
    }
}

fn add_review(value: &Value, product: &str, number: u64, context: &Context, out: &mut (Vec<Entry>, Vec<Flag>)) {
    let mut record = Record { number, cells: cells(value, REVIEW), ..Record::default() };
    // A review that gives no stars, as an editor's may, is none of ours.
    if !record.cells.iter().any(|cell| &*cell.heading == "reviewRating.ratingValue") {
        return;
    }
    record.cells.push(Cell { heading: Arc::from("itemReviewed"), value: product.to_owned() });
    let mapping = named(REVIEW).chain([("itemReviewed".to_owned(), Field::Product)]);
    let (entries, flags) = review::read(&record, &context.within(Subject::Reviews, mapping));
    out.0.extend(entries);
    out.1.extend(flags);
}

fn named(fields: &'static [(&str, Field)]) -> impl Iterator<Item = (String, Field)> {
    fields.iter().map(|(path, field)| ((*path).to_owned(), *field))
}

/// The product that a variant belongs to.
fn parent(value: &Value) -> Option<String> {
    let parent = at(value, "isVariantOf")?;
    text(parent, "productGroupID").or_else(|| key(parent)).or_else(|| scalar(parent))
}

/// What a product is called by, where it has neither SKU nor barcode. `#product` means something in its own page only.
fn key(value: &Value) -> Option<String> {
    let gtin = || ["gtin", "gtin14", "gtin13", "gtin12", "gtin8"].into_iter().find_map(|name| text(value, name));
    let known = gtin().and_then(|gtin| domain::import::barcode::read(&gtin).ok().flatten()).map(|gtin| gtin.to_string());
    let others = || KEYS.iter().find_map(|name| text(value, name).filter(|key| !key.starts_with(['#', '_']) && key != "..."));
    text(value, "sku").or(known).or_else(others).map(|key| key.chars().take(200).collect())
}

fn cells(value: &Value, fields: &[(&str, Field)]) -> Vec<Cell> {
    fields.iter().filter_map(|(path, _)| Some(Cell { heading: Arc::from(*path), value: text(value, path)? })).collect()
}

/// What stands at a path. Of several things the first that has it.
fn at<'a>(value: &'a Value, path: &str) -> Option<&'a Value> {
    match value {
        Value::Array(elements) => elements.iter().find_map(|element| at(element, path)),
        _ => match path.split_once('.') {
            Some((name, rest)) => at(value.get(name)?, rest),
            None => value.get(path).filter(|value| !value.is_null()),
        },
    }
}

fn several<'a>(value: &'a Value, name: &str) -> impl Iterator<Item = &'a Value> {
    let (one, many) = match value.get(name) {
        Some(Value::Array(elements)) => (None, elements.as_slice()),
        other => (other, &[][..]),
    };
    one.into_iter().chain(many)
}

/// What stands at a path as text.
fn text(value: &Value, path: &str) -> Option<String> {
    words(at(value, path)?).map(|text| text.trim().to_owned()).filter(|text| !text.is_empty())
}

/// The words of a value: a text, a text in a language, a thing's name or address, a quantity with its unit; of several, lines.
fn words(value: &Value) -> Option<String> {
    match value {
        Value::Array(elements) => {
            let texts: Vec<_> = elements.iter().filter_map(words).collect();
            // A text in several languages is the first: its own rows say the others.
            let is_translated = elements.iter().any(|element| element.get("@language").is_some());
            if is_translated { texts.into_iter().next() } else { (!texts.is_empty()).then(|| texts.join("\n")) }
        }
        Value::Object(_) => {
            let member = ["@value", "value", "name", "contentUrl", "url", "@id"].iter().find_map(|name| scalar(value.get(name)?));
            let unit = value.get("unitCode").and_then(Value::as_str).and_then(unit).or(value.get("unitText").and_then(Value::as_str));
            member.map(|member| unit.map_or_else(|| member.clone(), |unit| format!("{member} {unit}")))
        }
        other => scalar(other),
    }
}

/// A unit of length by its UN/CEFACT code.
fn unit(code: &str) -> Option<&'static str> {
    Some(match code {
        "MMT" => "mm",
        "CMT" => "cm",
        "MTR" => "m",
        "INH" => "in",
        "FOT" => "ft",
        _ => return None,
    })
}
