//! The article, with the class names of the program's product screen, so that nothing jumps when that takes over.

use super::words::money;
use super::{First, picture};
use crate::front::escape;
use crate::words::say;
use api::catalog::{Price, Product};
use api::endpoint::fill;
use api::page::HOME;
use domain::Language;
use domain::curation::Ratings;

/// The page's title, escaped.
pub(super) fn title(first: &First<'_>) -> String {
    escape(first.product.name.get(first.language))
}

/// Frame and article.
pub(super) fn article(first: &First<'_>) -> String {
    let (language, product, variant) = (first.language, first.product, first.variant);
    let facts = format!(
        "<header class=\"facts\"><p class=\"facts__made\">{made}</p><h1 class=\"heading\">{name}</h1></header>\
         <section class=\"tag\"><div class=\"tag__row\"><div class=\"tag__price\">{price}</div>\
         <a class=\"tag__stars\" href=\"#reviews\">{rating}</a></div><p class=\"tag__foot\">{stock}</p></section>",
        made = made(product, language),
        name = title(first),
        price = price(variant.price, language),
        rating = rating(product.ratings, language),
        stock = stock(variant.stock.available, language),
    );
    format!(
        "<div class=\"frame\" data-surface=\"shop\"><header class=\"frame__header\"><a class=\"frame__store\" href=\"{home}\">{store}</a></header>\
         <main class=\"frame__main\"><article class=\"product\"><section class=\"gallery\"><div class=\"gallery__hero\">\
         <div class=\"gallery__track\"><div class=\"gallery__slide\">{picture}</div></div></div></section>\
         <div class=\"page product__body\"><div class=\"product__main\">{facts}</div></div></article></main></div>",
        home = escape(&fill(HOME, &[("store", first.slug)])),
        store = escape(first.store.get(language)),
        picture = picture::markup(first),
    )
}

/// Brand and category.
fn made(product: &Product, language: Language) -> String {
    let parts = [&product.brand, &product.category].map(|text| escape(text.get(language)));
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

fn price(price: Option<Price>, language: Language) -> String {
    let Some(price) = price else {
        return format!("<span class=\"price\" data-kind=\"ask\">{}</span>", escape(&say(language, "common.price.ask", &[])));
    };
    let before = price.before.map(|before| {
        let label = escape(&say(language, "common.price.before", &[]));
        format!("<s class=\"price__before\"><span class=\"visually-hidden\">{label}</span>{}</s>", escape(&money(language, before)))
    });
    let kind = if before.is_some() { "sale" } else { "plain" };
    let now = escape(&money(language, price.now));
    format!("<span class=\"price\" data-kind=\"{kind}\"><span class=\"price__now\">{now}</span>{}</span>", before.unwrap_or_default())
}

fn rating(ratings: Ratings, language: Language) -> String {
    let Some(tenths) = ratings.tenths() else {
        return format!("<span class=\"rating\" data-state=\"none\">{}</span>", escape(&say(language, "common.rating.none", &[])));
    };
    let mean = format!("{}.{}", tenths / 10, tenths % 10);
    let spoken = escape(&say(language, "common.rating.spoken", &[("mean", &mean)]));
    let count = escape(&say(language, "common.rating.count", &[("count", &ratings.total().to_string())]));
    format!(
        "<span class=\"rating\"><span class=\"rating__star\" aria-hidden=\"true\">★</span><b class=\"rating__mean\">\
         <span class=\"visually-hidden\">{spoken}</span><span aria-hidden=\"true\">{mean}</span></b><span class=\"rating__count\">{count}</span></span>"
    )
}

fn stock(available: u32, language: Language) -> String {
    let (key, state) = match available {
        0 => ("product.here_none", "none"),
        1 => ("product.here_last", "last"),
        _ => ("product.here_count", "here"),
    };
    let words = escape(&say(language, key, &[("count", &available.to_string())]));
    format!("<span class=\"stock tag__stock\" data-state=\"{state}\">{words}</span>")
}
