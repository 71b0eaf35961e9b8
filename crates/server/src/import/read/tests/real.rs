//! The files of `shared/data`: what SOURCES.md says of them is what is read.

use super::*;
use domain::import::TextField;
use std::collections::HashSet;

#[test]
fn luma_is_147_products_in_1847_variants() {
    let Some(path) = real("luma/products.csv") else { return };
    let read = read(&path, &settings("USD"));
    let goods = read.goods();
    let products: Vec<_> = goods.iter().filter(|goods| goods.sku.is_none()).collect();
    assert_eq!((read.format, read.flags().len()), (Format::Magento, 0), "{:?}", read.flags());
    assert_eq!((products.len(), goods.len() - products.len()), (147, 1847));
    let named: HashSet<_> = products.iter().flat_map(|product| &product.variants).collect();
    let known: HashSet<_> = goods.iter().filter_map(|goods| goods.sku.as_ref()).collect();
    assert_eq!((named.len(), named == known), (1847, true), "every variant is named by its product");
    assert!(
        goods
            .iter()
            .filter(|goods| goods.sku.is_some())
            .all(|goods| goods.colour.is_some() && goods.size.is_some() && goods.price.is_some())
    );
    let hoodie = products.iter().find(|goods| goods.product.as_deref() == Some("MH01")).expect("the first");
    assert_eq!(hoodie.text(TextField::Category), Some("Hoodies & Sweatshirts"));
    assert!(
        hoodie.text(TextField::Description).is_some_and(|text| text.contains("• Two-tone gray heather hoodie.\n") && !text.contains('<'))
    );
    assert_eq!(hoodie.pictures[0], "/m/h/mh01-gray_main.jpg");
}
