//! The words of `locales/`, as far as the server says something itself: first content, reports.

use crate::contract::cookie;
use axum::http::{HeaderMap, header};
use domain::Language;
use serde_json::{Value, json};
use std::sync::LazyLock;

macro_rules! words {
    ($language:literal) => {
        LazyLock::new(|| {
            json!({
                "common": read(include_str!(concat!("../../../locales/", $language, "/common.json"))),
                "notice": read(include_str!(concat!("../../../locales/", $language, "/notice.json"))),
                "imports": read(include_str!(concat!("../../../locales/", $language, "/imports.json"))),
                "product": read(include_str!(concat!("../../../locales/", $language, "/product.json"))),
            })
        })
    };
}

static KO: LazyLock<Value> = words!("ko");
static EN: LazyLock<Value> = words!("en");

fn read(file: &str) -> Value {
    serde_json::from_str(file).unwrap_or_default()
}

/// A sentence by file and key (`common.price.ask`) with its blanks filled; empty where there is none.
pub fn say(language: Language, key: &str, blanks: &[(&str, &str)]) -> String {
    let words = if language == Language::EN { &EN } else { &KO };
    let found = key.split('.').fold(&**words, |words, part| &words[part]).as_str().unwrap_or_default();
    blanks.iter().fold(found.to_owned(), |text, (name, value)| text.replace(&format!("{{{{ {name} }}}}"), value))
}

/// As the program will decide: what the address asks for, the visitor's choice, else the browser's first language, else Korean.
pub fn language(headers: &HeaderMap, asked: Option<&str>) -> Language {
    let accepted = headers.get(header::ACCEPT_LANGUAGE).and_then(|accepted| accepted.to_str().ok());
    let chosen = asked.or_else(|| cookie(headers, "lang"));
    let tag = chosen.or_else(|| accepted.and_then(|accepted| accepted.split([',', ';']).next()));
    if tag.is_some_and(|tag| tag.trim().starts_with("en")) { Language::EN } else { Language::KO }
}
