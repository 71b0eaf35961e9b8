//! One endpoint as an OpenAPI operation.

use super::{Schemas, errors, schema_of, shared};
use crate::event;
use crate::{Access, Code, Endpoint, Verb};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use utoipa::{PartialSchema, ToSchema};

pub(super) fn describe<E: Endpoint>(schemas: &mut Schemas) -> Value {
    <E::Body as ToSchema>::schemas(schemas);
    let body = json!(<E::Body as PartialSchema>::schema());
    let has_body = body["properties"].as_object().is_some_and(|fields| !fields.is_empty());
    let text = E::DOC.iter().map(|line| line.trim()).collect::<Vec<_>>().join(" ");
    let summary = text.split_once("`: ").map_or(text.as_str(), |(_, rest)| rest);
    let mut operation = json!({
        "operationId": E::NAME,
        "summary": summary,
        "description": who(E::ACCESS),
        "tags": [shared::tag_of(E::PATH)],
        "parameters": parameters::<E>(),
        "security": security(E::ACCESS),
        "responses": errors::responses::<E>(has_body),
    });
    if has_body {
        operation["requestBody"] = json!({ "required": true, "content": { "application/json": { "schema": body } } });
    }
    if let Some(file) = E::FILE {
        let text = format!("The file as it is, at most {} bytes.", file.at_most);
        let schema = json!({ "type": "string", "format": "binary" });
        operation["requestBody"] = json!({ "required": true, "description": text, "content": { file.kind: { "schema": schema } } });
    }
    operation["responses"]["200"] = success::<E>(schema_of::<E::Reply>(schemas));
    if E::VERB == Verb::Get {
        operation["responses"]["304"] = json!({ "description": "Nothing changed since the `ETag` in `If-None-Match`." });
    }
    operation
}

fn success<E: Endpoint>(schema: Value) -> Value {
    let mut headers = shared::header_refs(&["X-Build", "X-Api", "X-Request-Id"]);
    if E::VERB == Verb::Get {
        headers["ETag"] = shared::header_refs(&["ETag"])["ETag"].clone();
    }
    json!({ "description": "Done.", "headers": headers, "content": { "application/json": { "schema": schema } } })
}

fn parameters<E: Endpoint>() -> Vec<Value> {
    let path = E::PATH_NAMES.iter().map(|name| shared::parameter(name, "path", true));
    let needed = needed::<E::Query>();
    let query = E::QUERY_NAMES.iter().map(|name| camel(name)).map(|name| shared::parameter(&name, "query", needed.contains(&name)));
    let mut parameters: Vec<Value> = path.chain(query).collect();
    let mut header = |name: &str| parameters.push(json!({ "$ref": format!("#/components/parameters/{name}") }));
    if E::ERRORS.contains(&Code::NoKey) {
        header("IdempotencyKey");
    }
    if E::VERSIONED {
        header("IfMatch");
    }
    if E::VERB == Verb::Get {
        header("IfNoneMatch");
    }
    parameters
}

/// The names that a query is none without: what serde misses, one after the other.
fn needed<Q: DeserializeOwned>() -> Vec<String> {
    let mut known: Vec<(String, &str)> = Vec::new();
    loop {
        let query = serde_urlencoded::to_string(&known).unwrap_or_default();
        let error = serde_urlencoded::from_str::<Q>(&query).err().map(|error| error.to_string()).unwrap_or_default();
        match error.strip_prefix("missing field `").and_then(|rest| rest.split('`').next()) {
            Some(name) if known.iter().all(|(other, _)| other != name) => known.push((name.to_owned(), "1")),
            _ => return known.into_iter().map(|(name, _)| name).collect(),
        }
    }
}

/// A name as it is written on the wire: `price_from` is `priceFrom`.
fn camel(name: &str) -> String {
    let mut words = name.split('_');
    let first = words.next().unwrap_or_default().to_owned();
    words.fold(first, |name, word| name + &word[..1].to_uppercase() + &word[1..])
}

fn security(access: Access) -> Value {
    match access {
        Access::Open => json!([]),
        Access::Token => json!([{ "token": [] }]),
        Access::Person(_) | Access::SignedIn => json!([{ "staff": [] }]),
        Access::Key => json!([{ "key": [] }]),
    }
}

fn who(access: Access) -> String {
    match access {
        Access::Open => "Anybody may ask.".into(),
        Access::Token => "For the holder of a reservation's token.".into(),
        Access::SignedIn => "For anybody who is signed in.".into(),
        Access::Key => "For other systems with a key; at most 600 requests a minute each.".into(),
        Access::Person(action) => {
            let roles = domain::access::Role::ALL.into_iter().filter(|role| role.may(action));
            let roles = roles.map(|role| format!("{role:?}").to_lowercase()).collect::<Vec<_>>().join(", ");
            format!("For people of the store who are {roles} (action {action:?}).")
        }
    }
}

/// The live stream, which is no endpoint: its reply never ends.
pub(super) fn stream() -> Value {
    let since = json!({
        "name": "since", "in": "query", "required": false, "schema": { "type": "integer", "format": "int64", "minimum": 0 },
        "description": "The last number that was seen; `Last-Event-ID` says the same, the later wins.", "example": 41,
    });
    let text = "Server-sent events. `happening` carries a LiveEvent and its number as the event's id; `resync` says to read everything \
                anew and to go on from its `seq`; `ping` comes every 15 s. Stock and planogram are for anybody, a reservation's events \
                for its token, all reservations for people of the store.";
    let frame =
        "id: 42\nevent: happening\ndata: {\"seq\":42,\"at\":\"2026-11-22T05:00:00.000Z\",\"kind\":\"planogram\",\"revision\":3}\n\n";
    json!({
        "operationId": "StreamEvents",
        "summary": "what happens in a store, live",
        "description": text,
        "tags": ["events"],
        "parameters": [shared::parameter("store", "path", true), since],
        "security": [{}, { "token": [] }, { "staff": [] }],
        "responses": {
            "200": {
                "description": "The stream.",
                "headers": shared::header_refs(&["X-Build", "X-Api", "X-Request-Id"]),
                "content": { event_stream(): { "schema": { "type": "string", "contentMediaType": event_stream() },
                    "x-event-schema": { "$ref": "#/components/schemas/LiveEvent" }, "example": frame } },
            },
            "404": errors::response(&[Code::NoSuchStore]),
            "503": errors::response(&[Code::Unavailable]),
        },
        "x-event-names": [event::HAPPENING, event::RESYNC, event::PING],
    })
}

const fn event_stream() -> &'static str {
    "text/event-stream"
}
