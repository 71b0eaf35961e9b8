//! The files of `shared/data`: what SOURCES.md says of them is what is read.

use super::*;
use domain::import::{PriceSaid, TextField};
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

#[test]
fn bags_and_watches_are_23_with_lists_in_cells() {
    let (Some(bags), Some(watches)) = (real("luma/gear_bags.csv"), real("luma/gear_watches.csv")) else { return };
    let (bags, watches) = (read(&bags, &settings("USD")), read(&watches, &settings("USD")));
    assert_eq!((bags.format, bags.goods().len(), watches.goods().len()), (Format::Goods, 14, 9));
    assert_eq!((bags.refused(), watches.refused()), (0, 0), "{:?}", bags.flags());
    assert_eq!(bags.goods()[1].text(TextField::Category), Some("Bags"));
    assert_eq!(bags.goods()[0].text(TextField::Materials), Some("Nylon, Polyester"));
    assert_eq!(bags.goods()[0].quantity, Some(100));
    // Five "special prices" are what the thing costs anyway.
    let not_below = |read: &Read| read.count(|reason| *reason == Reason::SaleNotBelow);
    assert_eq!((not_below(&bags), not_below(&watches)), (2, 2));
}

#[test]
fn pictures_belong_to_what_their_list_names() {
    let Some(path) = real("luma/images_index.csv") else { return };
    let read = read(&path, &settings("USD"));
    assert_eq!((read.format, read.goods().len(), read.flags().len()), (Format::Pictures, 147, 0));
    let goods = read.goods();
    assert!(
        goods.iter().all(|goods| goods.sku.is_none() && goods.product.is_some() && goods.pictures.len() == 1 && goods.texts.is_empty())
    );
}

#[test]
fn luma_has_500_reviews_of_which_169_are_of_nothing() {
    let (Some(path), Some(products), Some(bags), Some(watches)) =
        (real("luma/reviews.csv"), real("luma/products.csv"), real("luma/gear_bags.csv"), real("luma/gear_watches.csv"))
    else {
        return;
    };
    let reviewed = read(&path, &settings("USD"));
    assert_eq!((reviewed.format, reviewed.reviews().len(), reviewed.flags().len()), (Format::Reviews, 500, 0));
    let files = [products, bags, watches].map(|path| read(&path, &settings("USD")));
    let goods = files.iter().flat_map(Read::goods);
    let known: HashSet<String> = goods.flat_map(|goods| [goods.product.clone(), goods.sku.clone()]).flatten().collect();
    assert_eq!(reviewed.reviews().iter().filter(|review| !known.contains(&review.product)).count(), 169);
    // SOURCES.md says 152: the equipment (24-UG01 and on), whose file is not among these, has the other 17.
    assert_eq!(reviewed.reviews().iter().filter(|review| review.product.starts_with("24-UG")).count(), 17);
    let first = reviewed.reviews()[0];
    assert_eq!((first.value, first.scale, first.author.as_str(), first.title.as_str()), (20, 50, "Chi", "I prefer more compartments"));
}

#[test]
fn spree_has_37_products_two_currencies_and_translations() {
    let (Some(products), Some(texts)) = (real("spree/products.csv"), real("spree/product_translations.csv")) else { return };
    let (products, texts) = (read(&products, &settings("KRW")), read(&texts, &settings("KRW")));
    assert_eq!((products.format, products.rows.len(), products.flags().len()), (Format::Spree, 211, 0), "{:?}", products.flags());
    let goods = products.goods();
    let keys: HashSet<_> = goods.iter().filter_map(|goods| goods.product.as_ref()).collect();
    let prices = |code: &str| {
        let in_currency =
            |price: Option<PriceSaid>| matches!(price, Some(PriceSaid::Amount { price, .. }) if price.currency.as_str() == code);
        goods.iter().filter(|goods| goods.sku.is_some() && in_currency(goods.price)).count()
    };
    assert_eq!((keys.len(), prices("USD"), prices("EUR")), (37, 87, 87));
    assert_eq!(goods.iter().filter(|goods| goods.sku.is_none()).count(), 37, "a product's own row makes no variant");
    assert_eq!(goods[1].dimensions.map(|sides| (sides.width, sides.height, sides.depth)), Some((351, 399, 300)));
    assert_eq!((goods[1].colour.as_deref(), goods[1].quantity), (Some("Matte Black"), Some(5000)));
    let languages: Vec<_> = texts.goods().iter().filter_map(|goods| goods.language).map(|language| language.to_string()).collect();
    let of = |code: &str| languages.iter().filter(|language| *language == code).count();
    assert_eq!((texts.rows.len(), of("de"), of("fr")), (74, 37, 37));
    assert_eq!(texts.goods()[0].text(TextField::Name), Some("Kaffeevollautomat"));
}

#[test]
fn dummyjson_has_194_products_178_wrong_check_digits_and_582_reviews() {
    let (Some(products), Some(carts)) = (real("dummyjson/products.json"), real("dummyjson/carts.json")) else { return };
    let (products, carts) = (read(&products, &settings("USD")), read(&carts, &settings("USD")));
    let goods = products.goods();
    assert_eq!((products.format, goods.len(), products.reviews().len(), products.refused()), (Format::JsonGoods, 194, 582, 0));
    assert_eq!(products.count(|reason| matches!(reason, Reason::CheckDigit { .. })), 178);
    assert_eq!(goods.iter().filter(|goods| goods.gtin.is_some()).count(), 16);
    assert_eq!(goods.iter().filter(|goods| goods.text(TextField::Brand).is_none()).count(), 92);
    assert_eq!((goods[0].product.as_deref(), goods[0].sku.as_deref()), (Some("1"), Some("BEA-ESS-ESS-001")));
    assert_eq!(goods[0].dimensions.map(|sides| (sides.width, sides.height, sides.depth)), Some((151, 131, 230)));
    assert_eq!(goods[0].given.map(|given| (given.hundredths, given.count)), Some((256, None)));
    let Some(PriceSaid::Amount { price, sale, .. }) = goods[0].price else { panic!("{:?}", goods[0].price) };
    assert_eq!((price.minor, sale.map(|sale| sale.minor)), (999, Some(894)), "10.48 per cent off");
    let keys: HashSet<_> = goods.iter().filter_map(|goods| goods.product.clone()).collect();
    let baskets = carts.baskets();
    assert_eq!((carts.format, baskets.len(), carts.flags().len()), (Format::JsonCarts, 208, 0));
    assert!(
        baskets.iter().flat_map(|basket| &basket.lines).all(|(item, units)| keys.contains(item) && *units > 0),
        "carts name products by key"
    );
}

#[test]
fn openfoodfacts_has_150000_barcodes_of_which_3000_are_broken() {
    let Some(path) = real("openfoodfacts/barcodes_150k.csv.gz") else { return };
    let read = read(&path, &settings("EUR"));
    let wrong = read.count(|reason| matches!(reason, Reason::CheckDigit { .. }));
    let none = read.count(|reason| *reason == Reason::NotABarcode);
    println!("{} rows, {wrong} wrong check digits, {none} no barcodes, {} refused", read.rows.len(), read.refused());
    assert_eq!((read.format, read.rows.len()), (Format::Goods, 150_000));
    // A broken barcode refuses no row: its digits are the merchant's number then.
    assert_eq!((wrong, none, read.refused()), (1_874, 1_126, 0));
    assert!(read.goods().iter().all(|goods| goods.gtin.is_some() != goods.sku.is_some()));
    assert_eq!(read.goods().iter().filter(|goods| goods.gtin.is_some()).count(), 147_000);
}

#[test]
fn groceries_has_9835_baskets_of_169_items() {
    let Some(path) = real("groceries/groceries.csv") else { return };
    let read = read(&path, &settings("EUR"));
    let items: HashSet<_> = read.baskets().into_iter().flat_map(|basket| &basket.lines).map(|(item, _)| item).collect();
    assert_eq!((read.format, read.baskets().len(), items.len(), read.flags().len()), (Format::Baskets, 9_835, 169, 0));
    let has = |basket: &Basket, name: &str| basket.lines.iter().any(|(item, _)| item == name);
    let both = read.baskets().into_iter().filter(|basket| has(basket, "whole milk") && has(basket, "other vegetables")).count();
    assert_eq!(both, 736);
}

#[test]
fn nsmc_has_120000_korean_reviews_out_of_ten() {
    let Some(path) = real("nsmc/reviews_ko_120k.csv.gz") else { return };
    let opened = open(&path, &Settings::default()).expect("reviews");
    assert_eq!((opened.format, opened.language, opened.total), (Format::Reviews, domain::Language::KO, Some(120_000)));
    let read = read(&path, &Settings::default());
    let reviews = read.reviews();
    assert_eq!((reviews.len(), read.flags().len()), (120_000, 0));
    let first = reviews[0];
    assert_eq!((first.value, first.scale, first.key.as_deref(), first.product.as_str()), (100, 100, Some("9722435"), "37742"));
    assert_eq!(first.written_at.map(|at| at.to_rfc3339()).as_deref(), Some("2015-02-21T00:00:00.000Z"));
    assert_eq!(first.language, Some(domain::Language::KO));
}

#[test]
fn the_complete_journey_has_92331_products() {
    let Some(path) = real("completejourney/products.csv.gz") else { return };
    let read = read(&path, &settings("USD"));
    let unnamed = read.goods().iter().filter(|goods| goods.text(TextField::Name).is_none()).count();
    assert_eq!((read.format, read.rows.len(), read.flags().len(), unnamed), (Format::Goods, 92_331, 0, 528));
    assert_eq!(read.goods()[0].text(TextField::Name), Some("ICE - CRUSHED/CUBED"));
    assert_eq!(read.goods()[0].size.as_deref(), Some("22 LB"));
}

#[test]
fn schema_org_has_37_blocks_with_products() {
    let Some(path) = real("schemaorg/schemaorg_product_examples.json") else { return };
    let read = read(&path, &settings("USD"));
    let with = read.rows.iter().filter(|row| row.entries.iter().any(|entry| matches!(entry, Entry::Goods(_)))).count();
    assert_eq!((read.format, read.rows.len(), with), (Format::JsonLd, 109, 37));
    assert_eq!(read.goods().iter().filter(|goods| goods.given.is_some()).count(), 4, "of 14 in the file, the others of books and shops");
}
