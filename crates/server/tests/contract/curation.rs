use crate::serve::{Served, shop};
use reqwest::Method;
use serde_json::{Value, json};

const STUDIO: &str = "/api/v1/stores/hongdae/curation";

async fn post(shop: &Served, cookie: &str, path: &str, version: Option<&Value>, body: &Value) -> (u16, Value) {
    let mut request = shop.ask(Method::POST, path).header("cookie", cookie).json(body);
    if let Some(version) = version {
        request = request.header("if-match", format!("\"{version}\""));
    }
    let reply = request.send().await.expect("a reply");
    (reply.status().as_u16(), reply.json().await.expect("json"))
}

async fn shown(shop: &Served, slug: &Value) -> Value {
    let path = format!("/api/v1/stores/hongdae/collections/{}", slug.as_str().expect("a slug"));
    shop.get(&path).await.json().await.expect("json")
}

#[tokio::test]
async fn a_collection_is_previewed_made_chosen_over_and_seen_in_the_shop_with_figures() {
    let shop = shop().await;
    let (session, cookie) = shop.sign_in("minho").await;
    let rule = json!({ "combine": "all", "conditions": [{ "kind": "rated", "tenths": 40, "reviews": 5 }], "atMost": 6 });
    let (status, preview) = post(&shop, &cookie, &format!("{STUDIO}/preview"), None, &json!({ "rule": rule, "curation": null })).await;
    assert_eq!((status, preview["total"].as_u64()), (200, Some(6)), "{preview}");
    let made =
        json!({ "title": { "ko": "비 오는 날", "en": "Rainy days" }, "lead": {}, "sentence": {}, "curator": session.person, "rule": rule });
    let (status, set) = post(&shop, &cookie, STUDIO, None, &made).await;
    assert_eq!((status, set["slug"].as_str(), set["version"].as_u64()), (200, Some("rainy-days"), Some(1)), "{set}");
    let of = |path: &str| format!("{STUDIO}/{}{path}", set["id"].as_str().expect("an id"));
    let seen = shown(&shop, &set["slug"]).await;
    let because = &seen["members"][0]["because"][0];
    assert_eq!(because["evidence"]["kind"], "rated");
    assert!(because["evidence"]["tenths"].as_u64() >= Some(40) && because["evidence"]["count"].as_u64() >= Some(5), "{because}");

    let (out, last) = (&set["members"][0]["product"], &set["members"][5]["product"]);
    let choose = |product: &Value, choose: &str, reason: Value| json!({ "product": product, "choose": choose, "reason": reason });
    let (status, problem) = post(&shop, &cookie, &of("/choices"), Some(&json!(1)), &choose(out, "exclude", json!({}))).await;
    assert_eq!((status, problem["code"].as_str()), (422, Some("no-reason")));
    let (status, set) =
        post(&shop, &cookie, &of("/choices"), Some(&json!(1)), &choose(out, "exclude", json!({ "ko": "품절이 잦아요" }))).await;
    assert_eq!((status, set["version"].as_u64(), &set["excluded"][0]["product"]), (200, Some(2), out));
    let (status, problem) = post(&shop, &cookie, &of("/order"), Some(&json!(1)), &json!({ "products": [last] })).await;
    assert_eq!((status, problem["code"].as_str(), problem["present"]["version"].as_u64()), (409, Some("stale"), Some(2)));
    let (status, set) = post(&shop, &cookie, &of("/order"), Some(&json!(2)), &json!({ "products": [last] })).await;
    assert_eq!((status, &set["members"][0]["product"]), (200, last));
    assert_eq!(shown(&shop, &set["slug"]).await["members"].as_array().map(Vec::len), Some(6), "the next one takes the place");

    let gone = shop.ask(Method::DELETE, &of("")).header("cookie", &cookie).header("if-match", "\"3\"").send().await.expect("a reply");
    assert_eq!(gone.status(), 200);
    assert_eq!(shown(&shop, &set["slug"]).await["code"], "no-such-collection");
}

#[tokio::test]
async fn a_rule_whose_figures_mean_nothing_is_refused_by_its_condition() {
    let shop = shop().await;
    let (_, cookie) = shop.sign_in("sora").await;
    let rule = json!({ "combine": "any", "conditions": [{ "kind": "noted" }, { "kind": "new", "days": 0 }], "atMost": null });
    let (status, problem) = post(&shop, &cookie, &format!("{STUDIO}/preview"), None, &json!({ "rule": rule, "curation": null })).await;
    assert_eq!(
        (status, problem["code"].as_str(), problem["params"]["condition"].as_str()),
        (422, Some("bad-input"), Some("1")),
        "{problem}"
    );
}

#[tokio::test]
async fn beacons_are_counted_by_product_and_never_without_end() {
    let shop = shop().await;
    let gtin = &shop.app.live().store("hongdae").expect("the flagship").snapshot().catalogue.products[0].variants[0].gtin;
    let path = "/api/v1/stores/hongdae/beacons";
    let beacons = json!([{ "kind": "wish", "gtin": gtin }, { "kind": "dwell", "gtin": gtin }, { "kind": "tomorrow", "gtin": gtin }]);
    let (status, counted) = post(&shop, "", path, None, &json!({ "beacons": beacons })).await;
    assert_eq!((status, counted["counted"].as_u64()), (200, Some(1)), "{counted}");
    let many = vec![json!({ "kind": "wish", "gtin": gtin }); 51];
    for wrong in [json!([]), json!(many)] {
        assert_eq!(post(&shop, "", path, None, &json!({ "beacons": wrong })).await.0, 422);
    }
}
