//! The OpenAPI 3.1 document, made from the endpoints themselves: a new one needs no line here.

mod errors;
mod example;
mod operation;
mod shared;

use crate::{API_VERSION, Endpoint, Verb, error, event};
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;
use utoipa::openapi::{RefOr, Schema};
use utoipa::{PartialSchema, ToSchema};

/// Where the document is.
pub const DOCUMENT: &str = "/api/openapi.json";
/// Where it can be read; a problem's `type` is a place on this page.
pub const PAGE: &str = "/api/docs";

/// Named schemas, as the endpoints' types bring them.
type Schemas = Vec<(String, RefOr<Schema>)>;

/// The whole document; `build` is the server's.
pub fn document(build: &str) -> Value {
    let (mut schemas, mut all) = (Schemas::new(), Vec::<(&str, Verb, Value)>::new());
    collect::<error::Problem>(&mut schemas);
    collect::<event::LiveEvent>(&mut schemas);
    macro_rules! describe {
        ($($endpoint:ty),* $(,)?) => { $(all.push((<$endpoint>::PATH, <$endpoint>::VERB, operation::describe::<$endpoint>(&mut schemas)));)* };
    }
    crate::every_endpoint!(describe);
    let mut components = shared::components();
    components["schemas"] = json!(schemas.into_iter().collect::<BTreeMap<_, _>>());
    let mut paths = Map::new();
    for (path, verb, mut operation) in all {
        example::fill(&mut operation, &components["schemas"]);
        let item = paths.entry(path).or_insert_with(|| json!({}));
        item[method(verb)] = operation;
    }
    paths.insert(event::PATH.to_owned(), json!({ "get": operation::stream() }));
    json!({
        "openapi": "3.1.0",
        "info": {
            "title": "Vitrine",
            "version": API_VERSION,
            "description": format!("Build {build}. {}", shared::INTRODUCTION),
            "license": { "name": "MIT OR Apache-2.0", "identifier": "MIT OR Apache-2.0" },
        },
        "tags": shared::tags(),
        "paths": paths,
        "components": components,
    })
}

fn method(verb: Verb) -> &'static str {
    match verb {
        Verb::Get => "get",
        Verb::Post => "post",
        Verb::Delete => "delete",
    }
}

/// Puts a type and all that it is made of under the named schemas.
fn collect<T: ToSchema>(schemas: &mut Schemas) {
    T::schemas(schemas);
    schemas.push((T::name().into_owned(), T::schema()));
}

/// A type where it is used: by name when it is an object of its own, else in place.
fn schema_of<T: ToSchema>(schemas: &mut Schemas) -> Value {
    T::schemas(schemas);
    let schema = json!(<T as PartialSchema>::schema());
    if schema.get("properties").is_none() || schemas.iter().any(|(name, known)| *name == T::name() && json!(known) != schema) {
        return schema;
    }
    schemas.push((T::name().into_owned(), T::schema()));
    json!({ "$ref": format!("#/components/schemas/{}", T::name()) })
}

#[cfg(test)]
mod tests;
