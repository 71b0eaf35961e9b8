use super::*;
use api::catalog::{Origin, Picture};
use api::media::HERO_SIZES;
use axum::http::HeaderValue;
use domain::ids::{ProductId, VariantId};
use domain::{Currency, Instant, Money};

const PAGE: &str = "<!doctype html><html lang=\"ko\" data-entry=\"shop\"><head><meta name=\"description\" content=\"매장\"><title>온마루</title></head><body><div id=\"first\"></div></body></html>";

fn product(name: &str) -> Product {
    let price = Money { minor: 59_000, currency: Currency::KRW };
    let stock = api::catalog::StockHere { available: 3, display: 0, as_of: Instant::default(), held_until: None, check: None };
    let variant = Variant {
        id: VariantId::new(uuid::Uuid::nil()),
        gtin: "8801234567893".parse().expect("a gtin"),
        colour: None,
        size: None,
        price: Some(api::catalog::Price { now: price, before: None, until: None }),
        dimensions: None,
        pictures: vec![Picture { url: "/media/00ff".into(), ..Default::default() }],
        pictured: true,
        stock,
        elsewhere: vec![],
        locations: vec![],
    };
    let origin = Origin { maker: Text::default(), materials: Text::default(), country: "KR".into(), care: Text::default() };
    Product {
        id: ProductId::new(uuid::Uuid::nil()),
        name: Text::ko_en(name, name),
        brand: Text::ko_en("물결", "Mulgyeol"),
        category: Text::default(),
        description: Text::default(),
        origin,
        variants: vec![variant],
        ratings: domain::curation::Ratings::default(),
        why: None,
        note: None,
        together: vec![],
        pause: None,
        documents: vec![],
    }
}

fn first(product: &Product, language: Language) -> First<'_> {
    First {
        product,
        variant: &product.variants[0],
        slug: "hongdae",
        store: Text::ko_en("온마루 홍대", "Onmaru Hongdae"),
        language,
        is_asked: false,
        host: Some("shop.example"),
    }
}

fn page_of(product: &Product, language: Language) -> String {
    put(PAGE, &first(product, language), &data::reply("/api/v1/x", product))
}

fn page(name: &str, language: Language) -> String {
    page_of(&product(name), language)
}

/// What a search engine reads out of the page.
fn schema_in(html: &str) -> serde_json::Value {
    let block = html.split_once("<script type=\"application/ld+json\">").and_then(|(_, rest)| rest.split_once("</script>"));
    serde_json::from_str(block.expect("a data block").0).expect("json")
}

#[test]
fn first_content_has_picture_name_brand_price_stars_and_stock() {
    let korean = page("머그", Language::KO);
    for part in
        ["src=\"/media/00ff\"", "<h1 class=\"heading\">머그</h1>", "물결", "59,000원", "class=\"rating\"", "3개", "<title>머그</title>"]
    {
        assert!(korean.contains(part), "{part} is missing in {korean}");
    }
    let english = page("Mug", Language::EN);
    assert!(english.starts_with("<!doctype html><html lang=\"en\" data-entry") && english.contains("Mulgyeol"), "{english}");
    assert!(english.contains("https://shop.example/media/00ff"), "machines outside need a whole address");
}

#[test]
fn a_photograph_is_asked_for_in_the_width_that_it_will_be_shown_in() {
    let mut product = product("머그");
    let drawing = put(PAGE, &first(&product, Language::KO), "");
    assert!(drawing.contains("<link rel=\"preload\" as=\"image\" fetchpriority=\"high\" href=\"/media/00ff\">"), "{drawing}");
    let photograph = Picture { widths: vec![160, 700], width: Some(700), height: Some(900), ..product.variants[0].pictures[0].clone() };
    product.variants[0].pictures = vec![photograph];
    let html = put(PAGE, &first(&product, Language::KO), "");
    let widths = "srcset=\"/media/00ff/160 160w, /media/00ff/700 700w\"";
    assert!(html.contains(&format!("image{widths} imagesizes=\"{HERO_SIZES}\"")), "{html}");
    assert!(html.contains(&format!("<source type=\"image/webp\" {widths} sizes=\"{HERO_SIZES}\">")), "{html}");
    assert!(html.contains("src=\"/media/00ff\"") && html.contains("width=\"700\" height=\"900\""), "{html}");
    product.variants[0].pictures.clear();
    assert!(!put(PAGE, &first(&product, Language::KO), "").contains("preload"));
}

#[test]
fn markup_in_data_stays_text_everywhere() {
    let html = page("</script><script>alert(1)</script>\"'><img src=x onerror=alert(1)>", Language::KO);
    assert_eq!(html.matches("<script").count(), 2, "{html}");
    assert_eq!(html.matches("<img").count(), 1, "{html}");
    assert!(!html.contains("alert(1)</script>"), "{html}");
}

#[test]
fn names_that_mean_harm_arrive_in_the_data_as_they_are() {
    let names = ["</script><!--<script>", "\"}]}\\", "\u{202e}gnp.exe\u{2066}", "a\u{2028}b & 'c' <d>", "머그\0"];
    for name in names {
        let html = page(name, Language::KO);
        assert_eq!(schema_in(&html)["name"], name, "{html}");
        assert_eq!(html.matches("<script").count(), 2, "{html}");
        assert_eq!(html.matches("<title>").count(), 1, "{html}");
    }
}

#[test]
fn one_thing_is_a_product_with_its_offer() {
    let mut product = product("머그");
    product.origin.materials = Text::ko_en("도자기", "Stoneware");
    product.ratings.counts = [0, 0, 1, 2, 7];
    let schema = schema_in(&page_of(&product, Language::EN));
    assert_eq!(schema["@type"], "Product");
    assert_eq!(schema["gtin14"], "08801234567893");
    assert_eq!(schema["image"][0], "https://shop.example/media/00ff");
    assert_eq!(schema["material"], "Stoneware");
    assert_eq!(schema["aggregateRating"]["reviewCount"], 10);
    assert_eq!(schema["aggregateRating"]["ratingValue"], "4.6");
    let offer = &schema["offers"];
    assert_eq!((&offer["price"], &offer["priceCurrency"]), (&"59000".into(), &"KRW".into()));
    assert_eq!(offer["availability"], "https://schema.org/InStoreOnly");
    assert_eq!(offer["url"], "https://shop.example/s/hongdae/p/08801234567893");
    assert!(schema.get("description").is_none(), "nothing is said where nobody wrote anything");
}

#[test]
fn a_choice_is_a_group_with_each_variant_and_its_own_availability() {
    let mut product = product("셔츠");
    let mut other = product.variants[0].clone();
    (other.gtin, other.stock.available, other.price) = ("96385074".parse().expect("a gtin"), 0, None);
    other.size = Some(Text::ko_en("L", "L"));
    other.colour = Some(api::catalog::Colour { name: Text::ko_en("검정", "Black"), hex: None });
    product.variants.push(other);
    let sale = Money { minor: 47_200, currency: Currency::KRW };
    let until = Instant::from_rfc3339("2026-11-30T15:00:00Z").expect("an instant");
    product.variants[0].price =
        product.variants[0].price.map(|price| api::catalog::Price { now: sale, before: Some(price.now), until: Some(until) });
    let schema = schema_in(&page_of(&product, Language::EN));
    assert_eq!(schema["@type"], "ProductGroup");
    assert_eq!(schema["variesBy"], serde_json::json!(["https://schema.org/color", "https://schema.org/size"]));
    let [one, two] = [&schema["hasVariant"][0], &schema["hasVariant"][1]];
    assert_eq!(one["offers"]["price"], "47200");
    assert_eq!(one["offers"]["priceSpecification"]["price"], "59000");
    assert!(one["offers"]["priceValidUntil"].as_str().is_some_and(|until| until.starts_with("2026-11-30")));
    assert_eq!((&two["name"], &two["color"], &two["size"]), (&"셔츠, Black, L".into(), &"Black".into(), &"L".into()));
    assert!(two.get("offers").is_none(), "a price on request is no offer");
    product.variants[0].stock.available = 0;
    let schema = schema_in(&page_of(&product, Language::EN));
    assert_eq!(schema["hasVariant"][0]["offers"]["availability"], "https://schema.org/OutOfStock");
}

#[test]
fn a_number_of_restricted_circulation_is_no_gtin_outside() {
    let mut product = product("머그");
    product.variants[0].gtin = "2200290119521".parse().expect("a number");
    let schema = schema_in(&page_of(&product, Language::KO));
    assert!(schema.get("gtin14").is_none() && schema["sku"] == "02200290119521", "{schema}");
}

#[test]
fn the_page_names_itself_its_languages_and_what_a_shared_link_shows() {
    let product = product("머그 \"큰\"");
    let html = page_of(&product, Language::KO);
    let at = "https://shop.example/s/hongdae/p/08801234567893";
    for part in [
        format!("<link rel=\"canonical\" href=\"{at}\">"),
        format!("<link rel=\"alternate\" hreflang=\"en\" href=\"{at}?lang=en\">"),
        format!("<link rel=\"alternate\" hreflang=\"x-default\" href=\"{at}\">"),
        "<meta name=\"description\" content=\"물결 · 59,000원\">".to_owned(),
        "<meta property=\"og:title\" content=\"머그 &quot;큰&quot;\">".to_owned(),
        "<meta property=\"og:image\" content=\"https://shop.example/media/00ff\">".to_owned(),
        "<meta name=\"twitter:card\" content=\"summary_large_image\">".to_owned(),
    ] {
        assert!(html.contains(&part), "{part} is missing in {html}");
    }
    let asked = First { is_asked: true, ..first(&product, Language::EN) };
    let html = put(PAGE, &asked, "");
    assert!(html.contains(&format!("<link rel=\"canonical\" href=\"{at}?lang=en\">")), "{html}");
    let nowhere = First { host: None, ..first(&product, Language::EN) };
    let html = put(PAGE, &nowhere, "");
    assert!(!html.contains("canonical") && !html.contains("og:url"), "without a host there is no address to tell: {html}");
}

#[test]
fn a_page_without_the_places_stays_as_it_is() {
    assert_eq!(put("<p>not built</p>", &first(&product("머그"), Language::KO), ""), "<p>not built</p>");
}

#[test]
fn the_language_is_the_addresses_then_the_choice_made_here_then_the_browsers_then_korean() {
    let asked = |pairs: &[(&'static str, &'static str)], lang| {
        let pairs = pairs.iter().map(|(name, value)| (axum::http::HeaderName::from_static(name), HeaderValue::from_static(value)));
        crate::words::language(&pairs.collect(), lang)
    };
    let of = |pairs| asked(pairs, None);
    assert_eq!(asked(&[("cookie", "lang=ko")], Some("en")), Language::EN);
    assert_eq!(of(&[]), Language::KO);
    assert_eq!(of(&[("accept-language", "en-GB,en;q=0.9,ko;q=0.8")]), Language::EN);
    assert_eq!(of(&[("accept-language", "ko-KR,en;q=0.9")]), Language::KO);
    assert_eq!(of(&[("accept-language", "fr"), ("cookie", "lang=en")]), Language::EN);
}
