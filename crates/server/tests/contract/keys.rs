use crate::every;
use crate::serve::{Served, shop};
use api::connections::{Keys, NewKey};
use api::{Access, Code, Problem};
use reqwest::Method;
use serde_json::json;

const KEYS: &str = "/api/v1/stores/hongdae/keys";
const PRICES: &str = "/api/v1/integration/prices";

async fn add(shop: &Served, cookie: &str, name: &str) -> NewKey {
    let reply = shop.ask(Method::POST, KEYS).header("cookie", cookie).json(&json!({ "name": name })).send().await.expect("a reply");
    assert_eq!(reply.status(), 200);
    reply.json().await.expect("a key")
}

async fn ask(shop: &Served, authorization: &str) -> u16 {
    let body = json!({ "items": [{ "sku": "nothing", "price": { "currency": "KRW", "minor": 1000 } }] });
    shop.ask(Method::POST, PRICES).header("authorization", authorization).json(&body).send().await.expect("a reply").status().as_u16()
}

#[tokio::test]
async fn every_route_for_keys_lets_a_key_in_and_no_other_route_does() {
    let shop = shop().await;
    let (_, cookie) = shop.sign_in("admin").await;
    let key = add(&shop, &cookie, "Till").await.secret;
    let mut let_in = 0;
    for one in every::endpoint() {
        let with = one.ask(&shop, "hongdae").bearer_auth(&key).send().await.expect("a reply").status().as_u16();
        let without = one.ask(&shop, "hongdae").send().await.expect("a reply").status().as_u16();
        match one.access {
            Access::Key => {
                let_in += 1;
                assert_eq!((with, without), (200, 401), "{}", one.name);
            }
            _ => assert_eq!(with, without, "{}: a key makes a difference", one.name),
        }
    }
    assert_eq!(let_in, 5);
}

#[tokio::test]
async fn a_key_that_is_wrong_or_revoked_opens_nothing() {
    let shop = shop().await;
    let (_, cookie) = shop.sign_in("admin").await;
    let NewKey { key, secret } = add(&shop, &cookie, "Till").await;
    assert_eq!(ask(&shop, &format!("Bearer {secret}")).await, 200);
    let another = format!("{}0", &secret[..secret.len() - 1]);
    for wrong in [
        "",
        "Bearer vk_",
        "Bearer ' OR 1=1",
        &format!("Basic {secret}"),
        &secret,
        &format!("Bearer {secret}0"),
        &format!("Bearer {another}x"),
    ] {
        assert_eq!(ask(&shop, wrong).await, 401, "{wrong}");
    }
    let listed: Keys = shop.ask(Method::GET, KEYS).header("cookie", &cookie).send().await.expect("a reply").json().await.expect("keys");
    assert!(listed.keys[0].last_used_at.is_some() && listed.keys[0].name == "Till");
    for _ in 0..2 {
        let gone = shop.ask(Method::DELETE, &format!("{KEYS}/{}", key.id)).header("cookie", &cookie).send().await.expect("a reply");
        assert_eq!(gone.status(), 200, "revoking twice is as good as once");
    }
    assert_eq!(ask(&shop, &format!("Bearer {secret}")).await, 401);
}

#[tokio::test]
async fn the_same_command_gives_the_same_key_and_the_list_never_shows_it() {
    let shop = shop().await;
    let (_, cookie) = shop.sign_in("admin").await;
    let send = async || {
        let request = shop.client.post(format!("{}{KEYS}", shop.url)).header("cookie", &cookie).json(&json!({ "name": "Till" }));
        let reply = request.header("idempotency-key", "0195c0de-0000-7000-8000-000000000123").send().await.expect("a reply");
        reply.json::<NewKey>().await.expect("a key")
    };
    let (first, again) = (send().await, send().await);
    assert_eq!(first, again);
    assert!(first.secret.starts_with("vk_") && first.secret.len() == 35);
    let listed = shop.ask(Method::GET, KEYS).header("cookie", &cookie).send().await.expect("a reply").text().await.expect("a text");
    assert!(!listed.contains(&first.secret[3..]) && !listed.to_lowercase().contains("hash"));
}

#[tokio::test]
async fn a_key_may_ask_600_times_a_minute() {
    let shop = shop().await;
    let (_, cookie) = shop.sign_in("admin").await;
    let key = add(&shop, &cookie, "Till").await;
    for _ in 0..600 {
        let _counted = shop.app.key_tries().begin(key.key.id.to_string()).expect("a try");
    }
    let reply = shop.ask(Method::POST, PRICES).bearer_auth(&key.secret).json(&json!({ "items": [] })).send().await.expect("a reply");
    assert!(reply.headers().contains_key("retry-after"));
    assert_eq!(reply.json::<Problem>().await.expect("a problem").code, Code::TooOften);
}
