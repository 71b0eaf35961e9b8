use crate::every;
use crate::serve::shop;
use api::{Access, Verb};
use reqwest::Method;

#[tokio::test]
async fn every_reply_names_build_contract_and_request() {
    let shop = shop().await;
    let paths =
        ["/", "/api/v1/nothing", "/nowhere", "/livez", "/api/docs", "/assets/shop/gone.js", "/media/0000000000000000", "/desk/pickups"];
    let pages = paths.map(|path| shop.ask(Method::GET, path));
    let endpoints = every::endpoint().into_iter().map(|one| one.ask(&shop, "hongdae"));
    let mut ids = std::collections::HashSet::new();
    for request in pages.into_iter().chain(endpoints) {
        let reply = request.send().await.expect("a reply");
        let header = |name: &str| reply.headers().get(name).and_then(|value| value.to_str().ok()).unwrap_or_default().to_owned();
        assert_eq!(header("x-build"), server::contract::BUILD, "{}", reply.url());
        assert_eq!(header("x-api"), api::API_VERSION, "{}", reply.url());
        assert_eq!(header("x-content-type-options"), "nosniff", "{}", reply.url());
        assert!(ids.insert(header("x-request-id")), "two requests share an id: {}", reply.url());
    }
}

#[tokio::test]
async fn what_the_client_has_is_not_sent_again() {
    let shop = shop().await;
    let (_, cookie) = shop.sign_in("sora").await;
    let mut seen = 0;
    for one in every::endpoint().into_iter().filter(|one| one.verb == Verb::Get) {
        let first = one.ask(&shop, "hongdae").header("cookie", &cookie).send().await.expect("a reply");
        let keeping = first.headers()["cache-control"].to_str().expect("ascii").to_owned();
        if first.status() != 200 {
            continue;
        }
        seen += 1;
        assert_eq!(keeping, if one.access == Access::Open { "no-cache" } else { "private, no-cache" }, "{}", one.name);
        let tag = first.headers()["etag"].to_str().expect("ascii").to_owned();
        assert!(tag.starts_with('"'), "{} has a weak tag", one.name);
        let again = one.ask(&shop, "hongdae").header("cookie", &cookie).header("if-none-match", &tag).send().await.expect("a reply");
        assert_eq!(again.status(), 304, "{}", one.name);
        assert_eq!(again.headers()["etag"], tag, "{}", one.name);
        assert!(again.bytes().await.expect("no body").is_empty());
        let other = one.ask(&shop, "hongdae").header("cookie", &cookie).header("if-none-match", "\"older\"").send().await.expect("a reply");
        assert_eq!(other.status(), 200, "{}", one.name);
    }
    assert!(seen >= 6, "only {seen} endpoints could be read");
}

#[tokio::test]
async fn a_head_request_gets_the_head_of_a_get() {
    let shop = shop().await;
    let reply = shop.ask(Method::HEAD, "/api/v1/stores").send().await.expect("a reply");
    assert_eq!(reply.status(), 200);
    assert!(reply.headers().contains_key("etag"));
    assert!(reply.bytes().await.expect("no body").is_empty());
}

#[tokio::test]
async fn long_replies_are_compressed_for_those_who_take_it() {
    let shop = shop().await;
    for (accepted, coding) in [("br", Some("br")), ("gzip", Some("gzip")), ("identity", None)] {
        let reply =
            shop.ask(Method::GET, "/api/v1/stores/hongdae/planogram").header("accept-encoding", accepted).send().await.expect("a reply");
        let given = reply.headers().get("content-encoding").map(|value| value.to_str().expect("ascii"));
        assert_eq!(given, coding);
        assert!(reply.headers().get_all("vary").iter().any(|value| value == "accept-encoding"));
    }
}
