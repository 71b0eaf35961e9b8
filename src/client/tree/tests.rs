use super::*;
use crate::client::problem::{Problem, Short};
use api::error::FieldProblem;
use api::event::LiveEvent;
use api::{Code, Endpoint, openapi};
use domain::ids::VariantId;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use uuid::Uuid;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

fn read_value<T: DeserializeOwned>(value: &Value) -> Result<T, Unreadable> {
    read(&value.to_string())
}

/// Both read the same, or both refuse.
fn agree<T: DeserializeOwned + Serialize>(value: &Value) {
    let ours = read_value::<T>(value).ok().map(|read| json!(read));
    let theirs = T::deserialize(value).ok().map(|read| json!(read));
    assert_eq!(ours, theirs, "{value:#}");
}

/// The value, and the same with each part of it missing, of another kind, or with something unknown beside it.
fn variations(value: &Value) -> Vec<Value> {
    let others =
        [json!(null), json!("a-word"), json!(-1), json!(70_000), json!((1_u64 << 53) - 1), json!(1.5), json!(true), json!([]), json!({})];
    let mut all = vec![value.clone()];
    all.extend(others);
    match value {
        Value::Object(fields) => {
            for (name, field) in fields {
                let with = |field| Value::Object(fields.clone().into_iter().chain([(name.clone(), field)]).collect());
                all.extend(variations(field).into_iter().map(with));
                all.push(Value::Object(fields.clone().into_iter().filter(|(other, _)| other != name).collect()));
            }
            all.push(Value::Object(fields.clone().into_iter().chain([("zz".to_owned(), json!({ "made": ["tomorrow"] }))]).collect()));
        }
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                let with =
                    |item| items.iter().enumerate().map(|(at, old)| if at == index { &item } else { old }).cloned().collect::<Value>();
                all.extend(variations(item).into_iter().map(with));
            }
            all.push(items.iter().chain(items).cloned().collect());
        }
        _ => {}
    }
    all
}

#[wasm_bindgen_test]
fn every_reply_is_read_as_serde_json_reads_it() {
    fn check<E: Endpoint>(document: &Value) {
        let verb = format!("{:?}", E::VERB).to_lowercase();
        let reply = &document["paths"][E::PATH][verb]["responses"]["200"]["content"]["application/json"]["example"];
        assert!(read_value::<E::Reply>(reply).is_ok(), "{} does not read {reply:#}", E::NAME);
        variations(reply).iter().for_each(agree::<E::Reply>);
    }
    let document = openapi::document("test");
    macro_rules! visit {
        ($($endpoint:ty),* $(,)?) => { $(check::<$endpoint>(&document);)* };
    }
    api::every_endpoint!(visit);
}

#[wasm_bindgen_test]
fn an_event_is_read_as_serde_json_reads_it() {
    let id = "0195c0de-0000-7000-8000-000000000001";
    let at = "2026-11-22T05:00:00.000Z";
    let events = [
        json!({ "seq": 1, "at": at, "kind": "stock", "variant": id, "available": 3, "heldUntil": at }),
        json!({ "seq": 2, "at": at, "kind": "reservation", "reservation": id, "state": "needs-decision", "version": 4 }),
        json!({ "seq": 3, "at": at, "kind": "planogram", "revision": 5 }),
        json!({ "seq": 4, "at": at, "kind": "putback" }),
    ];
    for event in events {
        assert!(read_value::<LiveEvent>(&event).is_ok());
        variations(&event).iter().for_each(agree::<LiveEvent>);
    }
}

#[wasm_bindgen_test]
fn a_problem_is_read_without_what_is_for_developers() {
    let written = |code: Code, present: Value| api::Problem {
        about: "/api/docs#it".to_owned(),
        title: String::new(),
        status: code.status(),
        detail: String::new(),
        code,
        params: [("atMost".to_owned(), "3".to_owned())].into(),
        request: "1".to_owned(),
        fields: [("nickname".to_owned(), FieldProblem::TooLong)].into(),
        present: Some(present),
    };
    let [lamp, mug] = [1, 2].map(|number| VariantId::new(Uuid::from_u128(number)));
    let short = [Short { variant: lamp, available: 2 }, Short { variant: mug, available: 0 }];
    let table = [
        (Code::NotEnough, json!([{ "variant": lamp, "requested": 3, "available": 2 }, { "variant": mug, "available": 0 }]), &short[..]),
        (Code::Stale, json!({ "version": 4, "state": "ready", "part": 0.5 }), &[]),
        (Code::WrongState, json!("ready"), &[]),
        (Code::Internal, json!(null), &[]),
    ];
    for (code, present, short) in table {
        let sent = written(code, present);
        let read: Problem = read_value(&json!(sent)).expect("a problem");
        assert_eq!((read.code, read.status, &*read.request), (sent.code, sent.status, "1"));
        assert_eq!((read.params.get("atMost"), read.params.get("gtin")), (sent.params.get("atMost"), None));
        assert_eq!((read.fields.get("nickname"), read.fields.get("contact")), (sent.fields.get("nickname"), None));
        assert_eq!(read.short, short, "{code:?}");
    }
    let least: Problem = read(r#"{"status":409,"code":"made-tomorrow","request":"1","fields":{"x":"made-tomorrow"}}"#).expect("a problem");
    assert_eq!((least.code, least.fields.get("x")), (Code::Other, Some(&FieldProblem::Other)));
    assert_eq!((least.params, least.short), Default::default());
    assert_eq!(read::<Problem>(r#"{"status":409,"request":"1"}"#), Err(Unreadable));
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Numbers {
    u8: Option<u8>,
    u16: Option<u16>,
    u64: Option<u64>,
    i8: Option<i8>,
    i32: Option<i32>,
    i64: Option<i64>,
}

fn numbers(number: &str) -> impl Iterator<Item = Value> {
    let value: Value = serde_json::from_str(number).expect("a number");
    ["u8", "u16", "u64", "i8", "i32", "i64"].into_iter().map(move |name| json!({ name: value }))
}

#[wasm_bindgen_test]
fn whole_numbers_are_read_up_to_their_ends_and_not_past_them() {
    let ends = ["0", "-1", "127", "-128", "-129", "128", "255", "256", "65535", "65536", "-2147483648", "-2147483649", "2147483648"];
    for number in ends.into_iter().chain(["9007199254740991", "-9007199254740991", "0.5", "-0.5", "1e300"]) {
        numbers(number).for_each(|value| agree::<Numbers>(&value));
    }
}

/// To a browser these are the number next to them, or whole.
#[wasm_bindgen_test]
fn a_number_that_a_browser_does_not_hold_exactly_is_refused() {
    for number in ["9007199254740992", "-9007199254740993", "9223372036854775807", "18446744073709551615"] {
        numbers(number).for_each(|value| assert_eq!(read_value::<Numbers>(&value), Err(Unreadable), "{value}"));
    }
    assert_eq!(read("1.0"), Ok(1_u32));
}

#[wasm_bindgen_test]
fn every_name_of_a_map_is_its_own() {
    let (proto, digit) = (("__proto__".to_owned(), 1_u8), ("1".to_owned(), 2));
    assert_eq!(read(r#"{"1":3,"__proto__":1,"1":2}"#), Ok(BTreeMap::from([proto, digit])));
}

#[wasm_bindgen_test]
fn a_text_is_read_whole_or_not_at_all() {
    let read_text = read::<Option<String>>;
    assert_eq!(read_text(""), Ok(None));
    assert_eq!(read_text("\"\\ub3c4\\n\""), Ok(Some("도\n".to_owned())));
    for text in ["\"", "\"a\" \"b\"", "nul", "[\"a\"", "7"] {
        assert_eq!(read_text(text), Err(Unreadable), "{text}");
    }
}
