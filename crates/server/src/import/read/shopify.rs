//! Shopify's product export: a product's first row has its texts, those after it with the same handle are variants and pictures.

use super::goods;
use super::record::{Record, flag};
use super::said::{Context, Said};
use domain::import::{Entry, Field, Flag, Goods, Reason, plain_name};

/// What rows before this one said that holds for it.
#[derive(Default)]
pub struct Before {
    handle: String,
    /// Names of options, as the headings `option1name`… have them.
    options: Vec<super::record::Cell>,
}

impl Before {
    /// What a row says.
    pub fn read(&mut self, mut record: Record, context: &Context) -> (Vec<Entry>, Vec<Flag>) {
        self.follow(&mut record, context);
        let mut said = Said::new(&record, context);
        let has_variant = said.cell(Field::Sku).is_some() || said.cell(Field::Price).is_some() || said.cell(Field::Barcode).is_some();
        let own_picture = record.cells.iter().find(|cell| plain_name(&cell.heading) == "variantimage").map(|cell| cell.value.clone());
        let mut goods = goods::read(&mut said);
        let mut flags = said.flags;
        if goods.product.is_none() {
            flags.push(flag("Handle", "", Reason::NoKey));
        }
        if has_variant && goods.sku.is_none() && goods.gtin.is_none() {
            goods.sku = number(&goods);
        }
        let pictures = std::mem::take(&mut goods.pictures);
        let (own, shared) = pictures.into_iter().partition(|picture| Some(picture) == own_picture.as_ref() && goods.colour.is_some());
        goods.pictures = own;
        (split(goods, shared, has_variant), flags)
    }

    /// Gives a continuation row the names of its product's options.
    fn follow(&mut self, record: &mut Record, context: &Context) {
        let handle =
            record.cells.iter().find(|cell| context.field(&cell.heading) == Field::Product).map(|cell| cell.value.trim().to_owned());
        let names = record.cells.iter().filter(|cell| {
            let heading = plain_name(&cell.heading);
            heading.starts_with("option") && heading.ends_with("name")
        });
        let names: Vec<_> = names.cloned().collect();
        if handle.as_deref() == Some(&self.handle) && names.is_empty() {
            record.cells.extend(self.options.iter().cloned());
        } else {
            self.options = names;
            self.handle = handle.unwrap_or_default();
        }
    }
}

/// A variant without a SKU is told apart by its options.
fn number(goods: &Goods) -> Option<String> {
    let parts = [goods.product.as_deref(), goods.colour.as_deref(), goods.size.as_deref()];
    Some(parts.into_iter().flatten().collect::<Vec<_>>().join("/"))
}

/// The variant, and the product's own pictures, which are not those of the colour that happens to stand in their row.
fn split(goods: Goods, shared: Vec<String>, has_variant: bool) -> Vec<Entry> {
    let product = Goods { product: goods.product.clone(), pictures: shared, ..Goods::default() };
    let has_pictures = !product.pictures.is_empty();
    if !has_variant && goods.texts.is_empty() {
        return if has_pictures { vec![Entry::Goods(Box::new(product))] } else { vec![] };
    }
    let goods = if has_variant { goods } else { Goods { sku: None, price: None, quantity: None, colour: None, size: None, ..goods } };
    let mut entries = vec![Entry::Goods(Box::new(goods))];
    if has_pictures {
        entries.push(Entry::Goods(Box::new(product)));
    }
    entries
}
