//! What search engines read: <https://schema.org/Product>, or a `ProductGroup` where there is a choice.

use super::First;
use super::words::decimal;
use api::catalog::{Price, Variant};
use serde_json::{Value, json};

/// The data block's content.
pub(super) fn schema(first: &First<'_>) -> Value {
    let variants = &first.product.variants;
    let mut value = match variants.as_slice() {
        [only] => variant(first, only),
        many => group(first, many),
    };
    value["@context"] = json!("https://schema.org");
    what_all_share(first, &mut value);
    value
}

fn what_all_share(first: &First<'_>, value: &mut Value) {
    let (language, product) = (first.language, first.product);
    value["name"] = json!(product.name.get(language));
    let texts = [("description", &product.description), ("category", &product.category), ("material", &product.origin.materials)];
    for (name, text) in texts.into_iter().filter(|(_, text)| !text.is_empty()) {
        value[name] = json!(text.get(language));
    }
    if !product.brand.is_empty() {
        value["brand"] = json!({ "@type": "Brand", "name": product.brand.get(language) });
    }
    if !product.origin.country.is_empty() {
        value["countryOfOrigin"] = json!({ "@type": "Country", "name": product.origin.country });
    }
    // Computed from the reviews that are stored here; an average that came with a file is nobody's to repeat.
    if let Some(tenths) = product.ratings.tenths() {
        let mean = format!("{}.{}", tenths / 10, tenths % 10);
        value["aggregateRating"] =
            json!({ "@type": "AggregateRating", "ratingValue": mean, "bestRating": "5", "reviewCount": product.ratings.total() });
    }
}

fn group(first: &First<'_>, variants: &[Variant]) -> Value {
    let differs = |what: &dyn Fn(&Variant) -> bool| variants.iter().any(what);
    let by = [
        ("https://schema.org/color", differs(&|variant| variant.colour.is_some())),
        ("https://schema.org/size", differs(&|variant| variant.size.is_some())),
    ];
    json!({
        "@type": "ProductGroup",
        "productGroupID": first.product.id.to_string(),
        "url": first.address(first.variant.gtin),
        "variesBy": by.iter().filter(|(_, differs)| *differs).map(|(name, _)| *name).collect::<Vec<_>>(),
        "hasVariant": variants.iter().map(|of| variant(first, of)).collect::<Vec<_>>(),
    })
}

fn variant(first: &First<'_>, variant: &Variant) -> Value {
    let language = first.language;
    let colour = variant.colour.as_ref().map(|colour| colour.name.get(language)).filter(|name| !name.is_empty());
    let size = variant.size.as_ref().map(|size| size.get(language));
    let name: Vec<&str> = [Some(first.product.name.get(language)), colour, size].into_iter().flatten().collect();
    let mut value = json!({ "@type": "Product", "name": name.join(", "), "url": first.address(variant.gtin) });
    // Numbers of restricted circulation are no GTINs outside this shop.
    let code = if variant.gtin.is_restricted() { "sku" } else { "gtin14" };
    value[code] = json!(variant.gtin.to_string());
    let pictures: Vec<String> = variant.pictures.iter().map(|picture| first.whole(&picture.url)).collect();
    if !pictures.is_empty() {
        value["image"] = json!(pictures);
    }
    for (name, text) in [("color", colour), ("size", size)] {
        if let Some(text) = text {
            value[name] = json!(text);
        }
    }
    if let Some(price) = variant.price {
        value["offers"] = offer(first, variant, price);
    }
    value
}

fn offer(first: &First<'_>, variant: &Variant, price: Price) -> Value {
    let availability = if variant.stock.available > 0 { "InStoreOnly" } else { "OutOfStock" };
    let currency = price.now.currency.as_str();
    let mut offer = json!({
        "@type": "Offer",
        "url": first.address(variant.gtin),
        "price": decimal(price.now),
        "priceCurrency": currency,
        "availability": format!("https://schema.org/{availability}"),
        "itemCondition": "https://schema.org/NewCondition",
        "availableAtOrFrom": { "@type": "Store", "name": first.store.get(first.language) },
    });
    if let Some(before) = price.before {
        offer["priceSpecification"] = json!({
            "@type": "UnitPriceSpecification",
            "priceType": "https://schema.org/StrikethroughPrice",
            "price": decimal(before),
            "priceCurrency": currency,
        });
    }
    if let Some(until) = price.until {
        offer["priceValidUntil"] = json!(until.to_rfc3339());
    }
    offer
}
