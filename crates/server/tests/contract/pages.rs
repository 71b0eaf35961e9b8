use crate::serve::shop;
use reqwest::Method;

const HTML: (&str, &str) = ("accept", "text/html,application/xhtml+xml");

#[tokio::test]
async fn every_page_is_html_with_a_policy_that_runs_nothing_of_others() {
    let shop = shop().await;
    let pages = api::page::SHOP.iter().chain(api::page::STUDIO_ENTRY).map(|template| {
        let filled = template.replace("{store}", "hongdae").replace("{collection}", "four-stars").replace("{gtin}", "08801234503006");
        filled.replace("{slot}", "7K2M9QXA").replace("{code}", "20000001").replace("{token}", &"0".repeat(32))
    });
    for path in pages.chain(["/desk/pickups/7".into(), "/studio/floors/1".into()]) {
        let reply = shop.ask(Method::GET, &path).header(HTML.0, HTML.1).send().await.expect("a reply");
        let header = |name: &str| reply.headers()[name].to_str().expect("ascii").to_owned();
        assert_eq!((reply.status().as_u16(), header("content-type").as_str()), (200, "text/html; charset=utf-8"), "{path}");
        let policy = header("content-security-policy");
        assert!(policy.starts_with("default-src 'none'; script-src 'self' 'wasm-unsafe-eval'"), "{path}: {policy}");
        assert!(!policy.contains("unsafe-inline") && !policy.contains("'unsafe-eval'"), "{path}: {policy}");
        let referrer = if path.starts_with("/r/") { "no-referrer" } else { "same-origin" };
        assert_eq!(header("referrer-policy"), referrer, "{path}");
        assert!(reply.headers().contains_key("permissions-policy"), "{path}");
    }
}

#[tokio::test]
async fn an_unknown_page_is_404_with_the_shop_and_an_unknown_file_is_nothing() {
    let shop = shop().await;
    let page = shop.ask(Method::GET, "/no/such/page").header(HTML.0, HTML.1).send().await.expect("a reply");
    assert_eq!(page.status(), 404);
    assert_eq!(page.headers()["content-type"], "text/html; charset=utf-8");
    for path in ["/assets/shop/index.html", "/assets/shop/gone-0a1b2c3d.js", "/assets/studio/../shop/x.js", "/no/such.png"] {
        let reply = shop.get(path).await;
        assert_eq!(reply.status(), 404, "{path}");
        assert!(reply.bytes().await.expect("no body").is_empty(), "{path}");
    }
}

#[tokio::test]
async fn a_picture_never_changes_and_runs_nothing() {
    let shop = shop().await;
    let product: serde_json::Value = shop.get("/api/v1/stores/hongdae/products/08801234503006").await.json().await.expect("json");
    let url = product["variants"][0]["pictures"][0]["url"].as_str().expect("a picture");
    let reply = shop.get(url).await;
    assert_eq!(reply.headers()["content-type"], "image/svg+xml");
    assert_eq!(reply.headers()["cache-control"], "public, max-age=31536000, immutable");
    assert_eq!(reply.headers()["content-security-policy"], "default-src 'none'; style-src 'unsafe-inline'; sandbox");
    let bytes = reply.bytes().await.expect("a drawing");
    assert!(url.ends_with(&blake3::hash(&bytes).to_hex().to_string()), "{url} is not named by its content");
    for path in ["/media/..%2Fvitrine.db", "/media/vitrine.db", "/media/00", "/media/0123456789abcdef0123"] {
        assert_eq!(shop.get(path).await.status(), 404, "{path}");
    }
}

#[tokio::test]
async fn machines_are_told_what_they_ask() {
    let shop = shop().await;
    assert_eq!(shop.get("/livez").await.text().await.expect("text"), "ok\n");
    assert_eq!(shop.get("/readyz").await.status(), 200);
    assert!(shop.get("/robots.txt").await.text().await.expect("text").contains("Disallow: /r/"));
    shop.app.store().close().await;
    let reply = shop.get("/readyz").await;
    assert_eq!(reply.status(), 503);
    assert!(reply.headers().contains_key("retry-after"));
}

#[tokio::test]
async fn the_ticket_s_worker_is_asked_for_anew_each_time() {
    let shop = shop().await;
    let reply = shop.get("/sw.js").await;
    assert_eq!(reply.headers()["content-type"], "text/javascript; charset=utf-8");
    assert_eq!(reply.headers()["cache-control"], "no-cache");
    assert!(reply.text().await.expect("a script").starts_with("const FILES = ["));
}
