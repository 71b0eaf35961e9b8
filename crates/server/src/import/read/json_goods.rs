//! JSON objects as shops' interfaces have them: a product with its reviews inside, a cart with its lines.

use super::json::scalar;
use super::record::{Cell, Record, flag};
use super::said::{Context, Said};
use super::{goods, number, review};
use domain::import::{Basket, Entry, Flag, Goods, Reason, Subject, recognise};
use serde_json::Value;
use std::sync::Arc;

/// Members under which reviews stand in a product.
const REVIEWS: [&str; 2] = ["reviews", "comments"];
/// Members under which lines stand in a cart.
const LINES: [&str; 4] = ["products", "items", "lines", "lineItems"];

/// A product and its reviews.
pub fn read(record: &Record, context: &Context) -> (Vec<Entry>, Vec<Flag>) {
    let mut said = Said::new(record, context);
    let read = goods::read(&mut said);
    let mut flags = said.flags;
    if !goods::has_key(&read) {
        flags.push(flag("", "", Reason::NoKey));
    }
    let key = key(&read);
    let mut entries = vec![Entry::Goods(Box::new(read))];
    let inside = record.tree.as_ref().and_then(|tree| REVIEWS.iter().find_map(|name| tree.get(name)?.as_array()));
    for (at, inner) in inside.into_iter().flatten().enumerate() {
        let (reviews, wrong) = review::read(&within(&key, record.number, inner), &reviews_context(context, inner));
        entries.extend(reviews);
        // One review that cannot be read is no reason to refuse the product and the others.
        flags.extend(
            wrong
                .into_iter()
                .filter(|flag| !flag.reason.refuses())
                .map(|flag| Flag { column: format!("reviews.{at}.{}", flag.column), ..flag }),
        );
    }
    (entries, flags)
}

/// What its reviews call the product.
fn key(goods: &Goods) -> String {
    let gtin = goods.gtin.map(|gtin| gtin.to_string());
    goods.product.clone().or_else(|| goods.sku.clone()).or(gtin).unwrap_or_default()
}

/// A review as a record of its own.
fn within(product: &str, number: u64, review: &Value) -> Record {
    let product = Cell { heading: Arc::from("product"), value: product.to_owned() };
    let members = review.as_object().into_iter().flatten();
    let cells = members.filter_map(|(name, value)| Some(Cell { heading: Arc::from(name.as_str()), value: scalar(value)? }));
    Record { number, cells: std::iter::once(product).chain(cells).collect(), ..Record::default() }
}

fn reviews_context(context: &Context, review: &Value) -> Context {
    let names = review.as_object().into_iter().flat_map(|members| members.keys().cloned());
    let headings: Vec<String> = std::iter::once("product".to_owned()).chain(names).collect();
    let fields = recognise(Subject::Reviews, &headings);
    context.within(Subject::Reviews, headings.into_iter().zip(fields))
}

/// Whether a value is a cart: lines, each with an item and how many.
pub fn is_cart(value: &Value) -> bool {
    lines(value).is_some_and(|lines| lines.iter().any(|line| line.get("quantity").is_some() && item(line).is_some()))
        && value.get("id").or(value.get("orderId")).is_some()
}

/// A cart.
pub fn cart(record: &Record) -> (Vec<Entry>, Vec<Flag>) {
    let Some(tree) = &record.tree else { return (vec![], record.flags.clone()) };
    let key =
        ["id", "orderId", "number"].iter().find_map(|name| tree.get(name).and_then(scalar)).unwrap_or_else(|| record.number.to_string());
    let at = ["date", "createdAt", "created_at"].iter().find_map(|name| tree.get(name)?.as_str());
    let at = at.and_then(|at| super::date::read(at, &jiff::tz::TimeZone::UTC));
    let mut basket = Basket { key, at, lines: vec![] };
    let mut flags = record.flags.clone();
    for line in lines(tree).into_iter().flatten() {
        let units = line.get("quantity").and_then(scalar).map_or(Some(1), |units| number::units(&units));
        match (item(line), units.and_then(|units| i32::try_from(units).ok())) {
            (Some(item), Some(units)) => super::sale::add(&mut basket.lines, (item, units)),
            (None, _) => flags.push(flag("id", "", Reason::NoKey)),
            _ => flags.push(flag("quantity", &line.get("quantity").and_then(scalar).unwrap_or_default(), Reason::NotAQuantity)),
        }
    }
    (vec![Entry::Basket(basket)], flags)
}

fn lines(value: &Value) -> Option<&Vec<Value>> {
    LINES.iter().find_map(|name| value.get(name)?.as_array())
}

/// What a line's item is called: as the products' file calls it.
fn item(line: &Value) -> Option<String> {
    ["id", "productId", "product_id", "sku", "gtin"].iter().find_map(|name| line.get(name).and_then(scalar))
}
