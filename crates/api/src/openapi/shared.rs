//! What operations share: parameters, headers, security schemes, tags.

use super::errors;
use crate::header;
use serde_json::{Map, Value, json};

pub(super) const INTRODUCTION: &str = "JSON in UTF-8 with camelCase fields; instants are RFC 3339 in UTC, money is minor units with an ISO 4217 \
     code, a GTIN has 14 digits, ids are opaque. Whatever is no success is `application/problem+json` (RFC 9457) with a stable `code`. \
     Unknown fields in a request are refused; ignore unknown fields in a reply and read unknown enum values as `other`. Every reply \
     carries `X-Build`, `X-Api` and `X-Request-Id`.";

/// Everything under `components` but the schemas.
pub(super) fn components() -> Value {
    json!({
        "parameters": {
            "IdempotencyKey": required_header(header::IDEMPOTENCY_KEY, "A new uuid for each command; the same key gets the first answer again.",
                json!({ "type": "string", "format": "uuid" }), "0195c0de-0000-7000-8000-000000000009"),
            "IfMatch": required_header(header::IF_MATCH, "The version that the client saw, in quotes.",
                json!({ "type": "string", "pattern": "^\"[0-9]+\"$" }), "\"3\""),
            "IfNoneMatch": { "name": "if-none-match", "in": "header", "required": false, "schema": { "type": "string" },
                "description": "The `ETag` of what the client has; 304 when nothing changed." },
        },
        "headers": {
            "X-Build": string_header("The server's build."),
            "X-Api": string_header("The contract's version."),
            "X-Request-Id": string_header("The id this request is logged under."),
            "ETag": string_header("Changes with the reply's content."),
            "Retry-After": { "description": "Seconds until trying again makes sense.", "schema": { "type": "integer", "minimum": 0 } },
        },
        "securitySchemes": {
            "token": { "type": "http", "scheme": "bearer", "bearerFormat": "128 bits in hexadecimal", "description": "A reservation's token, told once by CreateReservation." },
            "key": { "type": "http", "scheme": "bearer", "bearerFormat": "vk_ and 32 characters", "description": "Another system's key, told once by AddKey or `vitrine key add`." },
            "staff": { "type": "apiKey", "in": "cookie", "name": "__Host-staff", "description": "The session that SignIn begins; 12 hours without an act end it." },
        },
        "examples": errors::examples(),
    })
}

fn required_header(name: &str, description: &str, schema: Value, example: &str) -> Value {
    json!({ "name": name, "in": "header", "required": true, "description": description, "schema": schema, "example": example })
}

fn string_header(description: &str) -> Value {
    json!({ "description": description, "schema": { "type": "string" } })
}

pub(super) fn header_refs(names: &[&str]) -> Value {
    names.iter().map(|name| ((*name).to_owned(), json!({ "$ref": format!("#/components/headers/{name}") }))).collect::<Map<_, _>>().into()
}

/// A value of a path or query, by its name: the same name means the same everywhere.
pub(super) fn parameter(name: &str, place: &str, required: bool) -> Value {
    let text = || json!({ "type": "string" });
    let uuid = || json!({ "type": "string", "format": "uuid" });
    let flag = || json!({ "type": "boolean" });
    let (schema, description) = match name {
        "store" => (text(), "The store, as in links."),
        "collection" => (text(), "The collection, as in links."),
        "curation" => (uuid(), "The collection."),
        "task" => (uuid(), "The task."),
        "gtin" => (json!({ "type": "string", "pattern": "^[0-9]{8}([0-9]{4,6})?$" }), "8, 12, 13 or 14 digits with a right check digit."),
        "slot" => (json!({ "type": "string", "pattern": "^[0-9A-HJKMNP-TV-Z]{8}$" }), "The code on a shelf's label."),
        "slots" => (text(), "Codes of slots, with commas between."),
        "variant" => (uuid(), "The variant."),
        "fixture" => (uuid(), "The piece of furniture, as the planogram names it."),
        "reservation" => (uuid(), "The reservation."),
        "putback" => (uuid(), "The put-back task."),
        "count" => (uuid(), "The task."),
        "call" => (uuid(), "The call."),
        "shortfall" => (uuid(), "The shortfall."),
        "import" => (uuid(), "The import."),
        "file" => (uuid(), "The file that was sent."),
        "key" => (uuid(), "The key."),
        "webhook" => (uuid(), "The webhook."),
        "delivery" => (uuid(), "The delivery."),
        "state" => (json!({ "type": "string", "enum": ["waiting", "sent", "dead"] }), "Only deliveries in this state."),
        "review" => (uuid(), "The review."),
        "q" => (text(), "What is looked for; empty for everything."),
        "stars" => (json!({ "type": "integer", "minimum": 1, "maximum": 5 }), "So many stars."),
        "category" | "brand" | "colour" | "size" | "zone" => (text(), "Keys of the facet, with commas between; of a review one size."),
        "priceFrom" | "priceTo" => (json!({ "type": "integer", "format": "int64", "minimum": 0 }), "In minor units."),
        "here" => (json!({ "type": "boolean" }), "Only what is in stock in this store."),
        "sort" => (json!({ "type": "string", "enum": ["best", "rating", "price-low", "price-high", "new"] }), "In which order."),
        "done" => (json!({ "type": "boolean" }), "Somebody has read what was found."),
        "photo" => (flag(), "Only reviews with a photo."),
        "verified" => (flag(), "Only reviews by somebody known to have bought it."),
        "language" => (json!({ "type": "string", "pattern": "^[a-z]{2}$" }), "Only reviews in this language."),
        "mention" => (text(), "Only reviews that mention this word of the summary."),
        "order" => (json!({ "type": "string", "enum": ["newest", "helpful", "high", "low"] }), "Newest first without."),
        "cursor" => (text(), "`next` of the part before."),
        "limit" => (json!({ "type": "integer", "minimum": 1, "maximum": 100 }), "At most this many."),
        _ => (text(), ""),
    };
    let mut parameter = json!({ "name": name, "in": place, "required": required, "description": description });
    if name != "cursor" {
        parameter["example"] = super::example::of(Some(name), &schema, &Value::Null);
    }
    parameter["schema"] = schema;
    parameter
}

/// The noun of a path.
pub(super) fn tag_of(path: &str) -> &'static str {
    let after = path.strip_prefix("/api/v1/").unwrap_or(path);
    let names = [
        "imports",
        "session",
        "integration",
        "keys",
        "webhooks",
        "deliveries",
        "media",
        "sought",
        "pickups",
        "putbacks",
        "counts",
        "claims",
        "substitutes",
        "walk",
        "reservation",
        "planogram",
        "fixtures",
        "slots",
        "collections",
        "curation",
        "beacons",
        "reviews",
        "lines",
        "moderation",
        "products",
    ];
    match names.into_iter().find(|name| after.contains(name)) {
        Some("putbacks" | "counts" | "claims" | "substitutes" | "walk") => "pickups",
        Some("sought") => "insights",
        Some("keys" | "webhooks" | "deliveries") => "connections",
        Some("reservation") => "reservations",
        Some("slots" | "planogram" | "fixtures") => "map",
        Some("lines" | "moderation") => "reviews",
        Some(name) => name,
        None => "stores",
    }
}

pub(super) fn tags() -> Value {
    let tag = |(name, text): (&str, &str)| json!({ "name": name, "description": text });
    [
        ("stores", "Stores and their hours."),
        ("products", "Products, as a store has them."),
        ("reviews", "What web customers wrote, lines by who touched it, and their moderation."),
        ("collections", "Curated sets."),
        ("curation", "Collections as a merchandiser works on them."),
        ("beacons", "What shoppers do, counted; nobody in particular."),
        ("map", "The live planogram and its slots."),
        ("reservations", "Keep one for me: the shopper's side."),
        ("pickups", "The desk: what is to pick, what waits, what goes back."),
        ("media", "Pictures that a shop brings."),
        ("imports", "Files of other systems: products, prices, stock, reviews, baskets."),
        ("insights", "Figures of use."),
        ("integration", "For other systems, with a key: goods, prices, stock, reviews and sales in batches."),
        ("connections", "Keys of other systems, and webhooks that tell them what happens."),
        ("session", "Signing in and out."),
        ("events", "The live stream."),
    ]
    .into_iter()
    .map(tag)
    .collect::<Vec<_>>()
    .into()
}
