use crate::every;
use crate::serve::{Served, shop};
use api::error::{FieldProblem, MEDIA_TYPE};
use api::{Access, Code, Problem};
use reqwest::{Method, RequestBuilder};
use serde_json::json;

async fn problem(request: RequestBuilder) -> Problem {
    let reply = request.send().await.expect("a reply");
    let (status, headers) = (reply.status().as_u16(), reply.headers().clone());
    assert_eq!(headers["content-type"], MEDIA_TYPE);
    assert_eq!(headers["cache-control"], "no-store");
    let problem: Problem = reply.json().await.expect("a problem");
    assert_eq!((problem.status, problem.code.status()), (status, status));
    assert_eq!(problem.about, format!("/api/docs#{}", problem.code.as_str()));
    assert_eq!(headers["x-request-id"], problem.request, "the id in the body is the one in the log");
    assert!(!problem.title.is_empty() && !problem.detail.is_empty());
    problem
}

fn post(shop: &Served, path: &str) -> RequestBuilder {
    shop.ask(Method::POST, path)
}

/// What is wrong, the request, its code and the field that is named.
type Case = (&'static str, RequestBuilder, Code, Option<(&'static str, FieldProblem)>);

const RESERVATIONS: &str = "/api/v1/stores/hongdae/reservations";

#[tokio::test]
async fn every_kind_of_bad_request_says_what_is_wrong_with_it() {
    let shop = shop().await;
    let json = |request: RequestBuilder, body: &'static str| request.header("content-type", "application/json").body(body);
    let huge = format!("{{\"lines\":[],\"acceptPartial\":false,\"x\":\"{}\"}}", "x".repeat(70_000));
    let cases: Vec<Case> = vec![
        ("no JSON", json(post(&shop, RESERVATIONS), "{\"lines\":"), Code::Unreadable, None),
        (
            "not UTF-8",
            post(&shop, RESERVATIONS).header("content-type", "application/json").body(b"\"\xff\"".to_vec()),
            Code::Unreadable,
            None,
        ),
        ("no media type", post(&shop, RESERVATIONS).body("{}"), Code::NotJson, None),
        ("a form", post(&shop, RESERVATIONS).header("content-type", "text/plain").body("{}"), Code::NotJson, None),
        ("an empty body", post(&shop, RESERVATIONS), Code::BadInput, Some(("lines", FieldProblem::Missing))),
        (
            "a field missing",
            json(post(&shop, RESERVATIONS), "{\"lines\":[]}"),
            Code::BadInput,
            Some(("acceptPartial", FieldProblem::Missing)),
        ),
        (
            "a field too many",
            post(&shop, RESERVATIONS).json(&json!({"lines": [], "acceptPartial": false, "gift": 1})),
            Code::BadInput,
            Some(("gift", FieldProblem::Other)),
        ),
        ("a list in a list", post(&shop, RESERVATIONS).json(&json!([])), Code::BadInput, None),
        ("too large", post(&shop, RESERVATIONS).header("content-type", "application/json").body(huge), Code::TooLarge, None),
        (
            "a query that is no number",
            shop.ask(Method::GET, "/api/v1/stores/hongdae/products?q=&limit=many"),
            Code::BadInput,
            Some(("limit", FieldProblem::Other)),
        ),
        (
            "a query too many",
            shop.ask(Method::GET, "/api/v1/stores/hongdae/products?q=&flavour=red"),
            Code::BadInput,
            Some(("flavour", FieldProblem::Other)),
        ),
        (
            "a code that is none",
            shop.ask(Method::GET, "/api/v1/stores/hongdae/products/mug"),
            Code::BadInput,
            Some(("gtin", FieldProblem::Other)),
        ),
        ("a NUL", shop.ask(Method::GET, "/api/v1/stores/hong%00dae"), Code::BadInput, Some(("store", FieldProblem::Other))),
        ("a path that is not UTF-8", shop.ask(Method::GET, "/api/v1/stores/%ff"), Code::Unreadable, None),
        ("an unknown path", shop.ask(Method::GET, "/api/v1/storefronts"), Code::NoSuchPath, None),
        ("an unknown verb", shop.ask(Method::PUT, "/api/v1/stores"), Code::NoSuchPath, None),
        ("an unknown store", shop.ask(Method::GET, "/api/v1/stores/nowhere"), Code::NoSuchStore, None),
        ("an unknown product", shop.ask(Method::GET, "/api/v1/stores/hongdae/products/04006381333931"), Code::NotInRange, None),
    ];
    for (case, request, code, field) in cases {
        let problem = problem(request).await;
        assert_eq!(problem.code, code, "{case}: {}", problem.detail);
        if let Some((name, what)) = field {
            assert_eq!(problem.fields.get(name), Some(&what), "{case}: {:?}", problem.fields);
        }
    }
}

#[tokio::test]
async fn a_wrong_check_digit_says_which_was_expected() {
    let shop = shop().await;
    let problem = problem(shop.ask(Method::GET, "/api/v1/stores/hongdae/products/4006381333932")).await;
    assert_eq!((problem.code, problem.params["found"].as_str(), problem.params["expected"].as_str()), (Code::CheckDigit, "2", "1"));
}

#[tokio::test]
async fn a_command_without_key_or_version_does_nothing() {
    let shop = shop().await;
    let (_, cookie) = shop.sign_in("admin").await;
    let key = shop.key().await;
    for one in every::endpoint().into_iter().filter(every::One::is_command) {
        let bearer = if one.access == Access::Key { key.clone() } else { "0".repeat(32) };
        let ask = |key: &str, version: &str| {
            let mut request = shop.client.request(every::method(one.verb), format!("{}{}", shop.url, one.path("hongdae")));
            for (name, value) in [("idempotency-key", key), ("if-match", version)].into_iter().filter(|(_, value)| !value.is_empty()) {
                request = request.header(name, value);
            }
            request.header("cookie", &cookie).bearer_auth(&bearer)
        };
        let key = "0195c0de-0000-7000-8000-000000000009";
        if one.errors.contains(&Code::NoKey) {
            for wrong in ["", "again", "1"] {
                assert_eq!(problem(ask(wrong, "\"1\"")).await.code, Code::NoKey, "{} with key {wrong:?}", one.name);
            }
        }
        if one.versioned {
            for wrong in ["", "1", "\"one\"", "*"] {
                assert_eq!(problem(ask(key, wrong)).await.code, Code::NoVersion, "{} with version {wrong:?}", one.name);
            }
        }
    }
}
