//! What columns of particular exports are about that their headings alone do not say.

use super::record::{Record, flag};
use super::said::{Context, Said};
use super::settings::Format;
use super::{goods, magento};
use domain::import::{Entry, Field, Flag, Goods, Reason, plain_name};

/// The preset of a format whose headings are these; the person's own mapping goes before it.
pub fn mapping(format: Format, headings: &[String]) -> Vec<(String, Field)> {
    let known: &[(&str, Field)] = match format {
        Format::Magento => magento::MAPPING,
        // A range without names: what a thing is stands for what it is called.
        Format::Goods if is_complete_journey(headings) => &[("product_type", Field::Name)],
        _ => &[],
    };
    known.iter().map(|(heading, field)| ((*heading).to_owned(), *field)).collect()
}

/// The Complete Journey's list of products.
fn is_complete_journey(headings: &[String]) -> bool {
    let names: Vec<_> = headings.iter().map(|heading| plain_name(heading)).collect();
    ["productid", "productcategory", "producttype", "packagesize"].iter().all(|name| names.iter().any(|known| known == name))
        && !names.iter().any(|name| ["name", "title", "productname"].contains(&name.as_str()))
}

/// A list of pictures: each belongs to the product that the number names, whether it is a variant's or a parent's.
pub fn pictures(record: &Record, context: &Context) -> (Vec<Entry>, Vec<Flag>) {
    let mut said = Said::new(record, context);
    let mut read = goods::read(&mut said);
    let mut flags = said.flags;
    let key = read.product.take().or(read.sku.take());
    if key.is_none() {
        flags.push(flag("", "", Reason::NoKey));
    }
    let goods = Goods { product: key, pictures: read.pictures, colour: read.colour, ..Goods::default() };
    (vec![Entry::Goods(Box::new(goods))], flags)
}
