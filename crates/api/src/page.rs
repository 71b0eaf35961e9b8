//! Paths of pages. The server renders and mails some of them; `route.rs` of the front end adds the hrefs.

/// The store's home.
pub const HOME: &str = "/s/{store}";
/// The store's map.
pub const MAP: &str = "/s/{store}/map";
/// Search.
pub const SEARCH: &str = "/s/{store}/search";
/// Typed or scanned codes.
pub const SCAN: &str = "/s/{store}/scan";
/// A collection.
pub const COLLECTION: &str = "/s/{store}/c/{collection}";
/// A product in a store.
pub const PRODUCT: &str = "/s/{store}/p/{gtin}";
/// Up to four products side by side, `?g=` their codes.
pub const COMPARE: &str = "/s/{store}/compare";
/// The shopper's list; with `?g=` and codes the list that somebody else handed over.
pub const LIST: &str = "/s/{store}/list";
/// The form that keeps one, or several: `?g=` codes and quantities, `8801234567893:2,96385074`.
pub const RESERVE: &str = "/s/{store}/reserve";
/// Somebody is called: `?g=` the product's code, `?at=` the label's slot.
pub const CALL: &str = "/s/{store}/call";
/// GS1 Digital Link: what shelf labels carry, with `?q={slot}`.
pub const DIGITAL_LINK: &str = "/01/{gtin}";
/// GS1 Digital Link of one batch: what packages carry, with dates in the query.
pub const BATCH: &str = "/01/{gtin}/10/{batch}";
/// An in-store number's label.
pub const IN_STORE: &str = "/i/{code}";
/// A slot's label.
pub const SLOT: &str = "/q/{slot}";
/// The reservations that this phone remembers.
pub const TICKETS: &str = "/r";
/// A reservation's ticket.
pub const TICKET: &str = "/r/{token}";
/// The desk's sign-in.
pub const SIGN_IN: &str = "/desk/sign-in";
/// The desk's queue.
pub const PICKUPS: &str = "/desk/pickups";
/// The studio's home.
pub const STUDIO: &str = "/studio";
/// The studio's imports.
pub const IMPORTS: &str = "/studio/imports";
/// The studio's collections.
pub const STUDIO_COLLECTIONS: &str = "/studio/collections";
/// One of them, by its id; `new` is one that is not there yet.
pub const STUDIO_COLLECTION: &str = "/studio/collections/{collection}";
/// Keys and webhooks of other systems.
pub const CONNECTIONS: &str = "/studio/connections";
/// What shoppers searched for in vain.
pub const SOUGHT: &str = "/studio/sought";
/// Moderation of reviews and lines.
pub const STUDIO_REVIEWS: &str = "/studio/reviews";
/// Whatever else the desk has.
pub const DESK_BELOW: &str = "/desk/{*rest}";
/// Whatever else the studio has.
pub const STUDIO_BELOW: &str = "/studio/{*rest}";
/// The service worker that keeps the pages below [`TICKETS`] readable without a network.
pub const WORKER: &str = "/sw.js";
/// A picture, by its content's hash.
pub const MEDIA: &str = "/media/{hash}";
/// The same as WebP, in one of its widths.
pub const MEDIA_IN_WIDTH: &str = "/media/{hash}/{width}";
/// Below this there are no pages, only the contract.
pub const API: &str = "/api/";

/// Pages of the shop's entry.
pub const SHOP: &[&str] = &[
    "/",
    HOME,
    MAP,
    SEARCH,
    SCAN,
    COLLECTION,
    PRODUCT,
    COMPARE,
    LIST,
    RESERVE,
    CALL,
    DIGITAL_LINK,
    BATCH,
    IN_STORE,
    SLOT,
    TICKETS,
    TICKET,
];
/// Pages of the studio's entry (studio and desk).
pub const STUDIO_ENTRY: &[&str] =
    &["/desk", SIGN_IN, PICKUPS, STUDIO, STUDIO_COLLECTIONS, STUDIO_COLLECTION, CONNECTIONS, SOUGHT, STUDIO_REVIEWS, IMPORTS];
/// The part of the shop's program that draws the page at a pattern; what is no page of the shop is told by `browse`.
pub fn part(pattern: &str) -> &'static str {
    match pattern {
        PRODUCT | DIGITAL_LINK | BATCH => "shelf",
        MAP | LIST => "floor",
        RESERVE | TICKETS | TICKET => "visit",
        SEARCH | COMPARE | CALL => "find",
        _ => "browse",
    }
}
