//! Small files of each format, written here.

use super::*;
use domain::Money;
use domain::import::{PriceSaid, TextField};

fn amount(price: i64, sale: Option<i64>, currency: &str) -> Option<PriceSaid> {
    let money = |minor| Money { minor, currency: currency.parse().expect("a currency") };
    Some(PriceSaid::Amount { price: money(price), sale: sale.map(money), from: None, until: None })
}

fn numbers(read: &Read) -> Vec<u64> {
    read.rows.iter().map(|row| row.number).collect()
}

#[test]
fn our_own_table_is_read_in_korean_with_any_delimiter() {
    for delimiter in [",", ";", "\t", "|"] {
        let rows = [
            ["상품코드", "상품명", "바코드", "가격", "재고", "색상", "사이즈", "브랜드", "원산지"].join(delimiter),
            ["MUG-1", " 도자기 머그 ", "8801234567893", "\"59,000원\"", "12", "흰색", "L", "비트린", "국산"].join(delimiter),
            ["MUG-2", "유리 머그", "", "", "", "", "", "", ""].join(delimiter),
        ];
        let read = text(&rows.join("\r\n"));
        assert_eq!((read.format, read.rows.len(), read.flags().len()), (Format::Goods, 2, 0), "{delimiter:?}: {:?}", read.flags());
        let goods = read.goods();
        assert_eq!(goods[0].sku.as_deref(), Some("MUG-1"));
        assert_eq!(goods[0].text(TextField::Name), Some("도자기 머그"));
        assert_eq!(goods[0].gtin.map(|gtin| gtin.to_string()).as_deref(), Some("08801234567893"));
        assert_eq!((goods[0].price, goods[0].quantity, goods[0].country.as_deref()), (amount(59_000, None, "KRW"), Some(12), Some("KR")));
        assert_eq!((goods[1].price, goods[1].quantity, goods[1].gtin), (None, None, None));
        assert_eq!(numbers(&read), [2, 3]);
    }
}

#[test]
fn a_google_product_feed_is_read_as_tsv() {
    let read = text(concat!(
        "id\ttitle\tdescription\tlink\timage_link\tadditional_image_link\tavailability\tprice\tsale_price\tsale_price_effective_date\tgtin\tbrand\tgoogle_product_category\tproduct_type\titem_group_id\tcolor\tsize\n",
        "A1\tKnit &amp; Co\t<p>Warm</p>\thttps://s.example/a\thttps://s.example/a.jpg\thttps://s.example/b.jpg,https://s.example/c.jpg\tin_stock\t59000 KRW\t49000 KRW\t2026-11-01T00:00+09:00/2026-12-01T00:00+09:00\t8801234567893\tVitrine\t212\tApparel > Knits\tA\tRed\tM\n",
        "A2\tKnit\t\t\t\t\tin_stock\t59.99 USD\t\t\t\t\t\t\tA\tBlue\tM\n",
    ));
    assert_eq!((read.format, read.flags().len()), (Format::GoogleProducts, 0), "{:?}", read.flags());
    let first = read.goods()[0];
    assert_eq!((first.sku.as_deref(), first.product.as_deref(), first.text(TextField::Name)), (Some("A1"), Some("A"), Some("Knit & Co")));
    assert_eq!(first.pictures, ["https://s.example/a.jpg", "https://s.example/b.jpg", "https://s.example/c.jpg"]);
    assert_eq!(first.text(TextField::Category), Some("Knits"));
    let Some(PriceSaid::Amount { sale: Some(sale), from: Some(from), until: Some(until), .. }) = first.price else {
        panic!("{:?}", first.price)
    };
    assert_eq!(
        (sale.minor, from.to_rfc3339().as_str(), until.to_rfc3339().as_str()),
        (49_000, "2026-10-31T15:00:00.000Z", "2026-11-30T15:00:00.000Z")
    );
    assert_eq!(read.goods()[1].price, amount(5_999, None, "USD"));
}

#[test]
fn google_feeds_are_read_as_rss_and_as_atom() {
    let item = "<g:id>A1</g:id><title>Knit &amp; Co &#127872;</title><g:description><![CDATA[<p>Warm</p><script>x</script>]]></g:description>\
        <link>https://s.example/a</link><g:image_link>https://s.example/a.jpg</g:image_link><g:price>12.50 USD</g:price><g:gtin>8801234567892</g:gtin>\
        <g:item_group_id>A</g:item_group_id><g:shipping><g:price>3 USD</g:price></g:shipping>";
    let rss = format!(
        "<?xml version=\"1.0\"?>\n<rss xmlns:g=\"http://base.google.com/ns/1.0\"><channel><title>Shop</title><item>{item}</item><item>{item}</item></channel></rss>"
    );
    let atom = format!(
        "<feed xmlns=\"http://www.w3.org/2005/Atom\" xmlns:g=\"http://base.google.com/ns/1.0\"><title>Shop</title><entry>{item}</entry></feed>"
    );
    for (feed, count) in [(rss, 2), (atom, 1)] {
        let read = text(&feed);
        assert_eq!((read.format, read.goods().len()), (Format::GoogleProducts, count), "{:?}", read.flags());
        let first = read.goods()[0];
        assert_eq!((first.text(TextField::Name), first.text(TextField::Description)), (Some("Knit & Co 🎀"), Some("Warm")));
        assert_eq!((first.price, first.gtin), (amount(1_250, None, "USD"), None));
        assert_eq!(read.rows[0].flags[0].reason, Reason::CheckDigit { found: 2, expected: 3 });
    }
}

#[test]
fn a_local_inventory_feed_says_stock_and_prices_by_store() {
    let read = text("store_code\tid\tquantity\tprice\nhongdae\tA1\t3\t59000 KRW\nseongsu\tA1\t-1\t59000 KRW\nseongsu\tA2\tfew\t\n");
    assert_eq!(read.format, Format::GoogleInventory);
    let goods = read.goods();
    assert_eq!((goods[0].store.as_deref(), goods[0].quantity, goods[1].quantity), (Some("hongdae"), Some(3), Some(0)));
    let reasons: Vec<_> = read.flags().into_iter().map(|(row, flag)| (row, flag.column.as_str(), &flag.reason)).collect();
    assert_eq!(reasons, [(3, "quantity", &Reason::NegativeQuantity), (4, "quantity", &Reason::NotAQuantity)]);
    assert!(read.rows[2].entries.is_empty(), "a refused row says nothing");
}

#[test]
fn shopify_rows_go_on_under_their_handle() {
    let read = text(concat!(
        "Handle,Title,Body (HTML),Vendor,Type,Tags,Published,Option1 Name,Option1 Value,Option2 Name,Option2 Value,Variant SKU,Variant Inventory Qty,Variant Price,Variant Compare At Price,Variant Barcode,Image Src,Variant Image,Status\n",
        "knit,Knit,<p>Warm</p>,Vitrine,Sweaters,\"wool, warm\",TRUE,Color,Red,Size,M,KN-R-M,5,49.00,59.00,'8801234567893,https://s.example/1.jpg,https://s.example/red.jpg,active\n",
        "knit,,,,,,,,Blue,,M,,2,59.00,,,https://s.example/2.jpg,,\n",
        "knit,,,,,,,,,,,,,,,,https://s.example/3.jpg,,\n",
        "mug,Mug,,Vitrine,Mugs,,FALSE,Title,Default Title,,,MUG,1,9.00,,,,,active\n",
    ));
    let opened = settings("USD");
    assert_eq!(read.format, Format::Shopify);
    assert!(opened.currency.is_some());
    let goods = read.goods();
    let keys: Vec<_> = goods
        .iter()
        .map(|goods| (goods.product.as_deref(), goods.sku.as_deref(), goods.colour.as_deref(), goods.size.as_deref()))
        .collect();
    assert_eq!(
        keys,
        [
            (Some("knit"), Some("KN-R-M"), Some("Red"), Some("M")),
            (Some("knit"), None, None, None),
            (Some("knit"), Some("knit/Blue/M"), Some("Blue"), Some("M")),
            (Some("knit"), None, None, None),
            (Some("knit"), None, None, None),
            (Some("mug"), Some("MUG"), None, None),
        ]
    );
    assert_eq!(goods[0].text(TextField::Tags), Some("wool\nwarm"));
    assert_eq!(goods[0].pictures, ["https://s.example/red.jpg"], "a variant's own");
    assert_eq!((goods[1].pictures.len(), goods[0].listed, goods[5].listed), (1, Some(true), Some(false)));
    assert_eq!(numbers(&read), [2, 3, 4, 5]);
}

#[test]
fn shopify_says_what_it_cost_before() {
    let (_folder, path) =
        file("Handle,Title,Variant SKU,Variant Price,Variant Compare At Price\nknit,Knit,KN,49.00,59.00\nmug,Mug,MU,9.00,0\n");
    let read = read(&path, &settings("USD"));
    assert_eq!((read.goods()[0].price, read.goods()[1].price), (amount(5_900, Some(4_900), "USD"), amount(900, None, "USD")));
}

#[test]
fn magento_attributes_spread_and_variants_are_named() {
    let read = text(concat!(
        "sku,product_type,categories,name,short_description,price,special_price,special_price_to_date,product_online,additional_attributes,qty,configurable_variations,additional_images\n",
        "K-S,simple,\"Default Category/Men/Tops\",Knit-S,,59000.0000,49000,2026-12-01,1,\"size=S,color=Red,note=a, b\",7.0000,,\n",
        "K,configurable,\"Default Category/Men/Tops\",Knit,\"<b>Warm</b>\",59000,,,2,,0,\"sku=K-S,size=S,color=Red\",\"/k/1.jpg,/k/2.jpg\"\n",
    ));
    assert_eq!((read.format, read.flags().len()), (Format::Magento, 0), "{:?}", read.flags());
    let goods = read.goods();
    assert_eq!((goods[0].colour.as_deref(), goods[0].size.as_deref(), goods[0].quantity), (Some("Red"), Some("S"), Some(7)));
    let Some(PriceSaid::Amount { sale: Some(sale), until: Some(until), .. }) = goods[0].price else { panic!("{:?}", goods[0].price) };
    assert_eq!((sale.minor, until.to_rfc3339().as_str()), (49_000, "2026-12-02T00:00:00.000Z"));
    assert_eq!((goods[1].sku.as_deref(), goods[1].product.as_deref(), &goods[1].variants[..]), (None, Some("K"), &["K-S".to_owned()][..]));
    assert_eq!((goods[1].listed, goods[1].price, goods[1].quantity), (Some(false), None, None));
    assert_eq!(goods[1].text(TextField::Description), Some("Warm"));
    assert_eq!(goods[1].pictures, ["/k/1.jpg", "/k/2.jpg"]);
}

#[test]
fn reviews_are_read_from_tables_and_json_lines() {
    let table = text(
        "상품번호,별점,제목,내용,작성자,작성일\nMUG,★★★★☆,좋아요,\"따뜻해요\n또 살래요\",지수,2025. 4. 30.\nMUG,4/5,,Nice,Lee,04/05/2025\nMUG,6,,x,y,\nMUG,0,,x,y,\n",
    );
    assert_eq!(table.format, Format::Reviews);
    let reviews = table.reviews();
    assert_eq!((reviews[0].value, reviews[0].scale, reviews[0].body.as_str()), (40, 50, "따뜻해요\n또 살래요"));
    assert_eq!(reviews[0].language, Some(domain::Language::KO));
    assert_eq!((reviews[1].value, reviews[1].written_at), (40, None), "nobody can tell which month it is");
    let flags: Vec<_> = table.flags().into_iter().map(|(row, flag)| (row, &flag.reason)).collect();
    assert_eq!(flags, [(4, &Reason::NotADate), (5, &Reason::NotARating), (6, &Reason::NotARating)]);
    let lines = text(
        "{\"id\":7,\"sku\":\"MUG\",\"rating\":9,\"best\":10,\"body\":\"<b>Nice</b>\",\"author\":\"Lee\",\"verified\":true}\n\n{\"id\":8,\"sku\":\"MUG\",\"rating\":1,\"body\":\"\"}\n",
    );
    assert_eq!((lines.format, numbers(&lines)), (Format::Reviews, vec![1, 3]));
    let first = lines.reviews()[0];
    assert_eq!((first.key.as_deref(), first.value, first.scale, first.body.as_str(), first.verified), (Some("7"), 90, 100, "Nice", true));
}

#[test]
fn rows_of_a_sale_become_its_basket() {
    let read = text(
        "basket,instant,code,quantity\n1,2026-11-01T10:00:00Z,8801234567893,2\n1,2026-11-01T10:00:00Z,MUG,1\n1,2026-11-01T10:00:00Z,MUG,1\n2,,MUG,-1\n3,,MUG,1\n3,,CUP,none\n",
    );
    assert_eq!((read.format, read.rows.len()), (Format::Sales, 7));
    let baskets: Vec<_> = read.baskets().iter().map(|basket| (basket.key.as_str(), basket.lines.clone())).collect();
    let line = |item: &str, units| (item.to_owned(), units);
    assert_eq!(baskets, [("1", vec![line("8801234567893", 2), line("MUG", 2)]), ("2", vec![line("MUG", -1)]), ("3", vec![line("MUG", 1)])]);
    assert_eq!(read.flags().iter().map(|(row, flag)| (*row, &flag.reason)).collect::<Vec<_>>(), [(7, &Reason::NotAQuantity)]);
}

#[test]
fn json_is_read_as_a_list_and_as_an_interface_answers_it() {
    let list = r#"[{"id": 1, "sku": "MUG", "title": "Mug \"L\", [x]", "price": 12.5, "meta": {"barcode": "8801234567893"}, "reviews": [{"rating": 5, "comment": "Good"}, {"comment": "no stars"}]},
        {"id": 2, "sku": "CUP", "title": "Cup", "price": 12.345}]"#;
    for wrapped in [list.to_owned(), format!("{{\"total\": 2, \"products\": {list}}}")] {
        let (_folder, path) = file(wrapped);
        let read = read(&path, &settings("USD"));
        assert_eq!((read.format, numbers(&read)), (Format::JsonGoods, vec![1, 2]));
        let goods = read.goods();
        assert_eq!((goods.len(), goods[0].product.as_deref(), goods[0].text(TextField::Name)), (1, Some("1"), Some("Mug \"L\", [x]")));
        assert_eq!((goods[0].price, goods[0].gtin.is_some()), (amount(1_250, None, "USD"), true));
        assert_eq!(read.reviews().iter().map(|review| review.product.as_str()).collect::<Vec<_>>(), ["1"]);
        assert_eq!(read.rows[1].flags[0].reason, Reason::NotAPrice, "a dollar has no thousandths, and 12.345 is not twelve thousand");
    }
}

#[test]
fn json_ld_is_found_wherever_it_stands() {
    let read = text(
        r##"{"@context": "https://schema.org", "@graph": [{"@type": "WebPage"}, {"@type": "http://schema.org/ProductGroup", "productGroupID": "KN", "name": "Knit",
        "hasVariant": [{"@type": ["Product"], "sku": "KN-R", "name": "Knit red", "color": "Red", "gtin13": "8801234567893", "width": {"@type": "QuantitativeValue", "value": 20, "unitCode": "CMT"},
        "height": "30 cm", "depth": "1 cm", "offers": [{"@type": "Offer", "price": "59000", "priceCurrency": "KRW"}]}],
        "aggregateRating": {"ratingValue": 8, "bestRating": 10, "reviewCount": 3},
        "review": {"@type": "Review", "reviewRating": {"ratingValue": "4"}, "author": {"@type": "Person", "name": "Lee"}, "reviewBody": "Warm &amp; soft", "datePublished": "2025-04-30"}},
        {"@type": "Product", "@id": "#product", "name": "Mug", "offers": {"@type": "AggregateOffer", "lowPrice": 5, "highPrice": 9, "priceCurrency": "USD"}}]}"##,
    );
    assert_eq!((read.format, read.flags().len()), (Format::JsonLd, 0), "{:?}", read.flags());
    let goods = read.goods();
    assert_eq!(
        (goods[0].product.as_deref(), goods[0].sku.as_deref(), goods[0].given.map(|given| given.hundredths)),
        (Some("KN"), None, Some(400))
    );
    assert_eq!(
        (goods[1].product.as_deref(), goods[1].sku.as_deref(), goods[1].price),
        (Some("KN"), Some("KN-R"), amount(59_000, None, "KRW"))
    );
    assert_eq!(goods[1].dimensions.map(|sides| (sides.width, sides.height, sides.depth)), Some((200, 300, 10)));
    assert_eq!((goods[2].sku.as_deref(), goods[2].price), (Some("Mug"), None), "from 5 to 9 is no price");
    let review = read.reviews()[0];
    assert_eq!((review.product.as_str(), review.value, review.author.as_str(), review.body.as_str()), ("KN", 40, "Lee", "Warm & soft"));
}

#[test]
fn a_person_may_know_better() {
    let (_folder, path) = file("Artikel;Bezeichnung;Preis\nMUG;Becher;1.234,50\n");
    assert_eq!(open(&path, &Settings::default()).err(), Some(Unreadable::Unknown));
    let settings = Settings {
        format: Some(Format::Goods),
        currency: "EUR".parse().ok(),
        language: "de".parse().ok(),
        mapping: [("Artikel", Field::Sku), ("Bezeichnung", Field::Name), ("Preis", Field::Price)]
            .map(|(name, field)| (name.to_owned(), field))
            .into(),
        ..Settings::default()
    };
    let opened = open(&path, &settings).expect("a table");
    assert_eq!(
        opened.columns.iter().map(|column| (column.name.as_str(), column.field)).collect::<Vec<_>>(),
        [("Artikel", Field::Sku), ("Bezeichnung", Field::Name), ("Preis", Field::Price)]
    );
    assert_eq!((opened.columns[1].samples.clone(), opened.total, opened.preview.len()), (vec!["Becher".to_owned()], Some(1), 1));
    // What was found out is kept, and gives the same rows.
    let kept = serde_json::to_string(&opened.settings).expect("json");
    let again = read(&path, &serde_json::from_str(&kept).expect("settings"));
    assert_eq!(again.rows, opened.preview);
    assert_eq!(again.goods()[0].price, amount(123_450, None, "EUR"));
}

#[test]
fn a_file_opened_twice_gives_the_same_rows() {
    let (_folder, path) = file("basket,code\n1,MUG\n1,CUP\n2,MUG\n");
    let opened = open(&path, &Settings::default()).expect("sales");
    let rows = || opened.rows().expect("rows").collect::<Result<Vec<_>, _>>().expect("read");
    assert_eq!(rows(), rows());
}
