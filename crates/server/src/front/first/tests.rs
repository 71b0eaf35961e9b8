use super::*;
use api::catalog::Origin;
use axum::http::HeaderValue;
use domain::ids::{ProductId, VariantId};
use domain::{Currency, Instant, Money};

const PAGE: &str =
    "<!doctype html><html lang=\"ko\" data-entry=\"shop\"><head><title>온마루</title></head><body><div id=\"first\"></div></body></html>";

fn product(name: &str) -> Product {
    let price = Money { minor: 59_000, currency: Currency::KRW };
    let stock = api::catalog::StockHere { available: 3, display: 0, as_of: Instant::default(), held_until: None };
    let variant = Variant {
        id: VariantId::new(uuid::Uuid::nil()),
        gtin: "8801234567893".parse().expect("a gtin"),
        colour: None,
        size: None,
        price: Some(api::catalog::Price { now: price, before: None, until: None }),
        dimensions: None,
        pictures: vec![api::catalog::Picture { url: "/media/00ff".into(), ..Default::default() }],
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
    }
}

fn page(name: &str, language: Language) -> String {
    let product = product(name);
    let store = Text::ko_en("온마루 홍대", "Onmaru Hongdae");
    let first = First { product: &product, variant: &product.variants[0], slug: "hongdae", store, language, host: Some("shop.example") };
    put(PAGE, &first, &data::reply("/api/v1/x", &product))
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
fn markup_in_data_stays_text_everywhere() {
    let html = page("</script><script>alert(1)</script>\"'><img src=x onerror=alert(1)>", Language::KO);
    assert_eq!(html.matches("<script").count(), 2, "{html}");
    assert_eq!(html.matches("<img").count(), 1, "{html}");
    assert!(!html.contains("alert(1)</script>"), "{html}");
}

#[test]
fn a_page_without_the_places_stays_as_it_is() {
    let product = product("머그");
    let first = First {
        product: &product,
        variant: &product.variants[0],
        slug: "hongdae",
        store: Text::default(),
        language: Language::KO,
        host: None,
    };
    assert_eq!(put("<p>not built</p>", &first, ""), "<p>not built</p>");
}

#[test]
fn the_language_is_the_choice_made_here_then_the_browsers_then_korean() {
    let of = |pairs: &[(&'static str, &'static str)]| {
        let pairs = pairs.iter().map(|(name, value)| (header::HeaderName::from_static(name), HeaderValue::from_static(value)));
        language(&pairs.collect())
    };
    assert_eq!(of(&[]), Language::KO);
    assert_eq!(of(&[("accept-language", "en-GB,en;q=0.9,ko;q=0.8")]), Language::EN);
    assert_eq!(of(&[("accept-language", "ko-KR,en;q=0.9")]), Language::KO);
    assert_eq!(of(&[("accept-language", "fr"), ("cookie", "lang=en")]), Language::EN);
}
