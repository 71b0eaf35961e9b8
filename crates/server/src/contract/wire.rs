//! Path, query and body become the endpoint's types; what cannot is a `Problem` that names the field.

use crate::failure::Failure;
use api::error::FieldProblem;
use api::{Code, Verb};
use axum::body::{Body, Bytes};
use axum::extract::{FromRequestParts, Query, RawPathParams};
use axum::http::request::Parts;
use axum::http::{HeaderMap, Uri, header};
use domain::Gtin;
use domain::gs1::NotAGtin;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value, error::Category};

/// Values of a path, percent-decoded.
pub(super) struct PathValues(Map<String, Value>);

impl PathValues {
    pub(super) async fn read(parts: &mut Parts) -> Result<Self, Failure> {
        let unreadable = |error| Failure::new(Code::Unreadable, format!("the path: {error}"));
        let values = RawPathParams::from_request_parts(parts, &()).await.map_err(unreadable)?;
        Ok(Self(values.iter().map(|(name, value)| (name.to_owned(), Value::from(value))).collect()))
    }

    /// The store in it.
    pub(super) fn store(&self) -> Option<&str> {
        self.0.get("store").and_then(Value::as_str)
    }

    pub(super) fn decode<T: DeserializeOwned>(self) -> Result<T, Failure> {
        decode(Value::Object(self.0))
    }
}

pub(super) fn query<T: DeserializeOwned>(uri: &Uri) -> Result<T, Failure> {
    if uri.query().is_some_and(|query| query.contains("%00")) {
        return Err(bad_input("the query holds a NUL", None, FieldProblem::Other));
    }
    let Query(query) = Query::try_from_uri(uri).map_err(|error| {
        let text = error.body_text();
        let text = text.strip_prefix("Failed to deserialize query string: ").unwrap_or(&text);
        let (field, what) = blamed(text.split_once(": ").map_or("", |(path, _)| path), text);
        bad_input(text, field, what)
    })?;
    Ok(query)
}

/// A JSON body of at most `largest` bytes.
pub(super) async fn body<T: DeserializeOwned>(verb: Verb, headers: &HeaderMap, body: Body, largest: usize) -> Result<T, Failure> {
    let bytes = if verb == Verb::Get { Bytes::new() } else { read(body, largest).await? };
    if bytes.is_empty() {
        return nothing();
    }
    let kind = headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    if !kind.split(';').next().is_some_and(|kind| kind.trim().eq_ignore_ascii_case("application/json")) {
        return Err(Failure::new(Code::NotJson, "send `Content-Type: application/json`"));
    }
    let value = serde_json::from_slice(&bytes).map_err(|error| match error.classify() {
        Category::Data => bad_input(&error.to_string(), None, FieldProblem::Other),
        _ => Failure::new(Code::Unreadable, format!("the body is no JSON: {error}")),
    })?;
    decode(value)
}

/// What stands for a body that is not there.
pub(super) fn nothing<T: DeserializeOwned>() -> Result<T, Failure> {
    decode(Value::Object(Map::new()))
}

async fn read(body: Body, largest: usize) -> Result<Bytes, Failure> {
    axum::body::to_bytes(body, largest).await.map_err(|error| {
        let mut causes = std::iter::successors(std::error::Error::source(&error), |cause| cause.source());
        match causes.any(|cause| cause.to_string() == "length limit exceeded") {
            true => too_large(largest as u64),
            false => broke_off(),
        }
    })
}

pub(super) fn too_large(at_most: u64) -> Failure {
    Failure::new(Code::TooLarge, format!("a body has at most {at_most} bytes")).param("atMost", at_most)
}

pub(super) fn broke_off() -> Failure {
    Failure::new(Code::Unreadable, "the body broke off")
}

fn decode<T: DeserializeOwned>(value: Value) -> Result<T, Failure> {
    // PostgreSQL has no text with a NUL in it.
    if let Some(name) = nul(&value) {
        return Err(bad_input("a text holds a NUL", Some(name), FieldProblem::Other));
    }
    serde_path_to_error::deserialize(&value).map_err(|error| {
        let (path, text) = (error.path().to_string(), error.inner().to_string());
        wrong_digit(&value, &path).unwrap_or_else(|| {
            let (field, what) = blamed(&path, &text);
            bad_input(&text, field, what)
        })
    })
}

/// Path of the first text with a NUL in it.
fn nul(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => text.contains('\0').then(String::new),
        Value::Array(items) => items.iter().find_map(nul),
        Value::Object(fields) => fields.iter().find_map(|(name, value)| nul(value).map(|_| name.clone())),
        _ => None,
    }
}

/// A GTIN whose last digit does not fit gets a code of its own, because people can mend it.
fn wrong_digit(value: &Value, path: &str) -> Option<Failure> {
    let NotAGtin::CheckDigit { found, expected } = value.get(path)?.as_str()?.parse::<Gtin>().err()? else { return None };
    let detail = format!("the check digit is {found}, should be {expected}");
    (path == "gtin").then(|| Failure::new(Code::CheckDigit, detail).param("found", found).param("expected", expected))
}

/// The field that serde complains about, and how.
fn blamed(path: &str, text: &str) -> (Option<String>, FieldProblem) {
    let quoted = || text.split('`').nth(1).map(str::to_owned);
    match text {
        _ if text.contains("missing field") => (quoted(), FieldProblem::Missing),
        _ if text.contains("unknown field") => (quoted(), FieldProblem::Other),
        _ => (Some(path.to_owned()).filter(|path| !path.is_empty() && path != "."), FieldProblem::Other),
    }
}

fn bad_input(detail: &str, field: Option<String>, what: FieldProblem) -> Failure {
    let failure = Failure::new(Code::BadInput, detail);
    match field {
        Some(field) => failure.field(&field, what),
        None => failure,
    }
}

#[cfg(test)]
mod tests;
