//! Which format it is, by headings and first rows.

use super::record::Record;
use super::settings::{Container, Format};
use super::{Unreadable, json_goods, json_ld};
use domain::import::{Field, Subject, plain_name, recognise};

/// The format of a container with these headings and first rows.
pub fn format(container: Container, headings: &[String], first: &[Record]) -> Result<Format, Unreadable> {
    if let Some(format) = tree(first) {
        return Ok(format);
    }
    let names: Vec<String> = headings.iter().map(|heading| plain_name(heading)).collect();
    let has = |name: &str| names.iter().any(|known| known == name);
    if let Some(export) = export(&has) {
        return Ok(export);
    }
    let goods = recognise(Subject::Goods, headings);
    if is_reviews(headings) && !goods.contains(&Field::Price) {
        return Ok(Format::Reviews);
    }
    if is_sales(headings) && !goods.contains(&Field::Name) {
        return Ok(Format::Sales);
    }
    let is_about = |fields: &[Field]| goods.iter().any(|field| fields.contains(field));
    let has_key = is_about(&[Field::Product, Field::Sku, Field::Barcode]);
    let says = goods.iter().filter(|field| !SAYS_NOTHING.contains(field)).count();
    match (has_key, says) {
        (true, 1..)
            if says == goods.iter().filter(|field| matches!(field, Field::Name | Field::Picture)).count()
                && is_about(&[Field::Picture]) =>
        {
            Ok(Format::Pictures)
        }
        (true, 1..) if first.iter().any(|record| record.tree.is_some()) => Ok(Format::JsonGoods),
        (true, 1..) => Ok(Format::Goods),
        (false, 2..) => Err(Unreadable::NoKey),
        _ if container == Container::Csv && is_baskets(headings, first) => Ok(Format::Baskets),
        _ => Err(Unreadable::Unknown),
    }
}

/// Fields that say what a row is about, or how it says it, but nothing yet.
const SAYS_NOTHING: [Field; 9] = [
    Field::Ignore,
    Field::Product,
    Field::Sku,
    Field::Barcode,
    Field::Store,
    Field::Language,
    Field::Currency,
    Field::LengthUnit,
    Field::Listed,
];

/// Formats that only nested values have.
fn tree(first: &[Record]) -> Option<Format> {
    let mut trees = first.iter().filter_map(|record| record.tree.as_ref());
    if trees.clone().any(json_ld::is_about_goods) {
        return Some(Format::JsonLd);
    }
    trees.any(json_goods::is_cart).then_some(Format::JsonCarts)
}

/// Exports of known software.
fn export(has: &dyn Fn(&str) -> bool) -> Option<Format> {
    let any = |names: &[&str]| names.iter().any(|name| has(name));
    Some(match () {
        () if has("sku") && any(&["configurablevariations", "additionalattributes"]) => Format::Magento,
        () if has("handle") && any(&["variantprice", "variantsku", "variantinventoryqty"]) => Format::Shopify,
        () if has("slug") && has("option1name") && has("currency") => Format::Spree,
        () if has("storecode") && any(&["id", "itemid", "gtin"]) && !has("title") => Format::GoogleInventory,
        () if has("id") && has("title") && any(&["imagelink", "googleproductcategory", "itemgroupid", "link"]) => Format::GoogleProducts,
        () => return None,
    })
}

fn is_reviews(headings: &[String]) -> bool {
    let fields = recognise(Subject::Reviews, headings);
    let any = |of: &[Field]| of.iter().any(|field| fields.contains(field));
    any(&[Field::Stars]) && any(&[Field::Product, Field::Barcode]) && any(&[Field::Body, Field::Author, Field::Key])
}

fn is_sales(headings: &[String]) -> bool {
    let fields = recognise(Subject::Sales, headings);
    fields.contains(&Field::Key) && (fields.contains(&Field::Sku) || fields.contains(&Field::Barcode))
}

/// Names in lines of many lengths, and the same ones again and again.
fn is_baskets(headings: &[String], first: &[Record]) -> bool {
    let rows = || first.iter().map(|record| record.cells.len());
    let cells: Vec<&str> = first.iter().flat_map(|record| &record.cells).map(|cell| cell.value.trim()).collect();
    let distinct: std::collections::HashSet<&&str> = cells.iter().collect();
    let is_number = |cell: &&&str| cell.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b'-'));
    let uneven = rows().any(|count| Some(count) != rows().next()) || first.iter().any(|record| !record.flags.is_empty());
    let has_numbers = cells.iter().filter(is_number).count() * 2 > cells.len();
    first.len() >= 5 && !headings.is_empty() && uneven && !has_numbers && distinct.len() * 2 < cells.len()
}
