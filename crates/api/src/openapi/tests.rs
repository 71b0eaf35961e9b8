use super::*;
use crate::{Access, Code};

fn operation<E: Endpoint>(document: &Value) -> Value {
    document["paths"][E::PATH][method(E::VERB)].clone()
}

#[test]
fn every_endpoint_is_documented_with_its_errors() {
    fn check<E: Endpoint>(document: &Value) {
        let operation = operation::<E>(document);
        assert_eq!(operation["operationId"], E::NAME);
        assert!(operation["summary"].as_str().is_some_and(|text| text.len() > 5), "{}", E::NAME);
        for code in E::ERRORS.iter().chain([&Code::Internal, &Code::Unavailable]) {
            let problem = &operation["responses"][code.status().to_string()]["content"][error::MEDIA_TYPE];
            assert!(problem["examples"].get(code.as_str()).is_some(), "{} does not name {}", E::NAME, code.as_str());
        }
        assert_eq!(operation["security"] == json!([]), E::ACCESS == Access::Open, "{}", E::NAME);
    }
    let document = document("test");
    macro_rules! visit {
        ($($endpoint:ty),* $(,)?) => { $(check::<$endpoint>(&document);)* };
    }
    crate::every_endpoint!(visit);
}

#[test]
fn every_example_can_be_read_back() {
    fn check<E: Endpoint>(document: &Value) {
        let operation = operation::<E>(document);
        let reply = &operation["responses"]["200"]["content"]["application/json"]["example"];
        if let Err(error) = serde_json::from_value::<E::Reply>(reply.clone()) {
            panic!("{}: {error} in {reply:#}", E::NAME);
        }
        let body = operation["requestBody"]["content"]["application/json"]["example"].clone();
        let body = if body.is_null() { json!({}) } else { body };
        if let Err(error) = serde_json::from_value::<E::Body>(body.clone()) {
            panic!("{}: {error} in {body:#}", E::NAME);
        }
        let named = |place: &str| -> Map<String, Value> {
            let of_place = operation["parameters"].as_array().into_iter().flatten().filter(|parameter| parameter["in"] == place);
            of_place.filter_map(|parameter| Some((parameter["name"].as_str()?.to_owned(), parameter.get("example")?.clone()))).collect()
        };
        let path = named("path");
        assert_eq!(path.len(), E::PATH_NAMES.len(), "{}", E::NAME);
        let path = serde_json::from_value::<E::Path>(path.into()).unwrap_or_else(|error| panic!("{}: {error}", E::NAME));
        let query = serde_urlencoded::to_string(named("query")).expect("a query");
        let query = serde_urlencoded::from_str::<E::Query>(&query).unwrap_or_else(|error| panic!("{}: {error}", E::NAME));
        // And the way back: what the client would send is the path that the document names.
        let (url, _) = E::from_parts(path, query, serde_json::from_value(body).unwrap_or_else(|error| panic!("{error}"))).into_request();
        assert!(
            !url.contains('{') && url.split('?').next().map(|path| path.split('/').count()) == Some(E::PATH.split('/').count()),
            "{url}"
        );
    }
    let document = document("test");
    macro_rules! visit {
        ($($endpoint:ty),* $(,)?) => { $(check::<$endpoint>(&document);)* };
    }
    crate::every_endpoint!(visit);
}

#[test]
fn every_reference_leads_somewhere() {
    fn walk(value: &Value, document: &Value) {
        match value {
            Value::Object(fields) => {
                if let Some(reference) = fields.get("$ref").and_then(Value::as_str) {
                    let pointer = reference.strip_prefix('#').expect("a reference within the document");
                    assert!(document.pointer(pointer).is_some(), "{reference} leads nowhere");
                }
                fields.values().for_each(|value| walk(value, document));
            }
            Value::Array(items) => items.iter().for_each(|value| walk(value, document)),
            _ => {}
        }
    }
    let document = document("test");
    walk(&document, &document);
}

#[test]
fn two_types_never_share_a_name() {
    let mut schemas = Schemas::new();
    macro_rules! visit {
        ($($endpoint:ty),* $(,)?) => { $(<<$endpoint as Endpoint>::Reply as ToSchema>::schemas(&mut schemas);)* };
    }
    crate::every_endpoint!(visit);
    let mut known = BTreeMap::<String, Value>::new();
    for (name, schema) in schemas {
        let schema = json!(schema);
        assert_eq!(known.entry(name.clone()).or_insert_with(|| schema.clone()), &schema, "{name}");
    }
}

#[test]
fn the_stream_and_its_event_are_documented() {
    let document = document("test");
    let stream = &document["paths"][event::PATH]["get"];
    assert!(stream["responses"]["200"]["content"].get("text/event-stream").is_some());
    assert!(document["components"]["schemas"].get("LiveEvent").is_some());
    let example = example::of(None, &json!({ "$ref": "#/components/schemas/LiveEvent" }), &document["components"]["schemas"]);
    serde_json::from_value::<event::LiveEvent>(example).expect("an event");
}

#[test]
fn every_field_is_named_in_camel_case() {
    fn walk(value: &Value) {
        if let Some(fields) = value.get("properties").and_then(Value::as_object) {
            assert!(fields.keys().all(|name| !name.contains('_')), "{fields:?}");
        }
        match value {
            Value::Object(fields) => fields.values().for_each(walk),
            Value::Array(items) => items.iter().for_each(walk),
            _ => {}
        }
    }
    walk(&document("test")["components"]["schemas"]);
}
