//! The same for machines: schema.org, Open Graph, and the reply itself, so that the program need not ask again.

use super::words::decimal;
use super::{First, markup};
use crate::front::escape;
use api::catalog::Product;
use serde_json::{Value, json};

/// What goes into the head.
pub(super) fn head(first: &First<'_>) -> String {
    let description = escape(first.product.description.get(first.language));
    let picture = first.variant.pictures.first().zip(first.host).map(|(picture, host)| {
        let url = escape(&format!("https://{host}{}", picture.url));
        format!("<meta property=\"og:image\" content=\"{url}\">")
    });
    format!(
        "<meta property=\"og:type\" content=\"product\"><meta property=\"og:title\" content=\"{}\">\
         <meta property=\"og:description\" content=\"{description}\">{}{}",
        markup::title(first),
        picture.unwrap_or_default(),
        block("application/ld+json", "", &schema(first)),
    )
}

/// The reply that the program would get from `path`, for it to find.
pub(super) fn reply(path: &str, product: &Product) -> String {
    let attributes = format!(" id=\"first-reply\" data-path=\"{}\"", escape(path));
    block("application/json", &attributes, &serde_json::to_value(product).unwrap_or_default())
}

/// A data block. `<` never stands in it, so nothing ends it early.
fn block(kind: &str, attributes: &str, value: &Value) -> String {
    let json = value.to_string().replace('<', "\\u003c").replace('\u{2028}', "\\u2028").replace('\u{2029}', "\\u2029");
    format!("<script type=\"{kind}\"{attributes}>{json}</script>")
}

/// <https://schema.org/Product>
fn schema(first: &First<'_>) -> Value {
    let (language, product, variant) = (first.language, first.product, first.variant);
    let mut value = json!({
        "@context": "https://schema.org",
        "@type": "Product",
        "name": product.name.get(language),
        "description": product.description.get(language),
        "brand": { "@type": "Brand", "name": product.brand.get(language) },
        "gtin14": variant.gtin.to_string(),
    });
    if let Some(picture) = variant.pictures.first() {
        value["image"] = json!(first.host.map_or_else(|| picture.url.clone(), |host| format!("https://{host}{}", picture.url)));
    }
    if let Some(tenths) = product.ratings.tenths() {
        let mean = format!("{}.{}", tenths / 10, tenths % 10);
        value["aggregateRating"] = json!({ "@type": "AggregateRating", "ratingValue": mean, "reviewCount": product.ratings.total() });
    }
    if let Some(price) = variant.price {
        let availability = if variant.stock.available > 0 { "InStoreOnly" } else { "OutOfStock" };
        value["offers"] = json!({
            "@type": "Offer",
            "price": decimal(price.now),
            "priceCurrency": price.now.currency.as_str(),
            "availability": format!("https://schema.org/{availability}"),
        });
    }
    value
}
