//! What goes into the page's head: the same page in other languages, and what a link to it shows where it is shared.

use super::words::money;
use super::{First, data, markup, schema};
use crate::front::escape;
use domain::Language;

/// The languages that the shop speaks.
const LANGUAGES: [Language; 2] = [Language::KO, Language::EN];

/// Tags before `</head>`. Addresses are told only where our own host is known: half an address is worse than none.
pub(super) fn head(first: &First<'_>) -> String {
    let addresses = first.host.map(|_| addresses(first)).unwrap_or_default();
    format!("{addresses}{}{}", shared(first), data::block("application/ld+json", "", &schema::schema(first)))
}

/// The sentence below a link in a list of results, escaped: the description, else what and whose it is, and what it costs.
pub(super) fn description(first: &First<'_>) -> String {
    let (language, product) = (first.language, first.product);
    let about = match product.description.is_empty() {
        false => product.description.get(language).to_owned(),
        true => [&product.brand, &product.category].map(|text| text.get(language)).join(" ").trim().to_owned(),
    };
    let price = first.variant.price.map(|price| money(language, price.now));
    escape(&[Some(about).filter(|about| !about.is_empty()), price].into_iter().flatten().collect::<Vec<_>>().join(" · "))
}

/// This page's own address, and the same in every language.
fn addresses(first: &First<'_>) -> String {
    let plain = first.address(first.variant.gtin);
    let of = |language: Language| escape(&format!("{plain}?lang={language}"));
    let own = if first.is_asked { of(first.language) } else { escape(&plain) };
    let others: String = LANGUAGES.iter().map(|one| format!("<link rel=\"alternate\" hreflang=\"{one}\" href=\"{}\">", of(*one))).collect();
    format!("<link rel=\"canonical\" href=\"{own}\">{others}<link rel=\"alternate\" hreflang=\"x-default\" href=\"{}\">", escape(&plain))
}

/// <https://ogp.me> and Twitter's card, which reads the same properties.
fn shared(first: &First<'_>) -> String {
    let language = first.language;
    let locale = if language == Language::KO { "ko_KR" } else { "en_US" };
    let mut tags = vec![
        ("og:type", "product".to_owned()),
        ("og:title", markup::title(first)),
        ("og:description", description(first)),
        ("og:site_name", escape(first.store.get(language))),
        ("og:locale", locale.to_owned()),
    ];
    if first.host.is_some() {
        tags.push(("og:url", escape(&first.address(first.variant.gtin))));
        if let Some(picture) = first.variant.pictures.first() {
            tags.push(("og:image", escape(&first.whole(&picture.url))));
            tags.push(("og:image:alt", markup::title(first)));
        }
    }
    let card = if tags.iter().any(|(name, _)| *name == "og:image") { "summary_large_image" } else { "summary" };
    let tags: String = tags.into_iter().map(|(name, value)| format!("<meta property=\"{name}\" content=\"{value}\">")).collect();
    format!("{tags}<meta name=\"twitter:card\" content=\"{card}\">")
}
