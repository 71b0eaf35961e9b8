//! Magento's product export: variants in rows of their own, then the product that holds them together.

use super::record::{Cell, Record, flag};
use super::said::{Context, Said};
use super::{category, goods};
use domain::import::{Entry, Field, Flag, Goods, Reason, TextField};
use std::sync::Arc;

/// What a row says.
pub fn read(mut record: Record, context: &Context) -> (Vec<Entry>, Vec<Flag>) {
    spread(&mut record);
    let cell = |name: &str| record.cells.iter().find(|cell| &*cell.heading == name).map(|cell| cell.value.clone());
    let variants = variants(cell("configurable_variations").as_deref().unwrap_or_default());
    let categories = category::magento(cell("categories").as_deref().unwrap_or_default());
    let summary = cell("short_description");
    let mut said = Said::new(&record, context);
    let mut goods = goods::read(&mut said);
    let mut flags = said.flags;
    goods.texts.retain(|(field, _)| !matches!(field, TextField::Category | TextField::Categories));
    goods.texts.extend(categories.closest.map(|text| (TextField::Category, text)));
    goods.texts.extend(categories.paths.map(|text| (TextField::Categories, text)));
    if let (None, Some(summary)) = (goods.text(TextField::Description), summary) {
        goods.texts.push((TextField::Description, super::plain::lines(&summary)));
    }
    if cell("product_type").as_deref() == Some("configurable") {
        as_product(&mut goods, variants);
    }
    if !goods::has_key(&goods) {
        flags.push(flag("sku", "", Reason::NoKey));
    }
    (vec![Entry::Goods(Box::new(goods))], flags)
}

/// The product itself: what it costs and how many there are is its variants' to say.
fn as_product(goods: &mut Goods, variants: Vec<String>) {
    goods.product = goods.sku.take();
    goods.price = None;
    goods.quantity = None;
    goods.variants = variants;
}

/// `additional_attributes` become cells of their own: `size=XS,color=Black,climate=Cool|Indoor`.
fn spread(record: &mut Record) {
    let Some(cell) = record.cells.iter().find(|cell| &*cell.heading == "additional_attributes") else { return };
    // A comma before something that is no `name=` belongs to the value before it.
    let mut attributes: Vec<(String, String)> = Vec::new();
    for part in cell.value.split(',') {
        match (part.split_once('='), attributes.last_mut()) {
            (Some((name, value)), _) if !name.is_empty() && !name.contains(' ') => attributes.push((name.to_owned(), value.to_owned())),
            (_, Some((_, value))) => *value = format!("{value},{part}"),
            _ => {}
        }
    }
    let cells = attributes.into_iter().map(|(name, value)| Cell { heading: Arc::from(name), value });
    record.cells.extend(cells);
}

/// SKUs in `sku=MH01-XS-Black,size=XS,color=Black|sku=…`.
fn variants(cell: &str) -> Vec<String> {
    let sku = |variation: &str| variation.split(',').find_map(|pair| pair.trim().strip_prefix("sku=").map(str::to_owned));
    cell.split('|').filter_map(sku).collect()
}

/// What columns of this format are about that their headings alone do not say.
pub const MAPPING: &[(&str, Field)] = &[
    ("product_type", Field::Ignore),
    ("color", Field::Colour),
    ("size", Field::Size),
    ("material", Field::Materials),
    ("pattern", Field::Tags),
    ("climate", Field::Tags),
    ("activity", Field::Tags),
    ("features_bags", Field::Tags),
    ("style_general", Field::Tags),
    ("style_bottom", Field::Tags),
    ("meta_keywords", Field::Ignore),
    ("url_key", Field::Ignore),
];
