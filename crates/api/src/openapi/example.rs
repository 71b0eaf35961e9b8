//! Examples, made from the schemas, so that none is forgotten and none is out of date. A test reads each back.

use serde_json::{Map, Value, json};

/// How deep a name is followed; nothing in the contract refers to itself.
const DEEPEST: usize = 64;

/// Gives an operation's body and reply their examples.
pub(super) fn fill(operation: &mut Value, schemas: &Value) {
    for pointer in ["/requestBody/content/application~1json", "/responses/200/content/application~1json"] {
        if let Some(content) = operation.pointer_mut(pointer) {
            content["example"] = of(None, &content["schema"], schemas);
        }
    }
}

/// An example of a schema under this field's name.
pub(super) fn of(name: Option<&str>, schema: &Value, schemas: &Value) -> Value {
    value(name, schema, schemas, 0)
}

fn value(name: Option<&str>, schema: &Value, schemas: &Value, depth: usize) -> Value {
    if depth > DEEPEST {
        return Value::Null;
    }
    if let Some(reference) = schema["$ref"].as_str() {
        let named = reference.rsplit('/').next().unwrap_or_default();
        return value(name, &schemas[named], schemas, depth + 1);
    }
    if let Some(first) = schema["enum"].as_array().and_then(|values| values.first()) {
        return first.clone();
    }
    if let Some(parts) = schema["allOf"].as_array() {
        return parts.iter().fold(json!({}), |whole, part| merged(whole, value(None, part, schemas, depth + 1)));
    }
    let is_null = |choice: &&Value| choice["type"] == "null";
    if let Some(choice) = schema["oneOf"].as_array().and_then(|choices| choices.iter().find(|choice| !is_null(choice))) {
        return value(name, choice, schemas, depth + 1);
    }
    match kind(schema) {
        kind if name.and_then(by_name).is_some_and(|known| fits(&known, kind)) => name.and_then(by_name).unwrap_or_default(),
        "object" => object(schema, schemas, depth),
        "array" => array(schema, schemas, depth),
        "integer" | "number" => json!(schema["minimum"].as_i64().unwrap_or(1).max(1)),
        "boolean" => json!(false),
        "string" => text(schema),
        _ => Value::Null,
    }
}

/// The type, or the first that is not null of several.
fn kind(schema: &Value) -> &str {
    let several = || schema["type"].as_array()?.iter().filter_map(Value::as_str).find(|kind| *kind != "null");
    schema["type"].as_str().or_else(several).unwrap_or_default()
}

fn object(schema: &Value, schemas: &Value, depth: usize) -> Value {
    if let Some(fields) = schema["properties"].as_object() {
        return fields
            .iter()
            .map(|(name, field)| (name.clone(), value(Some(name), field, schemas, depth + 1)))
            .collect::<Map<_, _>>()
            .into();
    }
    match kind(&schema["additionalProperties"]) {
        // Words in two languages are the only maps of the contract.
        "string" => json!({ "en": "Mug", "ko": "머그" }),
        _ => json!({}),
    }
}

fn array(schema: &Value, schemas: &Value, depth: usize) -> Value {
    match schema["prefixItems"].as_array() {
        Some(items) => items.iter().map(|item| value(None, item, schemas, depth + 1)).collect(),
        None => {
            let least = schema["minItems"].as_u64().unwrap_or(1).max(1);
            (0..least).map(|_| value(None, &schema["items"], schemas, depth + 1)).collect()
        }
    }
}

fn text(schema: &Value) -> Value {
    match (schema["format"].as_str(), schema["pattern"].as_str()) {
        (Some("uuid"), _) => json!("0195c0de-0000-7000-8000-000000000001"),
        (Some("date-time"), _) => json!("2026-11-22T05:00:00.000Z"),
        (_, Some(pattern)) if pattern.starts_with("^[0-9]{") => json!("08801234567893"),
        (_, Some(pattern)) if pattern.starts_with("^[0-9A-H") => json!("7K2M9QXA"),
        (_, Some("^[a-z]{2}$")) => json!("ko"),
        (_, Some("^[A-Z]{3}$")) => json!("KRW"),
        _ => json!("text"),
    }
}

fn fits(value: &Value, kind: &str) -> bool {
    matches!((value, kind), (Value::String(_), "string") | (Value::Number(_), "integer") | (Value::Array(_), "array"))
}

/// Plain values that mean something.
fn by_name(name: &str) -> Option<Value> {
    Some(match name {
        "store" | "slug" => json!("hongdae"),
        "collection" => json!("four-stars"),
        "currency" => json!("KRW"),
        "language" => json!("ko"),
        "minor" => json!(59_000),
        "country" => json!("KR"),
        "hex" => json!("#d8c3a5"),
        "url" => json!("/media/3f1c0ffee0ddba11"),
        "hash" => json!("3f1c0ffee0ddba113f1c0ffee0ddba113f1c0ffee0ddba113f1c0ffee0ddba11"),
        "colour" => json!("#d8c3a5"),
        "timeZone" => json!("Asia/Seoul"),
        "login" => json!("jisu"),
        "password" => json!("onmaru-demo"),
        "token" => json!("00112233445566778899aabbccddeeff"),
        "nickname" | "author" => json!("도토리"),
        "contact" => json!("dotori@example.com"),
        "bin" => json!("B12"),
        "q" => json!("머그"),
        "reason" => json!("진열품이 손상되었어요"),
        "stars" => json!(5),
        "limit" => json!(20),
        "code" => json!("7K2M9QXA"),
        "counts" => json!([2, 0, 5, 31, 174]),
        _ => return None,
    })
}

fn merged(mut whole: Value, part: Value) -> Value {
    if let (Some(whole), Value::Object(part)) = (whole.as_object_mut(), part) {
        whole.extend(part);
    }
    whole
}
