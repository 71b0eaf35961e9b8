//! Writes the words of `locales/` as Rust: a constant for each key, a structure for a key with blanks, a module for a group of keys.
//!
//! A key stands here as call sites write it, `product.origin.maker`; its first part is the file. `src/i18n.rs` holds what this uses.

use serde_json::{Map, Value};
use std::collections::BTreeSet;

/// The folders of `locales/`, in the order in which a key's texts stand.
pub const LANGUAGES: [&str; 2] = ["ko", "en"];

/// The item of a key, from what each language has there. The error names file and key.
pub fn item(key: &str, [ko, en]: [Option<&Value>; 2]) -> Result<String, String> {
    if !is_name(last(key)) {
        return Err(format!("`{key}`: a key is small letters, digits and `_`"));
    }
    match (ko, en) {
        (Some(Value::Object(ko)), Some(Value::Object(en))) => group(key, ko, en),
        (Some(Value::String(ko)), Some(Value::String(en))) => sentence(key, [ko, en]),
        (None, _) => Err(fault("ko", key, "is missing")),
        (_, None) => Err(fault("en", key, "is missing")),
        _ => Err(fault("en", key, "and the Korean one must both be text or both be a group")),
    }
}

fn group(key: &str, ko: &Map<String, Value>, en: &Map<String, Value>) -> Result<String, String> {
    let names: BTreeSet<&String> = ko.keys().chain(en.keys()).collect();
    let items: Result<String, String> =
        names.into_iter().map(|name| item(&format!("{key}.{name}"), [ko.get(name), en.get(name)])).collect();
    Ok(format!("pub mod r#{} {{\n{}}}\n", last(key), items?))
}

fn sentence(key: &str, texts: [&str; 2]) -> Result<String, String> {
    let [ko, en] = texts.map(blanks);
    if ko != en {
        return Err(fault("en", key, &format!("fills {en:?}, but the Korean one {ko:?}")));
    }
    let mut numbered = Vec::new();
    for (language, text) in LANGUAGES.into_iter().zip(texts) {
        numbered.push(number(text, &ko).ok_or_else(|| fault(language, key, "has a blank that is not written `{{ name }}`"))?);
    }
    Ok(code(last(key), &numbered.join("\u{1f}"), &ko))
}

/// Raw names, because a key may be a word of Rust.
fn code(name: &str, text: &str, blanks: &BTreeSet<&str>) -> String {
    let sentence = format!("crate::i18n::Sentence({text:?})");
    if blanks.is_empty() {
        return format!("pub const r#{name}: crate::i18n::Sentence = {sentence};\n");
    }
    let each = |before: &str, after: &str| blanks.iter().map(|blank| format!("{before}r#{blank}{after}, ")).collect::<String>();
    let (fields, values) = (each("pub ", ": &'a str"), each("self.", ""));
    format!(
        "pub struct r#{name}<'a> {{ {fields}}}\n\
         impl r#{name}<'_> {{ pub fn say(&self, words: crate::i18n::Words) -> String {{ words.fill({sentence}, &[{values}]) }} }}\n"
    )
}

/// The names between `{{ ` and ` }}`.
fn blanks(text: &str) -> BTreeSet<&str> {
    text.split("{{ ").skip(1).filter_map(|rest| Some(rest.split_once(" }}")?.0)).collect()
}

/// The text with each blank as the control character of its place, so that no name is looked for at run time.
fn number(text: &str, blanks: &BTreeSet<&str>) -> Option<String> {
    let mut numbered = text.to_owned();
    for (place, blank) in ('\0'..).zip(blanks) {
        numbered = numbered.replace(&format!("{{{{ {blank} }}}}"), &place.to_string());
    }
    let all_taken = !numbered.contains("{{") && !numbered.contains("}}") && blanks.iter().all(|blank| is_name(blank));
    all_taken.then_some(numbered)
}

fn is_name(word: &str) -> bool {
    word.starts_with(|letter: char| letter.is_ascii_lowercase())
        && word.chars().all(|letter| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '_')
}

fn last(key: &str) -> &str {
    key.rsplit('.').next().unwrap_or_default()
}

fn fault(language: &str, key: &str, what: &str) -> String {
    let (file, inside) = key.split_once('.').unwrap_or((key, ""));
    format!("locales/{language}/{file}.json: `{inside}` {what}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn of(ko: Value, en: Value) -> Result<String, String> {
        item("shop", [Some(&ko), Some(&en)])
    }

    #[test]
    fn a_text_is_a_constant_and_a_text_with_blanks_a_structure() {
        let plain = of(json!({ "type": "종류" }), json!({ "type": "Type" }));
        assert!(plain.is_ok_and(|code| code.contains(r#"const r#type: crate::i18n::Sentence = crate::i18n::Sentence("종류\u{1f}Type")"#)));
        let filled = of(json!({ "of": "{{ all }} 중 {{ one }}" }), json!({ "of": "{{ one }} of {{ all }}" })).unwrap_or_default();
        assert!(filled.contains("pub struct r#of<'a> { pub r#all: &'a str, pub r#one: &'a str, }"));
        assert!(filled.contains(r#"Sentence("\0 중 \u{1}\u{1f}\u{1} of \0"), &[self.r#all, self.r#one, ]"#));
    }

    #[test]
    fn what_differs_between_the_languages_is_named_by_file_and_key() {
        for (ko, en, expected) in [
            (json!({ "a": { "b": "나" } }), json!({ "a": {} }), "locales/en/shop.json: `a.b` is missing"),
            (json!({}), json!({ "c": "c" }), "locales/ko/shop.json: `c` is missing"),
            (json!({ "a": "가" }), json!({ "a": {} }), "locales/en/shop.json: `a` and"),
            (json!({ "a": "{{ n }}" }), json!({ "a": "{{ m }}" }), "locales/en/shop.json: `a` fills {\"m\"}"),
            (json!({ "a": "{{n}}" }), json!({ "a": "{{n}}" }), "locales/ko/shop.json: `a` has a blank"),
            (json!({ "a": "{{ n }}" }), json!({ "a": "{{ n }} {{ n" }), "locales/en/shop.json: `a` has a blank"),
            (json!({ "a b": "가" }), json!({ "a b": "a" }), "`shop.a b`: a key is"),
        ] {
            let found = of(ko, en).err().unwrap_or_default();
            assert!(found.starts_with(expected), "{found}");
        }
    }
}
