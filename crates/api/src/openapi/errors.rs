//! What each operation may be refused with, by status.

use crate::error::{Code, MEDIA_TYPE};
use crate::{Access, Endpoint, Verb};
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

/// Every status that an endpoint may answer with besides success, with its codes and an example of each.
pub(super) fn responses<E: Endpoint>(has_body: bool) -> Value {
    let mut by_status = BTreeMap::<u16, Vec<Code>>::new();
    for code in codes::<E>(has_body) {
        let of_status = by_status.entry(code.status()).or_default();
        if !of_status.contains(&code) {
            of_status.push(code);
        }
    }
    by_status.into_iter().map(|(status, codes)| (status.to_string(), response(&codes))).collect::<Map<_, _>>().into()
}

/// Its own, what its kind of access and its parts imply, and what any endpoint may answer with.
fn codes<E: Endpoint>(has_body: bool) -> Vec<Code> {
    let mut codes = E::ERRORS.to_vec();
    match E::ACCESS {
        Access::Open => {}
        Access::Token | Access::SignedIn | Access::Key => codes.push(Code::SignInNeeded),
        Access::Person(_) => codes.extend([Code::SignInNeeded, Code::NotAllowed, Code::NoSuchStore]),
    }
    if E::VERSIONED {
        codes.push(Code::NoVersion);
    }
    if has_body || !E::PATH_NAMES.is_empty() || !E::QUERY_NAMES.is_empty() {
        codes.push(Code::BadInput);
    }
    if E::PATH_NAMES.contains(&"gtin") || E::NAME == "ScanItem" {
        codes.push(Code::CheckDigit);
    }
    let reads = |code: &&Code| !matches!(code, Code::ForeignOrigin | Code::TooLarge | Code::NotJson);
    codes.extend(Code::COMMON.iter().filter(|code| E::VERB != Verb::Get || reads(code)));
    codes
}

/// A reply that is a problem with one of these codes.
pub(super) fn response(codes: &[Code]) -> Value {
    let names = codes.iter().map(|code| format!("`{}`: {}", code.as_str(), code.doc().trim())).collect::<Vec<_>>();
    let examples =
        codes.iter().map(|code| (code.as_str().to_owned(), json!({ "$ref": format!("#/components/examples/{}", code.as_str()) })));
    let content = json!({ "schema": { "$ref": "#/components/schemas/Problem" }, "examples": examples.collect::<Map<_, _>>() });
    let mut response = json!({ "description": names.join("\n\n"), "content": { MEDIA_TYPE: content } });
    if codes.iter().any(|code| matches!(code.status(), 429 | 503)) {
        response["headers"] = super::shared::header_refs(&["Retry-After"]);
    }
    response
}

/// An example of every code, by its name.
pub(super) fn examples() -> Value {
    Code::ALL
        .iter()
        .map(|code| (code.as_str().to_owned(), json!({ "summary": code.doc().trim(), "value": example(*code) })))
        .collect::<Map<_, _>>()
        .into()
}

fn example(code: Code) -> Value {
    let mut problem = json!({
        "type": format!("{}#{}", super::PAGE, code.as_str()),
        "title": code.doc().trim(),
        "status": code.status(),
        "detail": code.doc().trim(),
        "code": code.as_str(),
        "request": "019ab3f2c0de7c3aa4d1f0a5b6c7d8e9",
    });
    match code {
        Code::CheckDigit => problem["params"] = json!({ "found": "3", "expected": "2" }),
        Code::BadInput => problem["fields"] = json!({ "nickname": "too-long" }),
        Code::Stale | Code::WrongState => problem["present"] = json!({ "version": 4, "state": "ready" }),
        Code::NotEnough => {
            problem["present"] = json!([{ "variant": "0195c0de-0000-7000-8000-000000000001", "requested": 2, "available": 1 }]);
        }
        _ => {}
    }
    problem
}
