//! The front ends, embedded: pages of the shop and of the studio, their files, pictures, and what machines ask for.

mod assets;
mod first;
mod health;
mod media;
mod pages;
mod parts;
mod policy;
mod worker;

pub(crate) use pages::nowhere;
pub(crate) use policy::hash_of;

use crate::app::App;
use api::page;
use axum::Router;
use axum::routing::get;

/// Every route that is no endpoint.
pub(crate) fn routes() -> Router<App> {
    let mut router = Router::new()
        .route("/assets/shop/{*file}", get(assets::shop))
        .route("/assets/studio/{*file}", get(assets::studio))
        .route(page::MEDIA, get(media::media))
        .route(page::MEDIA_IN_WIDTH, get(media::in_width))
        .route("/livez", get(health::livez))
        .route("/readyz", get(health::readyz))
        .route("/robots.txt", get(health::robots))
        .route("/favicon.ico", get(assets::favicon))
        .route(page::DESK_BELOW, get(pages::studio))
        .route(page::STUDIO_BELOW, get(pages::studio))
        .route(page::PRODUCT, get(pages::product))
        .route(page::DIGITAL_LINK, get(pages::label))
        .route(page::BATCH, get(pages::label))
        .route(page::TICKET, get(pages::ticket))
        .route(page::WORKER, get(worker::service_worker));
    for path in page::SHOP.iter().filter(|path| ![page::PRODUCT, page::DIGITAL_LINK, page::BATCH, page::TICKET].contains(path)) {
        router = router.route(path, get(pages::shop));
    }
    for path in page::STUDIO_ENTRY {
        router = router.route(path, get(pages::studio));
    }
    router
}

/// Text as HTML: in elements and in quoted attributes.
pub(crate) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            other => escaped.push(other),
        }
    }
    escaped
}
