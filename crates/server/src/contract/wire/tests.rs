use super::*;
use serde::Deserialize;
use serde_json::json;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Ask {
    #[serde(rename = "gtin")]
    _gtin: Option<Gtin>,
    #[serde(rename = "bin")]
    _bin: String,
    #[serde(rename = "lines", default)]
    _lines: Vec<u32>,
}

fn refused(value: Value) -> Failure {
    decode::<Ask>(value).expect_err("a refusal")
}

#[test]
fn the_field_that_is_wrong_is_named() {
    for (value, field, what) in [
        (json!({}), "bin", FieldProblem::Missing),
        (json!({"bin": "A", "colour": 1}), "colour", FieldProblem::Other),
        (json!({"bin": 1}), "bin", FieldProblem::Other),
        (json!({"bin": "A", "lines": [1, "x"]}), "lines[1]", FieldProblem::Other),
        (json!({"bin": "A\0"}), "bin", FieldProblem::Other),
    ] {
        let failure = refused(value);
        assert_eq!((failure.code, failure.fields.get(field)), (Code::BadInput, Some(&what)), "{failure:?}");
    }
}

#[test]
fn a_wrong_check_digit_says_which_was_expected() {
    let failure = refused(json!({"bin": "A", "gtin": "08801234567891"}));
    assert_eq!(failure.code, Code::CheckDigit);
    assert_eq!((failure.params["found"].as_str(), failure.params["expected"].as_str()), ("1", "3"));
}

#[test]
fn a_query_names_its_field_too() {
    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Part {
        #[serde(rename = "limit")]
        _limit: Option<u32>,
        #[serde(rename = "q")]
        _q: String,
    }
    for (uri, field, what) in [
        ("/?q=a&limit=many", "limit", FieldProblem::Other),
        ("/?limit=1", "q", FieldProblem::Missing),
        ("/?q=a&page=2", "page", FieldProblem::Other),
    ] {
        let failure = query::<Part>(&uri.parse().expect("a uri")).expect_err("a refusal");
        assert_eq!((failure.code, failure.fields.get(field)), (Code::BadInput, Some(&what)), "{failure:?}");
    }
    assert_eq!(query::<Part>(&"/?q=%00".parse().expect("a uri")).expect_err("a refusal").code, Code::BadInput);
}
